import type { Filters, Narrowed } from '#lib/filters/filters.ts';
import { filterNotes, filterOptions, filtersOf } from './filters.ts';
import { cutUntil } from '#lib/server/figures/cut-issues.ts';
import { createFormats, type Formats } from '#lib/messages/format.ts';
import type { Declared } from '#lib/columns/declare.ts';
import { renderTable, type RenderedTable } from '#lib/columns/render-table.ts';
import { liftWords } from '#lib/columns/tables/estimate.ts';
import { words } from '#lib/messages/words.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import type { Publication } from '#lib/server/store/publications.ts';
import type { Estimate } from '#lib/server/figures/content/rows.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { table, type Answer } from './answer.ts';
import type { Call, Command } from './command.ts';
import { textOption } from './options.ts';

/** What a figure's table is written with. */
export type NumberWords = {
	formats: Formats;
	/** the head of a column */
	head(key: string): string;
	/** a number, or a dash where nobody knows it */
	number(value: number | null): string;
	/** the same of an estimate, without decimals */
	whole(value: number | null): string;
	rate(value: number | null): string;
	lift(row: Estimate): string;
	/** minor units of a currency, with cents */
	money(value: number | null, row: { currency: string }): string;
};

/** A table as its declaration lays it out for a terminal. */
export function renderedLines({ columns, rows }: RenderedTable): string[] {
	return table(
		columns.map(({ head, right }, i) => ({
			head,
			cell: ({ cells }: RenderedTable['rows'][number]) => cells[i]!.text,
			right
		})),
		rows
	);
}

/** What a figure was asked for, and how its numbers are written. */
type Asked = { publication: Publication; filters: Filters; formats: Formats };

type FigureOf<Figures, Row, Key extends string, View extends string> = {
	name: Narrowed;
	ask(db: Db, publication: Publication, filters: Filters, now: number): Promise<Figures>;
	/** what of it the command prints */
	rows(figures: Figures): readonly Row[];
	table: Declared<Row, Key, View>;
	/** the words for none of them, where “no rows” does not tell why */
	nothing?: string;
	/** what its page says beneath these rows */
	footnotes?(figures: Figures, asked: Asked): string[];
};

/** A command that prints the rows of a page, narrowed as the page can be, with its footnotes. */
export function figureCommand<Figures, Row, Key extends string, View extends string>({
	name,
	ask,
	rows: rowsOf,
	table: declared,
	nothing,
	footnotes = () => []
}: FigureOf<Figures, Row, Key, View>): Command {
	return {
		name,
		args: '',
		needs: 0,
		takes: 0,
		options: {
			publication: { type: 'string', value: 'NAME' },
			...filterOptions(name)
		},

		async run(call): Promise<Answer> {
			const db = await call.db();
			const publication = await publicationMeant(db, textOption(call.options, 'publication'));
			const filters = await filtersOf(db, publication, call);
			const figures = await ask(db, publication, filters, Date.now());
			const rows = rowsOf(figures);
			const formats = createFormats(call.locale, publication.zone);
			const { currency } = publication;

			return {
				json: rows,
				lines: renderedLines(renderTable(declared, 'terminal', rows, formats, { currency })),
				notes: [
					...(await filterNotes(db, publication, filters, name, {
						locale: call.locale,
						rows: rows.length,
						...(nothing && { nothing })
					})),
					...(rows.length ? footnotes(figures, { publication, filters, formats }) : []),
					...(rows.length ? await cutNotes(db, publication, name, formats) : [])
				]
			};
		}
	};
}

/** Figures that count readers of several issues once each. */
const acrossIssues: readonly Narrowed[] = ['topics', 'tastes', 'audience', 'channels'];

/** From which issues on these are counted, where older ones do not say who clicked. */
async function cutNotes(db: Db, publication: Publication, name: Narrowed, formats: Formats) {
	const upTo = acrossIssues.includes(name) ? await cutUntil(db, publication) : null;
	return upTo === null ? [] : [words('cutUntil.note', { day: formats.day(upTo) }, formats.locale)];
}

/** How numbers are written for the person at the terminal. */
export function numberWords({ locale }: Call, zone: string): NumberWords {
	const formats = createFormats(locale, zone);
	return {
		formats,
		head: (key) => words(`cli.head.${key}`, {}, locale),
		number: (value) => (value === null ? '–' : formats.number(value)),
		whole: (value) => (value === null ? '–' : formats.whole(value)),
		rate: (value) => (value === null ? '–' : formats.percent(value)),
		money: (value, { currency }) =>
			value === null ? '–' : formats.money(value, currency, { perUnit: true }),
		lift: (row) => liftWords(row, formats)
	};
}
