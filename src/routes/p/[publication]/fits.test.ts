import { expect, test } from 'vitest';
import { fits } from './fits.ts';

test.each([
	['Canaux', 'canal'],
	['Vues enregistrées', 'vue'],
	['Topic', 'topics'],
	['Créer le rapport', 'rapport creer'],
	['Spend & revenue', 'rev'],
	['Tableaux', 'tableau']
])('%s, asked for by %s → found', (name, asked) => {
	expect(fits(name, asked)).toBe(true);
});

test.each([
	['Canaux', 'cane'],
	['Topics', 'topic lift']
])('%s, asked for by %s → not found', (name, asked) => {
	expect(fits(name, asked)).toBe(false);
});
