import { audienceTables } from '#lib/columns/tables/audience.ts';
import { channelTable } from '#lib/columns/tables/channels.ts';
import { editorialTable } from '#lib/columns/tables/editorial.ts';
import { authorTable, sectionTable } from '#lib/columns/tables/groups.ts';
import { issueTable } from '#lib/columns/tables/issues.ts';
import { versionTable } from '#lib/columns/tables/versions.ts';
import { itemTable, positionTable } from '#lib/columns/tables/items.ts';
import { keptReportTable } from '#lib/columns/tables/kept-reports.ts';
import {
	monthTotalTable,
	placementTable,
	spendTable,
	valueTable
} from '#lib/columns/tables/ledger.ts';
import { sponsorTable } from '#lib/columns/tables/sponsors.ts';
import {
	agreementBandTable,
	agreementTopicTable
} from '#lib/columns/tables/suggestion-agreement.ts';
import { topicLineTable, topicPoints } from '#lib/columns/tables/topic-lines.ts';
import { affinityTable, overlapTable } from '#lib/columns/tables/topic-readers.ts';
import { topicTable } from '#lib/columns/tables/topics.ts';
import { issueVerdictTable, ledgerRows, verdictTable } from '#lib/columns/tables/verdicts.ts';
import { keyLines } from '#lib/columns/key-figures.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { keyFigureTable } from '#lib/columns/tables/key-figures.ts';
import { tableSource, type TableSource } from '#lib/columns/source.ts';
import type { Table } from '#lib/columns/table.ts';
import type { FilterName } from '#lib/filters/filters.ts';
import { figureNotes } from '#lib/messages/figure-notes.ts';
import type { Formats } from '#lib/messages/format.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { authorFigures } from '#lib/server/figures/content/authors.ts';
import { issueFigures } from '#lib/server/figures/content/issue.ts';
import type { Compared } from '#lib/server/figures/comparison.ts';
import { keyedOf, keyedPages } from '#lib/server/figures/keyed.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { itemFigures } from '#lib/server/figures/content/items.ts';
import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { suggestionAgreement } from '#lib/server/figures/content/suggestion-agreement.ts';
import { topicReaderFigures } from '#lib/server/figures/content/topic-readers.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { ledgerFigures } from '#lib/server/figures/money/ledger.ts';
import { editorialFigures } from '#lib/server/figures/money/editorial.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { verdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import { reportsOf } from '#lib/server/report/reports.ts';
import type { Figure } from '../answer.ts';

/** A table with what its numbers rest on. */
export type Exported = {
	table: Table;
	dataUpTo: number | null;
	/** what its changes are changes from; left out where it has none */
	compared?: Compared;
	/** what its rows leave out, as its page says it */
	notes?: string[];
	/** the local days that it is of, where it goes by days and not by issues */
	days?: { from: string | null; to: string } | null;
	/** filters that narrow other tables of its figure, and not this one */
	idle?: readonly FilterName[];
};
type Export = (...asked: [...Parameters<Figure<Exported>>, formats: Formats]) => Promise<Exported>;

/** Tables that are made from one figure, by the names that they are downloaded under. */
function from<
	Figures extends Pick<Exported, 'dataUpTo' | 'compared'> & { period?: Exported['days'] }
>(
	figure: Figure<Figures>,
	tables: (source: ReturnType<typeof tableSource<Figures>>) => TableSource<Figures>[],
	notes: (figures: Figures, formats: Formats) => string[] = () => [],
	upTo: (figures: Figures) => number | null = ({ dataUpTo }) => dataUpTo
): Record<string, Export> {
	const entries = tables(tableSource<Figures>()).map((table): [string, Export] => [
		table.name,
		async (db, publication, filters, now, formats) => {
			const figures = await figure(db, publication, filters, now);
			const { currency } = publication;
			return {
				table: table.file(figures, formats, { currency }),
				dataUpTo: upTo(figures),
				notes: notes(figures, formats),
				days: figures.period ?? null,
				idle: table.idle,
				...(table.compares(figures) && figures.compared && { compared: figures.compared })
			};
		}
	]);
	return Object.fromEntries(entries);
}

/** Statements are of no day that data end on. */
async function undatedLedger(...asked: Parameters<typeof ledgerFigures>) {
	return { ...(await ledgerFigures(...asked)), dataUpTo: null };
}

/** Reports are listed whole: each says by itself what it is narrowed to. */
async function keptReports(...[db, publication]: Parameters<typeof reportsOf>) {
	return { reports: await reportsOf(db, publication), dataUpTo: null };
}

async function wholeAgreement(...[db, publication]: Parameters<typeof suggestionAgreement>) {
	return { ...(await suggestionAgreement(db, publication)), dataUpTo: null };
}

/** Whether a table is the same under all filters. */
export function isWhole(table: string): boolean {
	return table.startsWith('suggestions') || table === keptReportTable.name;
}

/** The key figures of each page, under a name of their own. */
const keyFigureFiles = Object.fromEntries(
	keyedPages.map((page): [string, Export] => [
		page === 'overview' ? 'key-figures' : `${page}-key-figures`,
		async (db, publication, filters, now, formats) => {
			const keyed = await keyedOf(page, db, publication, filters, now);
			const { keyFigures, compared, window = 0 } = keyed;
			const lines = keyLines(keyFigures ?? {}, { window, currency: publication.currency }, formats);
			const table = fileTable(keyFigureTable, lines, formats);
			// of the audience as its other files say it: lists reach further than clicks
			const upTo = page === 'audience' ? (keyed.asOf ?? null) : keyed.dataUpTo;
			return { table, dataUpTo: upTo, compared };
		}
	])
);

/** Each table that can be downloaded, from the figure of its page. */
export const exported: Record<string, Export> = {
	...from(topicFigures, (of) => [
		of(topicTable, ({ topics }) => topics),
		of(topicLineTable('topic-rolling', 'lift'), ({ rolling }) => topicPoints(rolling))
	]),
	// by rates where there is no model, as its page is
	async 'topic-lines'(db, publication, filters, _, formats) {
		const { lines, linesOf, dataUpTo } = await topicFigures(db, publication, filters);
		return {
			table: fileTable(topicLineTable('topic-lines', linesOf), topicPoints(lines), formats),
			dataUpTo
		};
	},
	...from(topicReaderFigures, (of) => [
		of(affinityTable, ({ affinities }) => affinities),
		of(overlapTable, ({ overlaps }) => overlaps)
	]),
	...from(itemFigures, (of) => [of(itemTable, ({ items }) => items)], figureNotes.items),
	...from(itemFigures, (of) => [of(positionTable, ({ positions }) => positions)]),
	...from(sectionFigures, (of) => [of(sectionTable, ({ sections }) => sections)]),
	...from(authorFigures, (of) => [of(authorTable, ({ authors }) => authors)]),
	...from(
		issueListFigures,
		(of) => [of(issueTable, ({ issues }) => issues), of(versionTable, ({ versions }) => versions)],
		figureNotes.issues
	),
	...from(
		verdictFigures,
		(of) => [of(verdictTable, ledgerRows), of(issueVerdictTable, ({ issues }) => issues)],
		figureNotes.verdicts
	),
	...from(
		channelFigures,
		(of) => [
			of(channelTable, ({ channels, campaigns, cohorts }) => [
				...channels,
				...campaigns,
				...cohorts
			])
		],
		figureNotes.channels
	),
	...from(
		sponsorFigures,
		(of) => [of(sponsorTable, ({ placements }) => placements)],
		figureNotes.sponsors
	),
	...from(editorialFigures, (of) => [
		of(editorialTable('topic'), ({ topics }) => topics),
		of(editorialTable('section'), ({ sections }) => sections)
	]),
	// `audience` is who joined and left
	...from(
		audienceFigures,
		() => [{ ...audienceTables.months, name: 'audience' }, ...Object.values(audienceTables)],
		figureNotes.audience,
		({ asOf }) => asOf
	),
	...from(wholeAgreement, (of) => [
		of(agreementBandTable, ({ bands }) => bands),
		of(agreementTopicTable, ({ topics }) => topics)
	]),
	...from(undatedLedger, (of) => [
		of(spendTable, ({ spend }) => spend),
		of(valueTable, ({ value }) => value),
		of(placementTable, ({ placement }) => placement),
		of(monthTotalTable, ({ totals }) => totals)
	]),
	...from(keptReports, (of) => [of(keptReportTable, ({ reports }) => reports)]),
	...keyFigureFiles,
	async issue(db, publication, filters, _, formats) {
		const figures = await issueFigures(db, publication, filters.issue ?? 0);
		const items = figures.sections.flatMap(({ items }) => items);
		return { table: fileTable(itemTable, items, formats), dataUpTo: figures.dataUpTo };
	}
};
