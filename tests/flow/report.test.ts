import Papa from 'papaparse';
import { beforeAll, expect, test } from 'vitest';
import { everything } from '#lib/server/figures/filters.ts';
import { issueListFigures } from '#lib/server/figures/issues.ts';
import { topicFigures } from '#lib/server/figures/topics.ts';
import { fileOf } from '#lib/server/report/files.ts';
import { figuresOf } from '#lib/server/report/facts.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { keepReport, reportOf, stillHolds, type Asked } from '#lib/server/report/reports.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import type { Cell, Kind } from '#lib/server/report/table.ts';
import type { Db } from '#lib/server/store/open.ts';
import { publicationNamed } from '#lib/server/ingest/publication.ts';
import { touchPublication } from '#lib/server/store/publications.ts';
import { sampleDatabase } from './sample-database.ts';

// Reports of the sample publication: one document, and every file of it.

let db: Db;
let publication: Publication;

beforeAll(async () => {
	const sample = await sampleDatabase();
	db = sample.db;
	publication = await publicationNamed(db, 'sample');
	return sample.close;
});

const asked = (own: Partial<Asked> = {}): Asked => ({
	kind: 'editorial',
	name: null,
	filters: { ...everything, last: 12 },
	comparison: 'before',
	locale: 'fr',
	...own
});

const by = { by: null, now: Date.UTC(2026, 11, 1) };

test('a report says in three to six sentences what changed, with its interval', async () => {
	for (const locale of ['fr', 'en'] as const)
		for (const kind of ['editorial', 'management'] as const) {
			const { findings } = await makeReport(db, publication, asked({ kind, locale }), 0);
			expect(findings.length).toBeGreaterThanOrEqual(3);
			expect(findings.length).toBeLessThanOrEqual(6);
			expect(findings[0]).toMatch(locale === 'fr' ? /pt à .*pt\)/ : /pt to .*pt\)/);
		}
});

test('what moved the click rate adds up to its change', async () => {
	const report = await makeReport(db, publication, asked(), 0);
	const rows = figuresOf(report).find(({ id }) => id === 'change')!.table.rows as number[][];
	const moved = rows.map(([, change]) => change!);
	const whole = report.keyFigures.find(({ label }) => label === 'Taux de clic')!.change;

	expect(moved.slice(0, 5).reduce((sum, change) => sum + change, 0)).toBeCloseTo(moved[5]!, 12);
	expect(moved[5]).toBe(whole);
	expect(moved[5]! + moved[6]!).toBeCloseTo(moved[7]!, 12);
});

test('a report keeps its numbers when the data change, and says that they would differ', async () => {
	const id = await keepReport(db, publication, asked(), by);
	const kept = await reportOf(db, publication, id);
	expect(await stillHolds(db, publication, kept, 0)).toBe(true);

	await db.$client.execute('UPDATE rollup_issue SET clickers = clickers + 1');
	await touchPublication(db, publication.id);
	const now = await publicationNamed(db, 'sample');
	expect(await reportOf(db, now, id)).toEqual(kept);
	expect(await stillHolds(db, now, kept, 0)).toBe(false);

	await db.$client.execute('UPDATE rollup_issue SET clickers = clickers - 1');
	await touchPublication(db, publication.id);
	publication = await publicationNamed(db, 'sample');
	expect(await stillHolds(db, publication, kept, 0)).toBe(true);
});

test('its numbers are those of the pages', async () => {
	const { filters } = asked();
	const report = await makeReport(db, publication, asked(), 0);
	const column = (id: string, head: string) => {
		const { table } = figuresOf(report).find((figure) => figure.id === id)!;
		const place = table.columns.findIndex((one) => one.head === head);
		return table.rows.map((row) => row[place]);
	};

	const { topics } = await topicFigures(db, publication, filters);
	expect(column('topics', 'Lift')).toEqual(topics.map(({ lift }) => lift));
	const { issues } = await issueListFigures(db, publication, filters);
	expect(column('issues', 'Taux de clic')).toEqual(issues.map(({ rate }) => rate));
});

test('CSV and JSON hold every number of the snapshot', async () => {
	const report = await makeReport(db, publication, asked(), 0);
	const json = await fileOf(report, 'json');
	expect(JSON.parse(String(json.content))).toEqual(JSON.parse(JSON.stringify(report)));

	const csv = await fileOf(report, 'csv');
	const { data } = Papa.parse<string[]>(String(csv.content).slice(1), { delimiter: ';' });
	for (const { title, table } of figuresOf(report)) {
		const start = data.findIndex(
			(line, i) => line[0] === title && data[i + 1]?.[0] === table.columns[0]!.head
		);
		const rows = data.slice(start + 2, start + 2 + table.rows.length);
		expect(rows).toEqual(
			table.rows.map((row) => row.map((value, i) => written(value, table.columns[i]!.kind)))
		);
	}
});

/** A cell as a French file has it: as many digits as a number holds and no interval allows. */
function written(value: Cell, kind: Kind): string {
	if (value === null || typeof value === 'string') return value ?? '';
	if (kind === 'instant') return new Date(value).toISOString();
	return String(Number(value.toPrecision(12))).replace('.', ',');
}
