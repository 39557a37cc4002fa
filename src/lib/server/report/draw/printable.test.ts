import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsSerif, printable, sizeIn, widthIn } from './printable.ts';

test.each([
	['Cœur à l’ouvrage, déjà €', 'Cœur à l’ouvrage, déjà €'],
	['Fin 🎉 !', 'Fin\u00a0!'],
	['Quoi ? « Rien » : 3', 'Quoi\u00a0? «\u00a0Rien\u00a0»\u00a0: 3'],
	['🎉 Fin', 'Fin'],
	['Équipe 👩🏽‍💻, ici 🇫🇷.', 'Équipe, ici.'],
	['Étape 1️⃣ puis 2', 'Étape puis 2'],
	['© 2026 Marée', '© 2026 Marée'],
	['9\u202f%', '9\u00a0%'],
	['e\u0301te\u0301', 'été'],
	['Привет, Ελλάδα', 'Привет, Ελλάδα'],
	['ﬁn', 'ﬁn'],
	['Fin ︖', 'Fin\u00a0?'],
	['漢', '□']
])('%j → printed as %j', (text, printed) => {
	expect(printable(text)).toBe(printed);
});

test('a title whose letters the serif family has → set in it; any other → not', () => {
	expect(fitsSerif('Été « à la une »')).toBe(true);
	expect(fitsSerif('Привет')).toBe(false);
});

test('a text wider than its room → a size at which it fits; a narrower one → the size asked for', () => {
	const room = 117;
	const asked = { size: 22, room };
	expect(sizeIn('serifBold', '1\u00a0216,30\u00a0€', asked)).toBe(22);
	const size = sizeIn('serifBold', '1\u00a0234\u00a0567,00\u00a0€', asked);
	expect(size).toBeGreaterThan(14);
	expect(widthIn('serifBold', '1\u00a0234\u00a0567,00\u00a0€', size)).toBeLessThanOrEqual(room);
});

test('any text made printable twice → the same as once', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(printable(printable(text))).toBe(printable(text));
		})
	);
});
