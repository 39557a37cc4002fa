import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test.each([
	['Le Fil', 'le-fil'],
	['L’Œil du matin', 'l-oeil-du-matin'],
	['  À la une ! ', 'a-la-une'],
	['東京', '']
])('%j → %j', (name, slug) => {
	expect(slugOf(name)).toBe(slug);
});

test('a name longer than short names may be → cut between two words; one endless word → cut anywhere', () => {
	const name = 'La lettre hebdomadaire des bibliothèques et des librairies indépendantes';
	expect(slugOf(name)).toBe('la-lettre-hebdomadaire-des-bibliotheques-et-des-librairies');
	// a word that ends where the limit is stays whole
	expect(slugOf(`${'a'.repeat(31)} ${'b'.repeat(31)} c`)).toBe(
		`${'a'.repeat(31)}-${'b'.repeat(31)}`
	);
	expect(slugOf('a'.repeat(70))).toBe('a'.repeat(63));
});
