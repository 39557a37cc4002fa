import { expect, test } from 'vitest';
import { table } from './answer.ts';
import type { Column } from './answer.ts';

type Row = { topic: string; clickers: number };

const columns: Column<Row>[] = [
	{ head: 'Topic', cell: (row) => row.topic },
	{ head: 'Clickers', cell: (row) => String(row.clickers), right: true }
];

test('aligns names to the left and figures to the right', () => {
	const rows = [
		{ topic: 'Vie privée', clickers: 1204 },
		{ topic: 'IA', clickers: 7 }
	];
	expect(table(columns, rows)).toEqual([
		'Topic       Clickers',
		'Vie privée      1204',
		'IA                 7'
	]);
});

test('keeps a row on its line, however long its title', () => {
	const [, row] = table(columns, [{ topic: `a\n${'b'.repeat(100)}`, clickers: 1 }]);
	expect(row).toMatch(/^a b+…\s+1$/);
});

test('has its heads where there are no rows', () => {
	expect(table(columns, [])).toEqual(['Topic  Clickers']);
});
