import { expect, test } from 'vitest';
import { table, type TerminalColumn } from './answer.ts';

type Row = { topic: string; clickers: number };

const columns: TerminalColumn<Row>[] = [
	{ head: 'Topic', cell: (row) => row.topic },
	{ head: 'Clickers', cell: (row) => String(row.clickers), right: true }
];

test('names and figures in a table → names aligned left, figures right', () => {
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

test('a title with a line break, far too long → one line, the title cut', () => {
	const [, row] = table(columns, [{ topic: `a\n${'b'.repeat(100)}`, clickers: 1 }]);
	expect(row).toMatch(/^a b+…\s+1$/);
});

test('a table without rows → its header line alone', () => {
	expect(table(columns, [])).toEqual(['Topic  Clickers']);
});

test('emoji, wide letters and accents of their own → as wide as a terminal shows them', () => {
	const columns = [
		{ head: 'T', cell: (text: string) => text },
		{ head: 'n', cell: () => '1', right: true }
	];
	expect(table(columns, ['☕️ ab', '資生堂', 'e\u0301tait', '👩‍👩‍👧 ab'])).toEqual([
		'T       n',
		'☕️ ab   1',
		'資生堂  1',
		'e\u0301tait   1',
		'👩‍👩‍👧 ab   1'
	]);
	expect(table(columns, ['資'.repeat(40)])[1]).toBe(`${'資'.repeat(29)}…  1`);
});
