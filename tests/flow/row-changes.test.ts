import { beforeAll, expect, test } from 'vitest';
import type { Call } from '../../src/cli/command.ts';
import { renderedLines } from '../../src/cli/figures.ts';
import { topics as topicsCommand } from '../../src/cli/topics.ts';
import { renderTable, fileTable } from '#lib/columns/render-table.ts';
import type { Table } from '#lib/columns/table.ts';
import { comparisonNote } from '#lib/columns/comparison-note.ts';
import { topicTable } from '#lib/columns/tables/topics.ts';
import { createFormats } from '#lib/messages/format.ts';
import { authorFigures } from '#lib/server/figures/content/authors.ts';
import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { overviewFigures } from '#lib/server/figures/overview.ts';
import { editorialFigures } from '#lib/server/figures/money/editorial.ts';
import { unchanged } from '#lib/server/figures/row-change.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { localDate } from '#lib/server/local-date.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import type { Publication } from '#lib/server/store/publications.ts';
import { exported } from '../../src/routes/p/[publication]/export.csv/exported.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { keepReport } from '#lib/server/report/reports.ts';
import { sampleDatabase } from './sample-database.ts';

// How rows of tables moved from the period that they are compared with.

let db: Db;
let publication: Publication;

beforeAll(async () => {
	const sample = await sampleDatabase();
	db = sample.db;
	publication = await publicationMeant(db, 'sample');
	return sample.close;
});

const NOW = Date.parse('2026-11-27T20:00:00Z');
const formats = createFormats('en', 'UTC');
const summer = { from: '2026-06-01', to: '2026-08-31' };
const asked = (filters: Partial<Filters>) => ({ ...everything, ...filters });

const lifts = {
	topics: async (filters: Filters) =>
		(await topicFigures(db, publication, filters)).topics.map((row) => ({
			...row,
			name: row.topic
		})),
	sections: async (filters: Filters) =>
		(await sectionFigures(db, publication, filters)).sections.map((row) => ({
			...row,
			name: row.section
		})),
	authors: async (filters: Filters) =>
		(await authorFigures(db, publication, filters)).authors.map((row) => ({
			...row,
			name: row.author
		}))
};

test.each(Object.entries(lifts))(
	'a comparison → each of the %s says its lift of the other period, and how it moved',
	async (_, rowsOf) => {
		let told = 0;
		for (const compare of [null, 'before', 'year', '2026-01-05..2026-03-29']) {
			const { compared } = await topicFigures(db, publication, asked({ ...summer, compare }));
			// of the year before there are no data
			if (compared.from === null || compared.to === null) continue;
			const [from, to] = [compared.from, compared.to].map((at) => localDate(at, publication.zone));
			const others = await rowsOf(asked({ from: from!, to: to!, compare: 'none' }));
			for (const row of await rowsOf(asked({ ...summer, compare }))) {
				const other = others.find(({ name }) => name === row.name);
				// of what neither period tells nothing is said
				if (!row.enough && !other?.enough) {
					expect(row.liftChange).toBeNull();
					continue;
				}
				const { before, change, low, high, above, why } = row.liftChange!;
				if (!other) expect(row.liftChange).toEqual(unchanged('new'));
				else if (!row.enough || !other.enough) expect([change, why]).toEqual([null, 'few']);
				else {
					told++;
					expect([before, why]).toEqual([other.lift, null]);
					expect(low! < change! && change! < high! && above! >= 0 && above! <= 1).toBe(true);
					expect(change).toBe(row.lift! / other.lift!);
				}
			}
		}
		expect(told).toBeGreaterThan(3);
	}
);

test.each(Object.entries(lifts))(
	'no comparison → the %s to the digit, and no column of one',
	async (_, rowsOf) => {
		const plain = await rowsOf(asked({ ...summer, compare: 'none' }));
		expect(plain.every((row) => !('liftChange' in row))).toBe(true);
		const compared = await rowsOf(asked({ ...summer, compare: 'year' }));
		expect(compared.map(({ liftChange: _, ...row }) => row)).toEqual(plain);
		// of all data nothing lies before
		expect((await rowsOf(everything)).every((row) => !('liftChange' in row))).toBe(true);
	}
);

const keysOf = (table: { columns: { key: string }[] }) => table.columns.map(({ key }) => key);
const ofChange = [
	'liftBefore',
	'liftChange',
	'changeLow',
	'changeHigh',
	'changeAbove',
	'changeSure'
];

test('rows that are compared → the change in files, on pages, in cards and in a terminal', async () => {
	const { topics } = await topicFigures(db, publication, asked(summer));
	const plain = await topicFigures(db, publication, asked({ ...summer, compare: 'none' }));
	const filed = keysOf(fileTable(topicTable, topics, formats));
	expect(
		filed.filter((key) => !keysOf(fileTable(topicTable, plain.topics, formats)).includes(key))
	).toEqual(ofChange);
	const figure = renderTable(topicTable, 'figure', topics, formats);
	expect(figure.columns.find(({ key }) => key === 'moved')).toMatchObject({ inCard: true });
	expect(keysOf(renderTable(topicTable, 'page', topics, formats))).toContain('moved');
	expect(renderedLines(renderTable(topicTable, 'terminal', topics, formats)).join('\n')).toMatch(
		/\d\.\d\d\u00a0before, ×\u00a0\d\.\d\d\u00a0\(\d\.\d\d–\d\.\d\d\), (clear|likely|no clear difference)/
	);
	for (const view of ['figure', 'page', 'terminal'] as const)
		expect(keysOf(renderTable(topicTable, view, plain.topics, formats))).toEqual(
			topicTable.views[view].filter((key) => !['moved', 'movedWords'].includes(key))
		);
});

test.each([
	['channels', 'joined', 'joinedChange'],
	['channels', 'costPerReader', 'costChange']
] as const)(
	'a comparison → %s with the change of %s, from what the other days say',
	async (of, key, change) => {
		const filters = asked({ ...summer, compare: '2026-03-01..2026-05-31' });
		const figures = await channelFigures(db, publication, filters, NOW);
		const spring = asked({ from: '2026-03-01', to: '2026-05-31', compare: 'none' });
		const other = await channelFigures(db, publication, spring, NOW);
		let told = 0;
		for (const row of figures[of]) {
			const same = other[of].find(
				({ channel, campaign }) => channel === row.channel && campaign === row.campaign
			);
			const moved = row[change];
			if (row[key] === null) expect(moved).toBeNull();
			else if (!same) expect(moved).toEqual(unchanged('new'));
			else if (moved!.why === 'few') expect(Math.min(row.joined!, same.joined!)).toBeLessThan(5);
			else if (moved!.change !== null) {
				told++;
				expect(moved).toMatchObject({
					before: same[key],
					change: row[key] - same[key]!,
					low: null
				});
			}
		}
		expect(told).toBeGreaterThan(0);
		expect(other[of].every((row) => !(change in row))).toBe(true);
	}
);

test('a file of rows that are compared → says with what; of rows that are not → nothing of it', async () => {
	const file = (name: string, compare: string) =>
		exported[name]!(db, publication, asked({ ...summer, compare }), NOW, formats);
	for (const name of ['topics', 'sections', 'authors', 'channels']) {
		expect((await file(name, 'before')).compared).toMatchObject({ by: 'before', why: null });
		expect(await file(name, 'none')).not.toHaveProperty('compared');
	}
	// rows that have nothing to compare
	expect(await file('items', 'before')).not.toHaveProperty('compared');
});

test('a report on rows that are compared → the change in its workbook, and none without a comparison', async () => {
	const headsOf = async (compare: string) => {
		const made = { kind: 'editorial', name: null, locale: 'en' } as const;
		const filters = asked({ ...summer, compare });
		const { sections } = await makeReport(db, publication, { ...made, filters }, NOW);
		const figures = sections.flatMap(({ figures }) => figures);
		return ['topics', 'sections'].map((id) =>
			figures.find((one) => one.id === id)!.table.columns.map(({ head }) => head)
		);
	};
	for (const heads of await headsOf('before')) expect(heads).toContain('Change (×)');
	for (const heads of await headsOf('none')) expect(heads).not.toContain('Change (×)');
});

test('a report is kept → the file of the list has it, under any filters', async () => {
	const made = { kind: 'editorial', name: 'Summer', locale: 'en', filters: asked(summer) } as const;
	await keepReport(db, publication, made, { by: null, now: NOW });
	const { table } = await exported['kept-reports']!(
		db,
		publication,
		asked({ last: 1 }),
		NOW,
		formats
	);
	expect(table.rows).toEqual([['Summer', NOW]]);
});

test.each(['before', 'year', '2026-01-05..2026-03-29'])(
	'topics beside %s → the same change on the overview, in a command, a file and reports as on their page',
	async (compare) => {
		const filters = asked({ ...summer, compare });
		const { topics } = await topicFigures(db, publication, filters);
		const overview = await overviewFigures(db, publication, filters, NOW);
		const changes = topics.map(({ id, liftChange }) => [id, liftChange]);
		expect(overview.topics.map(({ id, liftChange }) => [id, liftChange])).toEqual(changes);

		const options = { publication: 'sample', ...summer, compare };
		const call = { args: [], options, locale: 'en', db: async () => db } as unknown as Call;
		const rows = (await topicsCommand.run(call))!.json as typeof topics;
		expect(rows.map(({ id, liftChange }) => [id, liftChange])).toEqual(changes);

		const { table } = await exported.topics!(db, publication, filters, NOW, formats);
		const made = { kind: 'editorial', name: null, locale: 'en', filters } as const;
		const { sections } = await makeReport(db, publication, made, NOW);
		const paper = sections
			.flatMap(({ figures }) => figures)
			.find(({ id }) => id === 'topics-moved')?.table;
		const heads = ['Lift before', 'Change (×)', 'Change: low, 90%', 'Change: high, 90%'];
		const changeIn = (of: Table, topic: string) =>
			heads.map(
				(head) =>
					of.rows.find(([name]) => name === topic)?.[
						of.columns.findIndex((column) => column.head === head)
					]
			);
		for (const { topic, liftChange } of topics) {
			if (liftChange?.change == null) continue;
			const { before, change, low, high } = liftChange;
			for (const where of [table, paper!])
				expect(changeIn(where, topic)).toEqual([before, change, low, high]);
		}
		// what is not compared stands in no table of changes
		expect(paper?.rows.length ?? 0).toBe(
			topics.filter(({ liftChange }) => liftChange?.change != null).length
		);
	}
);

test('a summary for managers beside another period → the change and how sure it is among its columns', async () => {
	const shownOf = async (compare: string) => {
		const made = { kind: 'management', name: null, locale: 'en' } as const;
		const filters = asked({ ...summer, compare });
		const { sections } = await makeReport(db, publication, { ...made, filters }, NOW);
		const { table, shown } = sections.flatMap(({ figures }) => figures)[0]!;
		return shown.map((place) => table.columns[place]!.head);
	};
	expect(await shownOf('before')).toEqual([
		'Topic',
		'Lift',
		'Lift before',
		'Change (×)',
		'Certainty of the change'
	]);
	expect(await shownOf('none')).not.toContain('Change (×)');
});

test('a key figure that is not compared above lifts that are → said why beneath them, and only then', async () => {
	const noteOf = async (filters: Partial<Filters>) => {
		const figures = await topicFigures(db, publication, asked(filters));
		return comparisonNote(figures.topics, figures, formats);
	};
	// a year before deliveries were counted otherwise
	expect(await noteOf({ last: 12, compare: 'year' })).toContain('Lift can be compared');
	expect(await noteOf({ last: 12, compare: 'before' })).toBe('');
	// sums of unequal numbers of issues are compared per issue
	expect(await noteOf({ ...summer, compare: '2026-03-01..2026-05-31' })).toBe('');
	expect(await noteOf({ last: 12, compare: 'none' })).toBe('');
});

test('unequal numbers of issues → topics compare what an item brings, and not what all of them do', async () => {
	const at = (compare: string) => editorialFigures(db, publication, asked({ last: 12, compare }));
	const [year, before] = [await at('year'), await at('before')];
	expect(year.compared.sums).not.toBeNull();
	for (const { value, valueChange, valuePerItem, valuePerItemChange: perItem } of year.topics) {
		if (valueChange)
			expect([valueChange.change, valueChange.why]).toEqual([null, year.compared.sums]);
		if (perItem?.change == null) continue;
		expect(perItem.change).toBe(valuePerItem! - perItem.before!);
		expect(value).not.toBeNull();
	}
	expect(year.topics.some((row) => row.valuePerItemChange?.change != null)).toBe(true);
	expect(before.topics.some((row) => row.valueChange?.change != null)).toBe(true);
});
