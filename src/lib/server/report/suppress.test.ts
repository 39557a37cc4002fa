import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReportFigure, Snapshot } from './snapshot.ts';
import { suppressed } from './suppress.ts';

const figure: ReportFigure = {
	id: 'items',
	title: 'Items',
	sub: null,
	about: null,
	chart: { kind: 'issueRates', of: 'rate', bars: [] },
	table: {
		columns: [
			{ head: 'Item', kind: 'text' },
			{ head: 'Slot', kind: 'name' },
			{ head: 'Clickers', kind: 'count', people: true },
			{ head: 'Items', kind: 'count' },
			{ head: 'Click rate', kind: 'rate' },
			{ head: 'Lift', kind: 'ratio' }
		],
		rows: []
	},
	shown: [0, 2, 4],
	most: null,
	forest: null,
	note: null
};

function shared(rows: ReportFigure['table']['rows'], keyFigures: Snapshot['keyFigures'] = []) {
	const sections = [
		{ heading: 'Items', figures: [{ ...figure, table: { ...figure.table, rows } }] }
	];
	const whole = suppressed({ locale: 'en', keyFigures, sections } as unknown as Snapshot);
	return { ...whole.sections[0]!.figures[0]!, keyFigures: whole.keyFigures };
}

test('a row of fewer than five readers keeps its words and loses its numbers, and the chart goes', () => {
	const { table, chart, note } = shared([
		['Tides', 1, 4, 2, 0.04, 1.2],
		['Boats', 2, 5, 2, 0.05, 1.1]
	]);
	expect(table.rows).toEqual([
		['Tides', 1, null, null, null, null],
		['Boats', 2, 5, 2, 0.05, 1.1]
	]);
	expect(chart).toBeNull();
	expect(note).toContain('fewer than 5');
});

test('nobody is a number that may be told, and so is one of things', () => {
	const rows = [['Tides', 1, 0, 3, 0, null]];
	const { table, chart, note } = shared(rows);
	expect([table.rows, chart, note]).toEqual([rows, figure.chart, null]);
});

test('key figures of few readers take what is computed from them along', () => {
	const none = { change: null, low: null, high: null };
	const { keyFigures } = shared(
		[],
		[
			{ label: 'Delivered', kind: 'count', people: true, value: 900, ...none },
			{ label: 'Clickers', kind: 'count', people: true, value: 3, ...none },
			{ label: 'Click rate', kind: 'rate', value: 3 / 900, ...none }
		]
	);
	expect(keyFigures.map(({ value }) => value)).toEqual([900, null, null]);
});

test('no number from which one to four readers could be told is left, whatever the rows', () => {
	const row = fc.tuple(
		fc.constant('Tides'),
		fc.constant(1),
		fc.integer({ min: 0, max: 12 }),
		fc.constant(2),
		fc.double({ min: 0, max: 1, noNaN: true }),
		fc.double({ min: 0, max: 9, noNaN: true })
	);
	fc.assert(
		fc.property(fc.array(row), (rows) => {
			for (const [index, [, , clickers, ...rest]] of shared(rows).table.rows.entries()) {
				const few = rows[index]![2] > 0 && rows[index]![2] < 5;
				expect([clickers, ...rest].every((cell) => (cell === null) === few)).toBe(true);
			}
		})
	);
});
