import { expect, test } from 'vitest';
import type { Laid } from '#lib/columns/lay-out.ts';
import { sorted, turned } from './sorting.ts';

const table: Laid<'name' | 'n'> = {
	columns: [
		{ key: 'name', head: 'Name', right: false },
		{ key: 'n', head: 'N', right: true }
	],
	rows: [
		['Ports', 9],
		['écluses', null],
		['Ponts', 1200]
	].map(([name, n]) => [
		{ value: name as string, text: String(name) },
		{ value: n as number | null, text: n === null ? '–' : 'words' }
	])
};
const names = (rows: ReturnType<typeof sorted>) => rows.map(([name]) => name!.value);

test('figures are sorted as figures, the most first, then the least, then as they were', () => {
	const first = turned<'name' | 'n'>(null, 'n', true);
	expect(names(sorted(table, first))).toEqual(['Ponts', 'Ports', 'écluses']);
	const second = turned(first, 'n', true);
	// what is not known stands last either way
	expect(names(sorted(table, second))).toEqual(['Ports', 'Ponts', 'écluses']);
	expect(turned(second, 'n', true)).toBeNull();
	expect(names(sorted(table, null))).toEqual(['Ports', 'écluses', 'Ponts']);
});

test('words are sorted as a language does, from the first letter on', () => {
	expect(names(sorted(table, turned<'name' | 'n'>(null, 'name', false)))).toEqual([
		'écluses',
		'Ponts',
		'Ports'
	]);
});
