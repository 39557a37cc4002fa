import { expect, test } from 'vitest';
import { tableOf } from '../../../../../tests/table-of.ts';
import { columnOfPersons } from './persons-columns.ts';

const table = (header: string[]) =>
	tableOf(header, ...[1, 2].map((first) => header.map((_, i) => String(i + first))));

test('what persons did is counted beside all that was done → the column of persons', () => {
	const links = table(['Total Clicks', 'Unique Clicks', 'Unique Verified Clicks']);
	expect(columnOfPersons(links, 1)).toBe(2);
	expect(columnOfPersons(links, 0)).toBe(0);
});

test('a column of persons of something else → the column itself', () => {
	expect(columnOfPersons(table(['Clicks', 'Human opens', 'Verified rate']), 0)).toBe(0);
});
