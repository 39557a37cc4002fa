import fc from 'fast-check';
import Papa from 'papaparse';
import { audience as audienceCommand } from '../../src/cli/audience.ts';
import { authors as authorsCommand } from '../../src/cli/authors.ts';
import { channels as channelsCommand } from '../../src/cli/channels.ts';
import type { Call, Command } from '../../src/cli/command.ts';
import { issues as issuesCommand } from '../../src/cli/issues.ts';
import { items as itemsCommand } from '../../src/cli/items.ts';
import { sections as sectionsCommand } from '../../src/cli/sections.ts';
import { sponsors as sponsorsCommand } from '../../src/cli/sponsors.ts';
import { topics as topicsCommand } from '../../src/cli/topics.ts';
import { tableOf } from '#lib/columns/lay-out.ts';
import type { Table } from '#lib/columns/table.ts';
import { audienceTables } from '#lib/columns/tables/audience.ts';
import { channelTable } from '#lib/columns/tables/channels.ts';
import { editorialTable } from '#lib/columns/tables/editorial.ts';
import { authorTable, sectionTable } from '#lib/columns/tables/groups.ts';
import { issueTable } from '#lib/columns/tables/issues.ts';
import { itemTable, positionTable } from '#lib/columns/tables/items.ts';
import { leagueTable, sponsorTable } from '#lib/columns/tables/sponsors.ts';
import { topicLineTable, topicPoints } from '#lib/columns/tables/topic-lines.ts';
import { affinityTable } from '#lib/columns/tables/topic-readers.ts';
import { topicTable } from '#lib/columns/tables/topics.ts';
import { ledgerRows, verdictTable } from '#lib/columns/tables/verdicts.ts';
import { formats } from '#lib/messages/format.ts';
import { minorUnits } from '#lib/minor-units.ts';
import { holding, type Narrowed } from '#lib/filters/record.ts';
import { audienceFigures, type AudienceFigures } from '#lib/server/figures/audience/audience.ts';
import { authorFigures } from '#lib/server/figures/content/authors.ts';
import { filterChoices } from '#lib/server/figures/choices.ts';
import { everything, type Filters } from '#lib/server/figures/filters.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { itemFigures } from '#lib/server/figures/content/items.ts';
import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { topicReaderFigures } from '#lib/server/figures/content/topic-readers.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { editorialFigures } from '#lib/server/figures/money/editorial.ts';
import { overviewFigures } from '#lib/server/figures/overview.ts';
import { sponsorFigures, sponsorPlaces } from '#lib/server/figures/sponsors/sponsors.ts';
import { verdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import { dialectOf, writeCsv } from '#lib/server/report/csv.ts';
import { fileOf } from '#lib/server/report/files.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { figuresOf } from '#lib/server/report/facts.ts';
import type { Snapshot } from '#lib/server/report/snapshot.ts';
import type { Publication } from '#lib/server/store/publications.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { Said } from './said.ts';
import { readWorkbook } from './workbook.ts';

// Asks every page, command, file and report for the same selection, and collects each number that
// stands in one of them under a name.

/** Filters as somebody may set them: ids and names that there are, and periods with and without data. */
export async function anyFilters(
	db: Db,
	publication: Publication,
	[first, last]: readonly [string, string]
): Promise<fc.Arbitrary<Filters>> {
	const { sections, topics, authors } = await filterChoices(db, publication);
	const { channels: rows } = await audienceFigures(db, publication, everything, 0);
	const channels = rows.flatMap(({ channel }) => channel ?? []);
	const length = (Date.parse(last) - Date.parse(first)) / 86_400_000;
	const day = fc
		.integer({ min: 0, max: length })
		.map((n) => new Date(Date.parse(first) + n * 86_400_000).toISOString().slice(0, 10));
	const someOf = <T>(values: readonly T[]) =>
		values.length
			? fc.oneof(
					{ weight: 3, arbitrary: fc.constant<T[]>([]) },
					fc.subarray([...values], { minLength: 1, maxLength: 2 })
				)
			: fc.constant<T[]>([]);
	const perhaps = <T>(one: fc.Arbitrary<T>) => fc.option(one, { freq: 2 });
	const period = fc.oneof(
		fc.record({ from: perhaps(day), to: perhaps(day) }).map(({ from, to }) => ({
			from: from && to && from > to ? to : from,
			to: from && to && from > to ? from : to,
			last: null
		})),
		fc.integer({ min: 1, max: 12 }).map((n) => ({ from: null, to: null, last: n }))
	);
	return fc
		.record({
			period,
			sections: someOf(sections.map(({ id }) => id)),
			topics: someOf(topics.map(({ id }) => id)),
			authors: someOf(authors),
			role: fc.option(fc.constantFrom('editorial' as const, 'sponsor' as const), { freq: 2 }),
			channel: channels.length
				? fc.option(fc.constantFrom(...channels), { freq: 2 })
				: fc.constant(null),
			window: fc.option(fc.constantFrom(7, 30, 60, 120, 365), { freq: 2 })
		})
		.map(({ period, ...rest }) => ({ ...everything, ...period, ...rest }));
}

type Asked = { db: Db; publication: Publication; filters: Filters; now: number };

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
	const say = formats('en', publication.zone);
	const overview = await overviewFigures(db, publication, filters, now);
	const topics = await topicFigures(db, publication, filters);
	const items = await itemFigures(db, publication, filters);
	const sections = await sectionFigures(db, publication, filters);
	const authors = await authorFigures(db, publication, filters);
	const issues = await issueListFigures(db, publication, filters);
	const audience = await audienceFigures(db, publication, filters, now);
	const channels = await channelFigures(db, publication, filters, now);
	const sponsors = await sponsorFigures(db, publication, filters);
	const editorial = await editorialFigures(db, publication, filters);
	const verdicts = await verdictFigures(db, publication, filters);
	const tastes = await topicReaderFigures(db, publication, filters);
	const rows = [...channels.channels, ...channels.campaigns, ...channels.cohorts];
	return [
		[
			'overview',
			'overview topics',
			without(tableOf(topicTable, overview.topics, say), ['Lift of one more item', 'Factor'])
		],
		['overview', 'overview issues', tableOf(issueTable, overview.issues, say)],
		['topics', 'topics', tableOf(topicTable, topics.topics, say)],
		[
			'topics',
			'topic lines',
			tableOf(topicLineTable('topic-lines', topics.linesOf), topicPoints(topics.lines), say)
		],
		['items', 'items', tableOf(itemTable, items.items, say)],
		['slots', 'slots', tableOf(positionTable, items.slots, say)],
		['sections', 'sections', tableOf(sectionTable, sections.sections, say)],
		['authors', 'authors', tableOf(authorTable, authors.authors, say)],
		['issues', 'issues', tableOf(issueTable, issues.issues, say)],
		...Object.entries(audienceTables).map(([name, make]): [Narrowed, string, Table] => [
			'audience',
			`audience ${name}`,
			make.file(audience, say, { currency })
		]),
		['channels', 'channels', tableOf(channelTable, rows, say, { currency })],
		['sponsors', 'sponsors', tableOf(sponsorTable, sponsors.placements, say, { currency })],
		['sponsors', 'league', tableOf(leagueTable, sponsors.league, say, { currency })],
		[
			'editorial',
			'editorial topics',
			tableOf(editorialTable('topic'), editorial.topics, say, { currency })
		],
		[
			'editorial',
			'editorial sections',
			tableOf(editorialTable('section'), editorial.sections, say, { currency })
		],
		['verdicts', 'verdicts', tableOf(verdictTable, ledgerRows(verdicts), say)],
		['tastes', 'tastes', tableOf(affinityTable, tastes.affinities, say)]
	];
}

/** What commands print for programs, as the tables of their pages. */
async function commandsOf({
	db,
	publication,
	filters
}: Asked): Promise<[Narrowed, string, Table][]> {
	const { sections, topics } = await filterChoices(db, publication);
	const named = (ids: readonly number[], of: readonly { id: number; name: string }[]) =>
		ids.map((id) => of.find((one) => one.id === id)!.name);
	const given = {
		...{ publication: publication.slug, from: filters.from, to: filters.to },
		...{ role: filters.role, channel: filters.channel, author: filters.authors },
		last: filters.last && String(filters.last),
		window: filters.window && String(filters.window),
		section: named(filters.sections, sections),
		topic: named(filters.topics, topics)
	};
	const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
	const rows = async <Row>(command: Command) => {
		const call = { args: [], options, locale: 'en', db: async () => db } as unknown as Call;
		return JSON.parse(JSON.stringify((await command.run(call))!.json)) as Row[];
	};
	const { currency } = publication;
	const say = formats('en', publication.zone);
	const months = await rows<AudienceFigures['months'][number]>(audienceCommand);
	return [
		['topics', 'topics command', tableOf(topicTable, await rows(topicsCommand), say)],
		['items', 'items command', tableOf(itemTable, await rows(itemsCommand), say)],
		['sections', 'sections command', tableOf(sectionTable, await rows(sectionsCommand), say)],
		['authors', 'authors command', tableOf(authorTable, await rows(authorsCommand), say)],
		['issues', 'issues command', tableOf(issueTable, await rows(issuesCommand), say)],
		[
			'audience',
			'audience command',
			audienceTables.months.file({ months } as AudienceFigures, say, { currency })
		],
		[
			'channels',
			'channels command',
			tableOf(channelTable, await rows(channelsCommand), say, { currency })
		],
		[
			'sponsors',
			'sponsors command',
			tableOf(sponsorTable, await rows(sponsorsCommand), say, { currency })
		]
	];
}

/** The same table as its file is read by a spreadsheet. */
function throughCsv(table: Table): Table {
	const file = writeCsv([{ table }], [], dialectOf('en', { bom: false }));
	const [, ...lines] = Papa.parse<string[]>(file.trimEnd()).data;
	return {
		columns: table.columns,
		rows: lines.map((line) => line.map((cell, i) => readBack(cell, table.columns[i]!)))
	};
}

/** Sheets of a report, as a spreadsheet opens them; the same number of them as figures, in their order. */
async function throughWorkbook(report: Snapshot): Promise<[string, Table][]> {
	const { content } = await fileOf(report, 'xlsx');
	const [, ...sheets] = [...readWorkbook(content as Uint8Array).values()];
	return figuresOf(report).map(({ id, table: { columns } }, sheet) => [
		id,
		{
			columns,
			rows: sheets[sheet]!.slice(1).map((row) =>
				columns.map((column, i) => (row[i] == null ? null : readBack(String(row[i]), column)))
			)
		}
	]);
}

/** What a cell of a file says, in the units of the figure. */
function readBack(cell: string, { kind, currency }: Table['columns'][number]) {
	if (cell === '') return null;
	if (kind === 'text' || kind === 'instant' || kind === 'name') return cell.replace(/^'/, '');
	return kind === 'money' ? Math.round(Number(cell) * minorUnits(currency!)) : Number(cell);
}

/** Reports of every kind that the selection can be one of. */
async function reportsOf({ db, publication, filters, now }: Asked): Promise<Snapshot[]> {
	const asked = { name: null, filters, comparison: 'before', locale: 'en' } as const;
	const { issues } = await issueListFigures(db, publication, filters);
	const places = await sponsorPlaces(db, publication);
	const ofIssue = issues[0] && { kind: 'issue' as const, issue: issues[0].id };
	const reports: Snapshot[] = [];
	for (const kind of ['editorial', 'management', 'acquisition', 'sponsor'] as const)
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
	slots: 'slots',
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
	const add = (page: Narrowed, place: string, table: Table) =>
		said.addTable(place, table, setOf(holding(asked.filters, page)));
	for (const [page, place, table] of await pagesOf(asked)) {
		add(page, place, table);
		add(page, `${place} file`, throughCsv(table));
	}
	for (const one of await commandsOf(asked)) add(...one);
	for (const report of await reportsOf(asked)) {
		const found = figuresOf(report).map(({ id, table }): [string, string, Table] => [
			id,
			'report',
			table
		]);
		// large sheets are the same ones
		if (report.kind === 'acquisition' || report.kind === 'sponsor')
			for (const [id, table] of await throughWorkbook(report)) found.push([id, 'workbook', table]);
		const isOne = OF_ONE.includes(report.kind);
		for (const [id, file, table] of found)
			if (!isOne || !OWN_TOTALS.includes(id))
				add(pageOf(report.kind, id), `${report.kind} ${file}, ${id}`, table);
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
