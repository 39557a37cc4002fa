import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReportFigure, Snapshot } from './snapshot.ts';
import { suppressedReport } from './suppress.ts';

const figure: ReportFigure = {
	id: 'items',
	title: 'Items',
	sub: null,
	about: null,
	chart: { kind: 'issueRates', of: 'rate', bars: [] },
	table: {
		columns: [
			{ head: 'Item', kind: 'text' },
			{ head: 'Position', kind: 'name' },
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
	note: null,
	noted: null
};

function shared(rows: ReportFigure['table']['rows'], keyFigures: Snapshot['keyFigures'] = []) {
	const sections = [
		{ heading: 'Items', figures: [{ ...figure, table: { ...figure.table, rows } }] }
	];
	const findings = ['3 readers clicked'];
	const whole = suppressedReport({
		locale: 'en',
		findings,
		keyFigures,
		sections
	} as unknown as Snapshot);
	return {
		...whole.sections[0]!.figures[0]!,
		keyFigures: whole.keyFigures,
		findings: whole.findings
	};
}

test('a row of fewer than five readers → its numbers hidden, with the smallest other row and the chart', () => {
	const { table, chart, note } = shared([
		['Tides', 1, 4, 2, 0.04, 1.2],
		['Boats', 2, 5, 2, 0.05, 1.1],
		['Ports', 3, 9, 2, 0.09, 1.4]
	]);
	// the total less the others would be Tides: the smallest of these goes with it
	expect(table.rows).toEqual([
		['Tides', 1, null, null, null, null],
		['Boats', 2, null, null, null, null],
		['Ports', 3, 9, 2, 0.09, 1.4]
	]);
	expect(chart).toBeNull();
	expect(note).toContain('fewer than 5');
});

test('a row of no readers, or a count of things → shown', () => {
	const rows = [['Tides', 1, 0, 3, 0, null]];
	const { table, chart, note } = shared(rows);
	expect([table.rows, chart, note]).toEqual([rows, figure.chart, null]);
});

test('a row hidden in one table → hidden in every table of its kind, money too', () => {
	const money = { head: 'Per clicker', kind: 'money' as const, currency: 'EUR' };
	const columns = [...figure.table.columns.slice(0, 3), money];
	const one = {
		...figure,
		table: {
			columns,
			rows: [
				['Tides', 1, 4, 400],
				['Boats', 2, 5, 380]
			]
		}
	};
	const other = { ...one, id: 'best', table: { columns, rows: [['Boats', 2, 5, 380]] } };
	const { sections } = suppressedReport({
		locale: 'en',
		keyFigures: [],
		sections: [{ heading: 'Items', figures: [one, other] }]
	} as unknown as Snapshot);
	expect(sections[0]!.figures.map(({ table }) => table.rows.map((row) => row.slice(2)))).toEqual([
		[
			[null, null],
			[null, null]
		],
		[[null, null]]
	]);
});

test('a row that is hidden → no sentence about it', () => {
	const rows = [
		['Tides', 1, 4, 2, 0.04, 1.2],
		['Boats', 2, 5, 2, 0.05, 1.1],
		['Ports', 3, 9, 2, 0.09, 1.4]
	];
	const findings = ['“Tides” got 4 clickers.', '“Ports” leads.'];
	const advice = [
		{ heading: 'What to do', lines: ['Put “Boats” higher: 5 readers would.', 'More “Ports”.'] }
	];
	const sections = [
		{ heading: 'Items', figures: [{ ...figure, table: { ...figure.table, rows } }] }
	];
	const shown = suppressedReport({
		locale: 'en',
		keyFigures: [],
		findings,
		advice,
		sections
	} as unknown as Snapshot);
	expect(shown.findings).toEqual(['“Ports” leads.']);
	expect(shown.advice).toEqual([{ heading: 'What to do', lines: ['More “Ports”.'] }]);
});

test('a name of two letters → no sentence tells of it; one that holds them within a word stays', () => {
	const rows = [
		['AI', 1, 4, 2, 0.04, 1.2],
		['Boats', 2, 5, 2, 0.05, 1.1],
		['Ports', 3, 9, 2, 0.09, 1.4]
	];
	const { findings } = suppressedReport({
		locale: 'en',
		keyFigures: [],
		findings: ['AI got 4 clickers.', 'MAINE leads.'],
		sections: [{ heading: 'Items', figures: [{ ...figure, table: { ...figure.table, rows } }] }]
	} as unknown as Snapshot);
	expect(findings).toEqual(['MAINE leads.']);
});

test('a key figure of few readers → hidden, with what is computed from it', () => {
	const none = { change: null, low: null, high: null, note: null };
	const { keyFigures, findings } = shared(
		[],
		[
			{ label: 'Delivered', kind: 'count', people: true, value: 900, ...none },
			{ label: 'Clickers', kind: 'count', people: true, value: 3, ...none },
			{ label: 'Click rate', kind: 'rate', value: 3 / 900, ...none }
		]
	);
	expect(keyFigures.map(({ value }) => value)).toEqual([900, null, null]);
	expect(findings.join()).not.toMatch(/3 readers/);
});

test('any rows → none of one to four readers left, nor any that a total would give away', () => {
	const row = fc.tuple(
		fc.constant<string>('Tides'),
		fc.constant(1),
		fc.integer({ min: 0, max: 12 }),
		fc.constant(2),
		fc.double({ min: 0, max: 1, noNaN: true }),
		fc.double({ min: 0, max: 9, noNaN: true })
	);
	fc.assert(
		fc.property(fc.array(row), (given) => {
			const rows = given.map(([, ...rest], i) => [`Item ${i}`, ...rest] as (typeof given)[number]);
			const shown = shared(rows).table.rows;
			const isHidden = (i: number) => shown[i]!.slice(2).every((cell) => cell === null);
			const readers = (which: boolean) =>
				rows.map(([, , n]) => n).filter((n, i) => n > 0 && isHidden(i) === which);

			for (const [i, [, , n]] of rows.entries()) {
				if (n > 0 && n < 5) expect(isHidden(i)).toBe(true);
				// all of a row or nothing
				if (!isHidden(i)) expect(shown[i]).toEqual(rows[i]);
			}
			const hidden = readers(true);
			const sum = hidden.reduce((all, n) => all + n, 0);
			if (hidden.length > 0 && readers(false).length > 0) {
				expect(hidden.length).toBeGreaterThanOrEqual(2);
				expect(sum).toBeGreaterThanOrEqual(5);
			}
		})
	);
});

test('a share that leaves few readers on either side → hidden with its row', () => {
	const columns = [
		{ head: 'Joined', kind: 'text' as const },
		{ head: 'Joined', kind: 'count' as const, people: true },
		{ head: 'After 1', kind: 'share' as const }
	];
	const rows = [
		['2026-01', 40, 0.5],
		['2026-02', 50, 0.96],
		['2026-03', 60, 0.05],
		['2026-04', 700, 0.9]
	];
	const one = { ...figure, table: { columns, rows } };
	const { sections } = suppressedReport({
		locale: 'en',
		keyFigures: [],
		findings: [],
		sections: [{ heading: 'Cohorts', figures: [one] }]
	} as unknown as Snapshot);
	expect(sections[0]!.figures[0]!.table.rows).toEqual([
		['2026-01', 40, 0.5],
		['2026-02', null, null],
		['2026-03', null, null],
		['2026-04', 700, 0.9]
	]);
});

test('a running count → shown where five more have come, and at its end', () => {
	const columns = [
		{ head: 'Hour', kind: 'count' as const },
		{ head: 'Clickers', kind: 'count' as const, people: true, running: true }
	];
	const counts = [3, 6, 9, 9, 14, 16, 22, 23];
	const rows = counts.map((n, i) => [i + 1, n]);
	const one = { ...figure, table: { columns, rows } };
	const { sections } = suppressedReport({
		locale: 'en',
		keyFigures: [],
		findings: [],
		sections: [{ heading: 'Arrival', figures: [one] }]
	} as unknown as Snapshot);
	const shown = sections[0]!.figures[0]!;
	expect(shown.table.rows.map(([, n]) => n)).toEqual([null, null, 9, 9, null, 16, null, 23]);
	expect(shown.chart).toBeNull();
});
