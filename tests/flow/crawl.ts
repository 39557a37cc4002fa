import { audience as audienceCommand } from '../../src/cli/audience.ts';
import { authors as authorsCommand } from '../../src/cli/authors.ts';
import { channels as channelsCommand } from '../../src/cli/channels.ts';
import type { Call, Command } from '../../src/cli/command.ts';
import { issues as issuesCommand } from '../../src/cli/issues.ts';
import { items as itemsCommand } from '../../src/cli/items.ts';
import { sections as sectionsCommand } from '../../src/cli/sections.ts';
import { sponsors as sponsorsCommand } from '../../src/cli/sponsors.ts';
import { topics as topicsCommand } from '../../src/cli/topics.ts';
import {
	everything,
	filterRecords,
	type FilterName,
	type Filters,
	type Narrowed
} from '#lib/filters/filters.ts';
import { holding, valuesIn } from '#lib/filters/narrowing.ts';
import { kindsDue } from '#lib/report-kinds.ts';
import { filterChoices } from '#lib/server/figures/choices.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { overviewFigures } from '#lib/server/figures/overview.ts';
import { sponsorFigures, sponsorPlaces } from '#lib/server/figures/sponsors/sponsors.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { figuresOf } from '#lib/server/report/facts.ts';
import type { Table } from '#lib/columns/table.ts';
import type { Snapshot } from '#lib/server/report/snapshot.ts';
import type { Publication } from '#lib/server/store/publications.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { monthTable } from '#lib/columns/tables/audience-readers.ts';
import { channelTable } from '#lib/columns/tables/channels.ts';
import { authorTable, sectionTable } from '#lib/columns/tables/groups.ts';
import { issueTable } from '#lib/columns/tables/issues.ts';
import { itemTable } from '#lib/columns/tables/items.ts';
import { leagueTable, sponsorTable } from '#lib/columns/tables/sponsors.ts';
import { topicTable } from '#lib/columns/tables/topics.ts';
import { createFormats } from '#lib/messages/format.ts';
import { figureOfTable } from '../../src/routes/p/[publication]/address.ts';
import { exported } from '../../src/routes/p/[publication]/export.csv/exported.ts';
import { throughPaper } from './paper.ts';
import { Said } from './said.ts';
import type { Shown } from './shown.ts';
import { throughCsv, throughWorkbook } from './through-files.ts';

// Asks every page, command, file and report for the same selection, and collects each number that
// stands in one of them under a name.

type Asked = { db: Db; publication: Publication; filters: Filters; now: number };

const formats = createFormats('en', 'UTC');

/** A table without columns that a page does not show. */
function without({ columns, rows }: Table, heads: readonly string[]): Table {
	const keep = columns.map(({ head }) => !heads.includes(head));
	return {
		columns: columns.filter((_, i) => keep[i]),
		rows: rows.map((row) => row.filter((_, i) => keep[i]))
	};
}

/** What pages show, as the tables that they can be downloaded as. */
async function pagesOf({
	db,
	publication,
	filters,
	now
}: Asked): Promise<[Narrowed, string, Table][]> {
	const { currency } = publication;
	const tables: [Narrowed, string, Table][] = [];
	for (const [name, make] of Object.entries(exported)) {
		// of one issue: a selection of its own
		if (name === 'issue') continue;
		const { table } = await make(db, publication, filters, now, formats);
		tables.push([figureOfTable(name) ?? 'items', name, ofCurrency(table, currency)]);
	}
	const overview = await overviewFigures(db, publication, filters, now);
	const sponsors = await sponsorFigures(db, publication, filters);
	// it says nothing of one more item
	const topics = without(fileTable(topicTable, overview.topics, formats), [
		'Lift of one more item',
		'Factor'
	]);
	return [
		...tables,
		['overview', 'overview topics', topics],
		['overview', 'overview issues', fileTable(issueTable, overview.issues, formats)],
		['sponsors', 'league', fileTable(leagueTable, sponsors.league, formats, { currency })]
	];
}

/** Without statements in other currencies: elsewhere they are converted, or in no sum. */
function ofCurrency({ columns, rows }: Table, currency: string): Table {
	const place = columns.find(({ currencyAt }) => currencyAt !== undefined)?.currencyAt;
	return {
		columns,
		rows: place === undefined ? rows : rows.filter((row) => row[place] === currency)
	};
}

/** What commands print for programs, as the tables of their pages. */
async function commandsOf({
	db,
	publication,
	filters
}: Asked): Promise<[Narrowed, string, Table][]> {
	const { sections, topics } = await filterChoices(db, publication);
	const named: Partial<Record<FilterName, { id: number; name: string }[]>> = {
		section: sections,
		topic: topics
	};
	const given = filterRecords.flatMap(({ name, field, several }) => {
		const texts = valuesIn(filters, field).map(
			(value) => named[name]?.find(({ id }) => id === value)!.name ?? String(value)
		);
		return texts.length ? [[name, several ? texts : texts[0]!] as const] : [];
	});
	const options = { publication: publication.slug, ...Object.fromEntries(given) };
	const rows = async <Row>(command: Command) => {
		const call = { args: [], options, locale: 'en', db: async () => db } as unknown as Call;
		return JSON.parse(JSON.stringify((await command.run(call))!.json)) as Row[];
	};
	const money = { currency: publication.currency };
	return [
		['topics', 'topics command', fileTable(topicTable, await rows(topicsCommand), formats)],
		['items', 'items command', fileTable(itemTable, await rows(itemsCommand), formats)],
		['sections', 'sections command', fileTable(sectionTable, await rows(sectionsCommand), formats)],
		['authors', 'authors command', fileTable(authorTable, await rows(authorsCommand), formats)],
		['issues', 'issues command', fileTable(issueTable, await rows(issuesCommand), formats)],
		['audience', 'audience command', fileTable(monthTable, await rows(audienceCommand), formats)],
		[
			'channels',
			'channels command',
			fileTable(channelTable, await rows(channelsCommand), formats, money)
		],
		[
			'sponsors',
			'sponsors command',
			fileTable(sponsorTable, await rows(sponsorsCommand), formats, money)
		]
	];
}

/** Reports of every kind that the selection can be one of. */
async function reportsOf({ db, publication, filters, now }: Asked): Promise<Snapshot[]> {
	const asked = { name: null, filters, locale: 'en' } as const;
	const { issues } = await issueListFigures(db, publication, filters);
	const places = await sponsorPlaces(db, publication);
	const ofIssue = issues[0] && { kind: 'issue' as const, issue: issues[0].id };
	const reports: Snapshot[] = [];
	for (const kind of kindsDue('date'))
		reports.push(await makeReport(db, publication, { ...asked, kind }, now));
	if (ofIssue) {
		const own = { ...everything, issue: ofIssue.issue };
		reports.push(await makeReport(db, publication, { ...asked, kind: 'issue', filters: own }, now));
	}
	if (places[0])
		reports.push(
			await makeReport(
				db,
				publication,
				{ ...asked, kind: 'receipt', placement: places[0].id, filters: everything },
				now
			)
		);
	return reports;
}

/** The page whose filters narrow a figure of a report. */
const PAGE_OF: Record<string, Narrowed> = {
	topics: 'topics',
	supply: 'topics',
	positions: 'positions',
	sections: 'sections',
	issues: 'issues',
	verdicts: 'verdicts',
	placements: 'sponsors',
	league: 'sponsors',
	channels: 'channels',
	costs: 'channels',
	cohorts: 'channels',
	campaigns: 'channels'
};
const pageOf = (kind: string, id: string): Narrowed =>
	PAGE_OF[id] ?? (kind === 'acquisition' ? 'audience' : 'items');

/** Of one issue or one place: what they total is not what the selection does. */
const OF_ONE = ['issue', 'receipt'];
const OWN_TOTALS = ['verdicts', 'aside', 'arrival', 'stand', 'usual'];

/** Every number that pages, files and reports say of a selection, by the selection that they say it of. */
export async function crawl(asked: Asked): Promise<Said> {
	const said = new Said();
	const add = (page: Narrowed, place: string, ...given: [Table, (Shown | null)[][]?]) =>
		said.addTable(place, given[0], setOf(holding(asked.filters, page)), given[1]);
	for (const [page, place, table] of await pagesOf(asked)) {
		add(page, place, table);
		add(page, `${place} file`, throughCsv(table));
	}
	for (const one of await commandsOf(asked)) add(...one);
	for (const report of await reportsOf(asked)) {
		const tables = figuresOf(report).map(({ id, table }): [string, string, Table] => [
			id,
			'report',
			table
		]);
		// large sheets are the same ones
		if (report.kind === 'acquisition' || report.kind === 'sponsor')
			for (const [id, table] of await throughWorkbook(report)) tables.push([id, 'workbook', table]);
		const isOne = OF_ONE.includes(report.kind);
		for (const [id, file, table] of tables)
			if (!isOne || !OWN_TOTALS.includes(id))
				add(pageOf(report.kind, id), `${report.kind} ${file}, ${id}`, table);
		for (const [id, { table, shown }] of await throughPaper(report))
			if (!isOne || !OWN_TOTALS.includes(id))
				add(pageOf(report.kind, id), `${report.kind} paper, ${id}`, table, shown);
	}
	return said;
}

/** Filters as words of a name: those that are set. */
function setOf(filters: Filters): string {
	const set = Object.entries(filters).filter(
		([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)
	);
	return JSON.stringify(Object.fromEntries(set));
}
