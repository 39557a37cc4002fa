import { expect, test } from 'vitest';
import { nameKey } from './name-key.ts';

test.each([
	['Réseaux sociaux', 'reseaux-sociaux'],
	['E\u2011mail', 'e-mail'],
	['E\u2010mail', ' E mail '],
	['paid_search', 'Paid  Search.']
])('%j and %j → one name', (one, other) => {
	expect(nameKey(one)).toBe(nameKey(other));
});

test('other words → another name', () => {
	expect(nameKey('E-mail')).not.toBe(nameKey('Email'));
});
