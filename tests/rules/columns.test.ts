import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { render } from 'svelte/server';
import { renderedLines } from '../../src/cli/figures.ts';
import { everything } from '#lib/filters/filters.ts';
import { declare, type Declared } from '../../src/lib/columns/declare.ts';
import { renderTable, fileTable } from '../../src/lib/columns/render-table.ts';
import { placesOf, type KeyedTable } from '../../src/lib/columns/table.ts';
import { cohortHeatTable, cohortShareTable } from '../../src/lib/columns/tables/cohorts.ts';
import { nextPositionTable } from '../../src/lib/columns/tables/next.ts';
import { affinityHeatTable } from '../../src/lib/columns/tables/topic-readers.ts';
import { editorialTable } from '../../src/lib/columns/tables/editorial.ts';
import { authorTable } from '../../src/lib/columns/tables/groups.ts';
import { rejectTable } from '../../src/lib/columns/tables/rejects.ts';
import { topicLineTable, trendTable } from '../../src/lib/columns/tables/topic-lines.ts';
import { createFormats } from '../../src/lib/messages/format.ts';
import type { AuthorRow } from '../../src/lib/server/figures/content/rows.ts';
import { dialectOf, writeCsv } from '../../src/lib/server/report/csv.ts';
import { uncut } from '../../src/lib/server/report/pdf/cuts.ts';
import { paperTable as paperOf } from '../../src/lib/server/report/pdf/table.ts';
import { suppressedReport } from '../../src/lib/server/report/suppress.ts';
import type { Snapshot } from '../../src/lib/server/report/snapshot.ts';
import { reportXlsx } from '../../src/lib/server/report/xlsx.ts';
import DataTable from '../../src/lib/ui/table/DataTable.svelte';
import { exported } from '../../src/routes/p/[publication]/export.csv/exported.ts';

type AnyTable = Declared<never>;

const unknownEstimate = {
	lift: null,
	low: null,
	high: null,
	low50: null,
	high50: null,
	above: null,
	enough: false,
	why: 'noModel' as const,
	rank: null,
	rankLow: null,
	rankHigh: null
};
const amounts = {
	issues: 1,
	items: 2,
	clickers: 30,
	delivered: 400,
	compared: null,
	expected: null,
	rawRate: 0.0375,
	shareOfClicks: 1
};

/** Every table that is declared: those that stand there, and those that are made for what they show. */
async function everyTable(): Promise<AnyTable[]> {
	const files = readdirSync('src/lib/columns/tables').map((name) => name.replace(/\.ts$/, ''));
	const modules = await Promise.all(
		files.map((name) => import(`../../src/lib/columns/tables/${name}.ts`))
	);
	const standing = modules
		.flatMap((module) => Object.values(module as object))
		.filter((one: unknown): one is AnyTable =>
			Boolean(one && typeof one === 'object' && 'columns' in one && 'views' in one)
		);
	const made = [
		editorialTable('topic'),
		editorialTable('section'),
		topicLineTable('topic-lines', 'lift'),
		topicLineTable('topic-rolling', 'rate'),
		trendTable('lift', []),
		cohortShareTable({ cohorts: [], leavers: 'all' }),
		cohortHeatTable([{ month: '2026-01', joined: 9, values: [9, 8] }], false),
		affinityHeatTable([]),
		nextPositionTable(() => 'Items', 'forecast'),
		rejectTable([])
	] as unknown as AnyTable[];
	return [...standing, ...made];
}

const tables = await everyTable();

/** What no page of its own offers as a file, and where it is handed on instead. */
const elsewhere = [
	// sheets of reports
	'sponsor-league',
	'sponsor-prices',
	'receipt-usual',
	'receipt-aside',
	'change',
	'issue-arrival',
	'issue-stand',
	'audience-retention',
	// two files below each other, and those that lay out for a screen what another file holds
	'tastes',
	'topic-trend',
	'topic-fatigue',
	'audience-heat',
	'topic-reader-heat',
	'channel-marginal',
	'verdict-examples',
	'verdict-preview',
	'forecasts',
	'next-topics',
	'next-positions',
	'next-owed',
	'next-again',
	// of one topic, section or author: copied from its page, and otherwise in the file of items
	'group-positions',
	'group-sponsors',
	// a file of its import
	'rejects',
	// files of the installation, and of one reader
	'audit',
	'reader-data',
	// of several publications: a file beside their own
	'publications',
	// lists of what can be done here
	'mailings',
	'shares',
	'jobs',
	'manage',
	'sends'
];

test('a declared table → a name that no other has, and no key twice among its columns', () => {
	expect(tables.length).toBeGreaterThan(30);
	const names = tables.map(({ name }) => name);
	expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
	for (const { name, columns } of tables) {
		const keys = columns.map(({ key }) => key);
		expect([name, keys.filter((key, i) => keys.indexOf(key) !== i)]).toEqual([name, []]);
	}
});

test('a declared table → downloaded as a file, unless it is listed as handed on elsewhere', () => {
	const missing = tables.map(({ name }) => name).filter((name) => !(name in exported));
	expect(missing.sort()).toEqual([...elsewhere].sort());
});

/** Counts that are of no readers: things, clicks and opens, orders, sums of money's days. */
const ofThings = new Set(
	`after age alerts allClicks at before change clicked clicks clicksAfter clicksBefore cohorts compared conversions conversionsInMonth costed count
	guaranteed guaranteedClicks human issues items loneRange machine matchedClicks matureCohorts maturity n
	owed pages payback placements position priced rankHigh rankLow recent right row said sales setAside
	suggested suspect usualRange views`.split(/\s+/)
);

/** Readers who are told of otherwise: few are nulls in the figure itself, or the row has a count beside it. */
const guarded = ['topic-overlaps.both', 'audience-months.net', 'forecasts.came', 'items.shared'];

test('a column of counts → marked as counting readers, unless it is listed as counting something else', () => {
	const unsaid = tables.flatMap(({ name, columns }) =>
		columns.flatMap(({ key, kind, people }) =>
			kind === 'count' && people !== true && !ofThings.has(key) ? `${name}.${key}` : []
		)
	);
	expect(unsaid.sort()).toEqual([...guarded].sort());
});

test('a column of a view → one of its table; a column → shown or filed somewhere', () => {
	for (const { name, columns, views } of tables) {
		const shown = new Set(Object.values(views as Record<string, string[]>).flat());
		const keys = columns.map(({ key }) => key as string);
		expect([name, [...shown].filter((key) => !keys.includes(key))]).toEqual([name, []]);
		const idle = columns.filter(({ key, file }) => file === false && !shown.has(key));
		expect([name, idle.map(({ key }) => key)]).toEqual([name, []]);
		const of = columns.flatMap(({ of }) => of ?? []);
		expect([name, of.filter((key) => !keys.includes(key))]).toEqual([name, []]);
	}
});

test.each(['en', 'fr'] as const)(
	'a table in any of its views → a head for each column, in %s',
	(locale) => {
		const formats = createFormats(locale, 'UTC');
		for (const table of tables) {
			const heads = fileTable(table, [], formats).columns.map(({ head }) => head);
			const shown = Object.keys(table.views).flatMap((view) =>
				renderTable(table, view as never, [], formats).columns.map(({ head }) => head)
			);
			expect([table.name, [...heads, ...shown].filter((head) => !/\S/.test(head))]).toEqual([
				table.name,
				[]
			]);
		}
	}
);

test.each(['en', 'fr'] as const)(
	'a file of any table → no two columns under one head, in %s',
	(locale) => {
		const formats = createFormats(locale, 'UTC');
		// laid out for a screen alone, under heads of groups
		for (const table of tables.filter(({ name }) => name !== 'verdict-preview')) {
			const heads = fileTable(table, [], formats).columns.map(({ head }) => head);
			const twice = heads.filter((head, i) => heads.indexOf(head) !== i);
			expect([table.name, twice]).toEqual([table.name, []]);
		}
	}
);

const tablesOfReaders = tables.filter(({ columns }) => columns.some(({ people }) => people));

test.each(tablesOfReaders.map((table) => [table.name, table] as const))(
	'a row of a single reader in %s → no count of readers in what a link shows',
	(_, table) => {
		const { columns } = fileTable(table, [], createFormats('en', 'UTC'));
		// a row of one reader, and one of many
		const row = (n: number) => columns.map(({ kind }) => (kind === 'text' ? `row ${n}` : n));
		const rows = [row(1), row(400), row(500)];
		const places = columns.flatMap(({ people }, place) => (people ? place : []));
		expect(places).not.toEqual([]);
		const figure = {
			id: 'one',
			title: '',
			sub: null,
			about: null,
			chart: null,
			table: { columns, rows },
			shown: [],
			most: null,
			forest: null,
			note: null
		};
		const sections = [{ heading: '', figures: [figure] }];
		const shared = suppressedReport({
			locale: 'en',
			keyFigures: [],
			sections
		} as unknown as Snapshot);
		const [first] = shared.sections[0]!.figures[0]!.table.rows;
		expect(places.map((place) => first![place])).toEqual(places.map(() => null));
	}
);

test('a count under a key that stands for readers → marked as counting readers', () => {
	const people =
		/^(clickers|readers|otherReaders|delivered|joined|joinedSinceSpend|matureJoined|left|there|engaged|buyers|allOpeners|humanOpeners|openers|unsubscribed|complained|atRisk|still|clicking|young|opened|proxied)$/;
	const unmarked = tables.flatMap(({ name, columns }) =>
		columns
			.filter(({ key, kind, people: marked }) => people.test(key) && kind === 'count' && !marked)
			.map(({ key }) => `${name}: ${key}`)
	);
	expect(unmarked).toEqual([]);
});

/** A report of one table, as its paper view shows it. */
function reportOf(table: KeyedTable, shown: number[]): Snapshot {
	const { columns, rows } = table;
	const none = { sub: null, about: null, chart: null, most: null, forest: null, note: null };
	const figure = { ...none, id: 'one', title: 'One', table: { columns, rows }, shown };
	return {
		locale: 'en',
		name: 'Report',
		kind: 'editorial',
		seal: '',
		period: '',
		filters: [],
		publication: { slug: 'one', name: 'One', zone: 'UTC', currency: 'EUR', logo: null },
		findings: [],
		keyFigures: [],
		advice: [],
		definitions: [],
		compared: null,
		createdAt: 0,
		dataUpTo: null,
		rules: 1,
		setAside: null,
		asked: { filters: everything },
		sections: [{ heading: 'One', figures: [figure] }]
	} as unknown as Snapshot;
}

test('a column added to a declaration → shown in files, in the terminal, on the page and on paper', async () => {
	const more = declare<AuthorRow>()({
		name: 'more',
		columns: [
			...authorTable.columns,
			{ key: 'madeUp', head: () => 'Made-up', cell: ({ author }) => `seen of ${author}` }
		],
		views: {
			page: [...authorTable.views.page, 'madeUp'],
			terminal: [...authorTable.views.terminal, 'madeUp'],
			paper: ['author', 'madeUp']
		}
	});
	const row = { ...unknownEstimate, author: 'Ada', ...amounts };
	const formats = createFormats('en', 'UTC');
	const filed = fileTable(more, [row], formats);
	const report = reportOf(filed, placesOf(filed, more.views.paper));

	const sheets = unzipSync(await reportXlsx(report));
	const html = render(DataTable, {
		props: { table: renderTable(more, 'page', [row], formats), label: 'More' }
	}).body;
	const shown = {
		csv: writeCsv([{ table: filed }], [], dialectOf('en')),
		xlsx: Object.values(sheets)
			.map((sheet) => strFromU8(sheet))
			.join(''),
		terminal: renderedLines(renderTable(more, 'terminal', [row], formats)).join('\n'),
		page: html,
		paper: JSON.stringify(
			paperOf(report.sections[0]!.figures[0]!, formats, uncut, {
				stood: new Map(),
				heading: null,
				below: null,
				width: 510
			})
		)
	};
	for (const [where, text] of Object.entries(shown)) {
		expect([where, text.includes('Made-up')]).toEqual([where, true]);
		expect([where, text.includes('seen of Ada')]).toEqual([where, true]);
	}
});
