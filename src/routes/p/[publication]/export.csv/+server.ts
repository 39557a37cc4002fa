import { error } from '@sveltejs/kit';
import { authorFigures } from '#lib/server/figures/content/authors.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { editorialFigures } from '#lib/server/figures/money/editorial.ts';
import { filterChoices } from '#lib/server/figures/choices.ts';
import { everything } from '#lib/server/figures/filters.ts';
import { issueFigures } from '#lib/server/figures/content/issue.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { itemFigures } from '#lib/server/figures/content/items.ts';
import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { topicReaderFigures } from '#lib/server/figures/content/topic-readers.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { verdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import { formats } from '#lib/messages/format.ts';
import { audienceTables, type AudienceTable } from '#lib/server/report/tables/audience-tables.ts';
import { dialectOf, writeCsv } from '#lib/server/report/csv.ts';
import {
	channelTable,
	editorialTable,
	sponsorTable
} from '#lib/server/report/tables/money-tables.ts';
import * as tables from '#lib/server/report/tables/tables.ts';
import { affinityTable, overlapTable } from '#lib/server/report/tables/topic-reader-tables.ts';
import { issueVerdictTable, verdictTable } from '#lib/server/report/tables/verdict-tables.ts';
import { figureOfTable } from '../address.ts';
import { answer } from '../answer.ts';
import type { Figure } from '../answer.ts';
import { factsOf } from './facts.ts';

type Exported = { table: ReturnType<typeof tables.topicTable>; dataUpTo: number | null };

/** Each table that can be downloaded, from the figure of its page. */
function figureOf(
	name: string | null,
	locale: App.Locals['language']
): Figure<Exported> | undefined {
	const figures: Record<string, Figure<Exported>> = {
		async topics(db, publication, filters) {
			const { topics, dataUpTo } = await topicFigures(db, publication, filters);
			return { table: tables.topicTable(topics, locale), dataUpTo };
		},
		async 'topic-lines'(db, publication, filters) {
			const { lines, linesOf, dataUpTo } = await topicFigures(db, publication, filters);
			return { table: tables.topicLineTable(lines, linesOf, locale), dataUpTo };
		},
		async 'topic-rolling'(db, publication, filters) {
			const { rolling, dataUpTo } = await topicFigures(db, publication, filters);
			return { table: tables.topicLineTable(rolling, 'lift', locale), dataUpTo };
		},
		async 'topic-readers'(db, publication, filters) {
			const { affinities, dataUpTo } = await topicReaderFigures(db, publication, filters);
			return { table: affinityTable(affinities, locale), dataUpTo };
		},
		async 'topic-overlaps'(db, publication, filters) {
			const { overlaps, dataUpTo } = await topicReaderFigures(db, publication, filters);
			return { table: overlapTable(overlaps, locale), dataUpTo };
		},
		async items(db, publication, filters) {
			const { items, dataUpTo } = await itemFigures(db, publication, filters);
			return { table: tables.itemTable(items, locale), dataUpTo };
		},
		async slots(db, publication, filters) {
			const { slots, dataUpTo } = await itemFigures(db, publication, filters);
			return { table: tables.slotTable(slots, locale), dataUpTo };
		},
		async sections(db, publication, filters) {
			const { sections, dataUpTo } = await sectionFigures(db, publication, filters);
			return { table: tables.sectionTable(sections, locale), dataUpTo };
		},
		async authors(db, publication, filters) {
			const { authors, dataUpTo } = await authorFigures(db, publication, filters);
			return { table: tables.authorTable(authors, locale), dataUpTo };
		},
		async issues(db, publication, filters) {
			const { issues, dataUpTo } = await issueListFigures(db, publication, filters);
			return { table: tables.issueTable(issues, locale), dataUpTo };
		},
		async verdicts(db, publication, filters) {
			const figures = await verdictFigures(db, publication, filters);
			return { table: verdictTable(figures, locale), dataUpTo: figures.dataUpTo };
		},
		async 'verdict-issues'(db, publication, filters) {
			const { issues, dataUpTo } = await verdictFigures(db, publication, filters);
			return { table: issueVerdictTable(issues, locale), dataUpTo };
		},
		async channels(db, publication, filters, now) {
			const figures = await channelFigures(db, publication, filters, now);
			const { channels, campaigns, cohorts, currency, dataUpTo } = figures;
			const rows = [...channels, ...campaigns, ...cohorts];
			return { table: channelTable(rows, currency, locale), dataUpTo };
		},
		async sponsors(db, publication, filters) {
			const { placements, currency, dataUpTo } = await sponsorFigures(db, publication, filters);
			return { table: sponsorTable(placements, currency, locale), dataUpTo };
		},
		async editorial(db, publication, filters) {
			const { topics, currency, dataUpTo } = await editorialFigures(db, publication, filters);
			return { table: editorialTable(topics, 'topic', currency, locale), dataUpTo };
		},
		async 'editorial-sections'(db, publication, filters) {
			const { sections, currency, dataUpTo } = await editorialFigures(db, publication, filters);
			return { table: editorialTable(sections, 'section', currency, locale), dataUpTo };
		},
		async issue(db, publication, filters) {
			const figures = await issueFigures(db, publication, filters.issue ?? 0);
			return { table: tables.issueItemTable(figures, locale), dataUpTo: figures.dataUpTo };
		}
	};
	return name && Object.hasOwn(figures, name) ? figures[name] : audienceOf(name, locale);
}

/** `audience` is who joined and left; the page's other tables are `audience-<name>`. */
function audienceOf(
	name: string | null,
	locale: App.Locals['language']
): Figure<Exported> | undefined {
	const table = name === 'audience' ? 'months' : name?.replace(/^audience-/, '');
	if (!name?.startsWith('audience') || !table || !Object.hasOwn(audienceTables, table))
		return undefined;
	return async (...asked) => {
		const figures = await audienceFigures(...asked);
		return {
			table: audienceTables[table as AudienceTable](figures, locale),
			dataUpTo: figures.asOf
		};
	};
}

/** A table as a file, narrowed by the same filters as its page, with what its numbers rest on. */
export async function GET(event) {
	const name = event.url.searchParams.get('table');
	const locale = event.locals.language;
	const figure = figureOf(name, locale);
	if (!figure) error(404);

	const { table, facts } = await answer(event, async (db, publication, filters, now) => {
		const { table, dataUpTo } = await figure(db, publication, filters, now);
		const choices = await filterChoices(db, publication);
		// one issue's items are of that issue alone, whatever else the address holds
		const kept = name === 'issue' ? { ...everything, issue: filters.issue } : filters;
		const shown = (name !== 'issue' && figureOfTable(name ?? '')) || 'items';
		const say = formats(locale, publication.zone);
		return { table, facts: factsOf(publication.name, kept, choices, dataUpTo, say, shown) };
	});

	return new Response(writeCsv([{ table }], facts, dialectOf(locale)), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${event.params.publication}-${name}.csv"`
		}
	});
}
