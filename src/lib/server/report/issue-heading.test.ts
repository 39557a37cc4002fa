import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import { issueHeading } from './issue-heading.ts';

const fr = createFormats('fr', 'UTC');

test('an issue by number and title → the number once, where its title says it', () => {
	const named = (title: string) => issueHeading({ number: 59, title }, fr);
	expect(named('Le port ferme')).toBe('n°\u00a059\u00a0: Le port ferme');
	expect(named('Marée n° 59 : le port ferme')).toBe('Marée n° 59 : le port ferme');
	expect(named('Tide #59: The quay')).toBe('Tide #59: The quay');
	expect(named('Tide #590')).toBe('n°\u00a059\u00a0: Tide #590');
	expect(named('59 quais')).toBe('n°\u00a059\u00a0: 59 quais');
});
