import { expect, test } from 'vitest';
import { glossary } from './glossary.ts';

test('the glossary → each term once, with a meaning, under an anchor of its own', () => {
	const terms = glossary().flatMap((group) => group.terms);
	expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
	expect(terms.filter(({ name, about }) => !name || !about)).toEqual([]);
	expect(terms.map(({ name }) => name)).toContain('Lift');
});
