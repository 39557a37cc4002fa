import { expect, test } from 'vitest';
import { countryCode } from './country.ts';
import { readLanguages } from './locales.ts';

test('a country by its name in any language whose exports are read → its code', () => {
	const said = 'Germany, Allemagne, Deutschland, Alemania, Germania, Duitsland, Alemanha, DE, de';
	expect(said.split(', ').map(countryCode)).toEqual(said.split(', ').map(() => 'DE'));
	expect(['Atlantis', 'EU', ''].map(countryCode)).toEqual([null, null, null]);
});

test('every country in every one of these languages → one code, whatever the language', () => {
	const codes = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((a) =>
		[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((b) => a + b)
	);
	const strays = readLanguages.flatMap((language) => {
		const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
		return codes.flatMap((code) => {
			const [name, known] = [names.of(code), countryCode(code)];
			return name && known && countryCode(name) !== known ? [`${language}: ${name}`] : [];
		});
	});
	expect(strays).toEqual([]);
});
