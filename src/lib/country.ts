import { readLanguages } from './locales.ts';
import { nameKey } from './name-key.ts';

/** Codes that stand for no country: outlying Oceania, the United Nations, unions, test data, unknown. */
const NONE = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Countries by what they are called; made once, since asking for each name takes long. */
let codes: Map<string, string> | null = null;

function codesByName(): Map<string, string> {
	const codes = new Map<string, string>();
	for (const locale of readLanguages) {
		const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
		for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
			const name = NONE.has(code) ? undefined : names.of(code);
			if (name === undefined) continue;
			// former and other codes of a country are of the one that it has now
			const now = new Intl.Locale(`und-${code}`).region ?? code;
			for (const key of [nameKey(code), nameKey(name)]) if (!codes.has(key)) codes.set(key, now);
		}
	}
	return codes;
}

/**
 * The code of a country that a list or an event names, by its code or by its name in a language whose
 * exports are read; null of anything else.
 *
 * @example countryCode('fr') // => 'FR'
 * @example countryCode('Allemagne') // => 'DE'
 * @example countryCode('Deutschland') // => 'DE'
 */
export function countryCode(said: string): string | null {
	codes ??= codesByName();
	return codes.get(nameKey(said)) ?? null;
}
