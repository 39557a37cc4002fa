import { boolean, constantFrom, nat, option, record, sample } from 'fast-check';
import Papa from 'papaparse';
import { beforeAll, expect, test } from 'vitest';
import { reportKinds } from '#lib/report-kinds.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { everything } from '#lib/filters/filters.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { sponsorReceipt } from '#lib/server/figures/sponsors/sponsor-receipt.ts';
import { sponsorFigures, sponsorPlaces } from '#lib/server/figures/sponsors/sponsors.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { cellWords, keyWords } from '#lib/columns/cell-words.ts';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { createFormats } from '#lib/messages/format.ts';
import { audienceTables, type AudienceTable } from '#lib/columns/tables/audience.ts';
import { reportFile } from '#lib/server/report/files.ts';
import { figuresOf } from '#lib/server/report/facts.ts';
import { mailOf } from '#lib/server/mail/mail.ts';
import { makeReport } from '#lib/server/report/make.ts';
import {
	keepReport,
	reportOf,
	stillHolds,
	type ReportRequest
} from '#lib/server/report/reports.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import type { Cell, ColumnKind } from '#lib/columns/table.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import type { Snapshot } from '#lib/server/report/snapshot.ts';
import { touchPublication } from '#lib/server/store/publications.ts';
import { bare, textOf } from './paper.ts';
import { sampleDatabase } from './sample-database.ts';
import { readWorkbook } from './workbook.ts';

// Reports of the sample publication: one document, and every file of it.

let db: Db;
let publication: Publication;

beforeAll(async () => {
	const sample = await sampleDatabase();
	db = sample.db;
	publication = await publicationMeant(db, 'sample');
	return sample.close;
});

const asked = (own: Partial<ReportRequest> = {}): ReportRequest => ({
	kind: 'editorial',
	name: null,
	filters: { ...everything, last: 12 },
	locale: 'fr',
	...own
});

/** What somebody may want a report of; ids of nothing are filters too. */
const filterSets = record({
	kind: constantFrom(...reportKinds),
	/** which of the places that have an item, and whether of its sponsor alone */
	place: nat({ max: 99 }),
	ofOne: boolean(),
	locale: constantFrom('fr', 'en'),
	filters: record({
		compare: constantFrom('before', 'year', 'none', '2025-11-01..2026-01-31'),
		from: option(constantFrom('2025-10-01', '2026-02-01', '2026-09-01')),
		to: option(constantFrom('2026-03-31', '2026-11-30')),
		last: option(constantFrom(1, 2, 6, 12, 24)),
		sections: constantFrom<number[]>([], [1], [2, 3]),
		topics: constantFrom<number[]>([], [1], [2, 999]),
		issue: constantFrom(1, 20, 40, 60),
		role: option(constantFrom('editorial', 'sponsor', 'house'))
	})
}).map(({ filters, ...rest }) => ({
	...rest,
	filters: { ...everything, ...filters, issue: rest.kind === 'issue' ? filters.issue : null }
}));

/** The same with a place and a sponsor that there are. */
async function wanted({ place, ofOne, ...rest }: (typeof sets)[number]): Promise<ReportRequest> {
	const places = await sponsorPlaces(db, publication);
	const { id, sponsor } = places[place % places.length]!;
	return asked({ ...rest, placement: id, sponsor: ofOne ? sponsor : null });
}

const by = { by: null, now: Date.UTC(2026, 11, 1) };

test('a report → three to six sentences, the first with what changed and its interval', async () => {
	for (const locale of ['fr', 'en'] as const)
		for (const kind of ['editorial', 'management'] as const) {
			const { findings } = await makeReport(db, publication, asked({ kind, locale }), 0);
			expect(findings.length).toBeGreaterThanOrEqual(3);
			expect(findings.length).toBeLessThanOrEqual(6);
			expect(findings[0]).toMatch(locale === 'fr' ? /pt à .*pt\)/ : /pt to .*pt\)/);
		}
});

test('the parts that moved the click rate → add up to its change', async () => {
	const report = await makeReport(db, publication, asked(), 0);
	const rows = figuresOf(report).find(({ id }) => id === 'change')!.table.rows as number[][];
	const moved = rows.map(([, change]) => change!);
	const whole = report.keyFigures.find(({ label }) => label === 'Taux de clic')!.change;

	expect(moved.slice(0, 5).reduce((sum, change) => sum + change, 0)).toBeCloseTo(moved[5]!, 12);
	expect(moved[5]).toBe(whole);
	expect(moved[5]! + moved[6]!).toBeCloseTo(moved[7]!, 12);
});

test('data that change after a report → it keeps its numbers, and says that they would differ', async () => {
	const id = await keepReport(db, publication, asked(), by);
	const kept = await reportOf(db, publication, id);
	expect(await stillHolds(db, publication, kept, 0)).toBe(true);

	await db.$client.execute('UPDATE rollup_issue SET clickers = clickers + 1');
	await touchPublication(db, publication.id);
	const now = await publicationMeant(db, 'sample');
	expect(await reportOf(db, now, id)).toEqual(kept);
	expect(await stillHolds(db, now, kept, 0)).toBe(false);

	await db.$client.execute('UPDATE rollup_issue SET clickers = clickers - 1');
	await touchPublication(db, publication.id);
	publication = await publicationMeant(db, 'sample');
	expect(await stillHolds(db, publication, kept, 0)).toBe(true);
});

test('a report’s numbers → those of the pages', async () => {
	const { filters } = asked();
	const report = await makeReport(db, publication, asked(), 0);
	const column = (id: string, head: string) => {
		const { table } = figuresOf(report).find((figure) => figure.id === id)!;
		const place = table.columns.findIndex((one) => one.head === head);
		return table.rows.map((row) => row[place]);
	};

	const { topics } = await topicFigures(db, publication, filters);
	expect(column('topics', 'Effet')).toEqual(topics.map(({ lift }) => lift));
	const { issues } = await issueListFigures(db, publication, filters);
	expect(column('issues', 'Taux de clic')).toEqual(issues.map(({ rate }) => rate));
});

test('a placement report → what its page says, and nothing of other sponsors', async () => {
	const places = await sponsorPlaces(db, publication);
	const names = new Set(places.map(({ sponsor }) => sponsor));
	for (const { id, sponsor } of places) {
		const report = await makeReport(db, publication, asked({ kind: 'receipt', placement: id }), 0);
		const { placement, expectedLow, clicks } = await sponsorReceipt(db, publication, id);
		expect(report.keyFigures.map(({ value }) => value)).toEqual([
			placement.delivered,
			placement.clickers,
			placement.rate,
			...(placement.fee === null ? [] : [placement.perClicker])
		]);
		const usual = figuresOf(report).find((figure) => figure.id === 'usual')!.table.rows;
		expect(usual[0]![2]).toBe(placement.rate);
		if (expectedLow !== null) expect(usual[1]![3]).toBe(expectedLow / placement.delivered!);
		if (placement.allClicks === null) expect(clicks).toBeNull();
		else expect(clicks).toMatchObject({ all: placement.allClicks, human: placement.clicks });

		const said = JSON.stringify(report);
		for (const other of names) if (other !== sponsor) expect(said).not.toContain(other);
		expect(report.findings.length).toBeGreaterThanOrEqual(3);
		expect(report.findings.length).toBeLessThanOrEqual(6);
	}
});

test('a report on one sponsor → its placements as the page has them, and no other', async () => {
	const { placements } = await sponsorFigures(db, publication, everything);
	const all = await makeReport(db, publication, asked({ kind: 'sponsor', filters: everything }), 0);
	const rows = (report: Snapshot) =>
		figuresOf(report).find(({ id }) => id === 'placements')!.table.rows;
	expect(rows(all)).toHaveLength(placements.length);

	const { sponsor } = placements[0]!;
	const own = asked({ kind: 'sponsor', filters: everything, sponsor });
	const report = await makeReport(db, publication, own, 0);
	expect(rows(report)).toEqual(rows(all).filter(([name]) => name === sponsor));
	expect(report.filters[0]).toContain(sponsor);
	const said = JSON.stringify(report);
	for (const other of placements)
		if (other.sponsor !== sponsor) expect(said).not.toContain(other.sponsor);
});

test('the acquisition report → what the audience page says of readers', async () => {
	const filters = { ...everything, last: 24 };
	const now = by.now;
	const report = await makeReport(db, publication, asked({ kind: 'acquisition', filters }), now);
	const page = await audienceFigures(db, publication, filters, now);
	const tableOf = (id: string) => figuresOf(report).find((figure) => figure.id === id)!.table;
	const key = (label: string) => report.keyFigures.find((one) => one.label === label)!.value;

	const filed = (name: AudienceTable) =>
		audienceTables[name].file(page, createFormats('fr', 'UTC'));
	expect(tableOf('months').rows).toEqual([...filed('months').rows].reverse());
	expect(filed('channels')).toMatchObject(tableOf('arrivals'));
	expect(filed('tenure')).toMatchObject(tableOf('tenure'));
	const [newest] = tableOf('retention').rows.slice(-1);
	expect(newest![2]).toBe(page.cohorts[0]!.still![1]! / page.cohorts[0]!.joined);
	expect(key('Lecteurs actuels')).toBe(page.totals.there);
	expect(key('Lecteurs engagés, 90 j')).toBe(page.tiers[0]!.readers);
	expect(report.findings.length).toBeLessThanOrEqual(6);
});

test('a shared page → its own part of the review, with the same numbers', async () => {
	const whole = await makeReport(db, publication, asked(), by.now);
	for (const part of ['topics', 'items', 'sections', 'issues'] as const) {
		const shown = await makeReport(db, publication, asked({ part }), by.now);
		expect(shown.sections).toHaveLength(1);
		expect(whole.sections).toContainEqual(shown.sections[0]);
		// of topics and sections it says how many there are, which the whole leaves out
		const [first, ...others] = shown.keyFigures;
		const own = part === 'topics' || part === 'sections' ? others : [first, ...others];
		expect(first!.value).toBeGreaterThan(1);
		expect(whole.keyFigures).toEqual(expect.arrayContaining(own));
		expect(whole.findings).toEqual(expect.arrayContaining(shown.findings));
	}
});

test.each(['acquisition', 'sponsor'] as const)(
	'the %s report → compared with the period before, in the same units, in every file',
	async (kind) => {
		const last = { ...everything, last: 12 };
		const { compared } =
			kind === 'sponsor'
				? await sponsorFigures(db, publication, last)
				: await audienceFigures(db, publication, last, by.now);
		const day = (at: number) =>
			new Intl.DateTimeFormat('sv', { timeZone: publication.zone }).format(at);
		const filters = { ...everything, from: day(compared.from!), to: day(compared.to!) };

		const report = await makeReport(db, publication, asked({ kind }), by.now);
		const before = await makeReport(db, publication, asked({ kind, filters }), by.now);
		expect(report.compared).toContain(kind === 'sponsor' ? '12 numéros' : '82 jours');
		expect(report.findings.at(-1)).toContain(report.compared);
		expect(report.findings.length).toBeLessThanOrEqual(6);
		expect(report.keyFigures.length).toBeGreaterThanOrEqual(4);
		for (const { label, value, change } of report.keyFigures) {
			// the one before may be compared per issue, and have a figure more
			const was = before.keyFigures.find((one) => one.label === label)!.value;
			expect(change).toBe(value === null || was === null ? null : value - was);
		}
		expect(report.keyFigures.filter(({ change }) => change !== null)).not.toEqual([]);

		const alone = await makeReport(
			db,
			publication,
			asked({ kind, filters: { ...everything, last: 12, compare: 'none' } }),
			by.now
		);
		expect(alone.keyFigures).toEqual(
			report.keyFigures.map(({ unsure: _, ...figure }) => ({
				...figure,
				change: null,
				// why there is no value has nothing to do with what it is compared with
				note: figure.value === null ? figure.note : null
			}))
		);
		await expectJsonAndCsv(report);
		await expectPaper(report);
		expectScales(report);
	}
);

/** A caption speaks of a scale where something is drawn on one. */
function expectScales(report: Snapshot) {
	const undrawn = figuresOf(report).filter(({ forest, chart }) => !forest && !chart);
	expect(undrawn.filter(({ sub }) => /log scale|échelle log/i.test(sub ?? ''))).toEqual([]);
}

test('a mailed report → its head says which of two periods it is compared with', async () => {
	const report = await makeReport(db, publication, asked({ kind: 'management' }), by.now);
	const { text } = await mailOf(report, null);
	expect(text.split('\n')[1]).toBe(
		[report.period, `comparé à\u00a0: ${report.compared}`, ...report.filters].join(' · ')
	);
});

test('channels of which none has buyers enough → their caption speaks of no scale and no interval', async () => {
	const filters = { ...everything, from: '2026-09-01', to: '2026-09-30' };
	const report = await makeReport(db, publication, asked({ kind: 'acquisition', filters }), by.now);
	const channels = figuresOf(report).find(({ id }) => id === 'channels')!;
	expect(channels.forest).toBe(null);
	expect(channels.sub).toMatch(/1 = équilibre\.$/);
	expectScales(report);
});

/** As many filters as are tried each time; `REPORTS=100` by hand. */
const SETS = Number(process.env.REPORTS ?? 3);
const sets = sample(filterSets, { numRuns: SETS, seed: 7 });

test.each(sets)(
	'any filters → all files of the report hold the numbers of its snapshot: %j',
	async (own) => {
		const report = await makeReport(db, publication, await wanted(own), by.now);
		await expectJsonAndCsv(report);
		await expectWorkbook(report);
		await expectPaper(report);
	}
);

async function expectJsonAndCsv(report: Snapshot) {
	const json = await reportFile(report, 'json');
	expect(JSON.parse(String(json.content))).toEqual(JSON.parse(JSON.stringify(report)));

	const csv = await reportFile(report, 'csv');
	const { data } = Papa.parse<string[]>(String(csv.content).slice(1), {
		delimiter: report.locale === 'fr' ? ';' : ','
	});
	for (const { label, kind, ...figure } of report.keyFigures) {
		const numbers = [figure.value, figure.change, figure.low, figure.high];
		const cells = numbers.map((value) => written(value, kind, report.locale));
		expect(data).toContainEqual([label, ...cells, expect.stringMatching(/./), figure.note ?? '']);
	}
	for (const { title, table } of figuresOf(report)) {
		const start = data.findIndex(
			(line, i) => line[0] === title && data[i + 1]?.[0] === table.columns[0]!.head
		);
		const rows = data.slice(start + 2, start + 2 + table.rows.length);
		expect(rows).toEqual(
			table.rows.map((row) =>
				row.map((value, i) => written(value, table.columns[i]!.kind, report.locale))
			)
		);
	}
}

/** A cell as a file of the language has it: as many digits as a number holds and no interval allows. */
function written(value: Cell, kind: ColumnKind, locale: Locale): string {
	if (typeof value === 'string') return /^\s*[=+@-]/.test(value) ? `'${value}` : value;
	if (value === null) return '';
	if (kind === 'instant') return new Date(value).toISOString();
	// the sample's money is in euros
	const amount = kind === 'money' ? value / 100 : value;
	return String(Number(amount.toPrecision(12))).replace('.', locale === 'fr' ? ',' : '.');
}

/** A spreadsheet counts days since 1899, of 86 400 000 ms. */
const asDay = (at: number) => at / 86_400_000 + 25_569;

async function expectWorkbook(report: Snapshot) {
	const { content } = await reportFile(report, 'xlsx');
	const sheets = [...readWorkbook(content as Uint8Array).values()];
	const figures = figuresOf(report);
	expect(sheets).toHaveLength(figures.length + 2);

	for (const [i, { table }] of figures.entries()) {
		const [head, ...rows] = sheets[i + 1]!;
		expect(head).toEqual(table.columns.map((column) => column.head));
		const expected = table.rows.map((row) =>
			row.map((value, n) => {
				if (typeof value !== 'number') return value;
				const { kind } = table.columns[n]!;
				if (kind === 'instant') return asDay(value);
				return kind === 'money' ? value / 100 : value;
			})
		);
		for (const [r, row] of expected.entries())
			for (const [c, value] of row.entries()) {
				const cell = rows[r]![c] ?? null;
				if (typeof value === 'number') expect(cell).toBeCloseTo(value, 9);
				else expect(cell || null).toBe(value || null);
			}
	}
}

async function expectPaper(report: Snapshot) {
	const { content } = await reportFile(report, 'pdf');
	expect(String.fromCharCode(...(content as Uint8Array).slice(0, 5))).toBe('%PDF-');
	const text = (await textOf(content as Uint8Array)).join('');
	const formats = createFormats(report.locale, report.publication.zone);
	const missing: string[] = [];
	const look = (words: string) => text.includes(bare(words)) || missing.push(words);

	for (const figure of report.keyFigures) {
		const { value, change } = keyWords(figure, formats);
		look(value);
		if (change) look(change);
		else if (figure.note) look(figure.note);
	}
	for (const { table, shown, most } of figuresOf(report))
		for (const row of table.rows.slice(0, most ?? undefined)) {
			const numbers = shown.filter((place) => typeof row[place] === 'number');
			// the numbers of a row that no text parts stand beside each other
			const runs = numbers.reduce<number[][]>((all, place) => {
				const last = all.at(-1);
				if (last && shown.indexOf(last.at(-1)!) === shown.indexOf(place) - 1) last.push(place);
				else all.push([place]);
				return all;
			}, []);
			for (const run of runs)
				look(run.map((place) => cellWords(row[place]!, table.columns[place]!, formats)).join(''));
		}
	look(report.seal);
	expect(missing).toEqual([]);
}
