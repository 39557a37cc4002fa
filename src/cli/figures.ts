import type { Narrowed } from '#lib/filters/record.ts';
import type { Filters } from '#lib/server/figures/filters.ts';
import { formats } from '#lib/messages/format.ts';
import type { Formats } from '#lib/messages/format.ts';
import { returnWhy, whyWords, words } from '#lib/messages/words.ts';
import { publicationNamed } from '#lib/server/ingest/publication.ts';
import type { Publication } from '#lib/server/store/publications.ts';
import type { ChannelRow } from '#lib/server/figures/money/channel-rows.ts';
import type { Estimate } from '#lib/server/figures/content/rows.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { table } from './answer.ts';
import type { Answer, Column } from './answer.ts';
import type { Call, Command } from './command.ts';
import { filterNotes, filterOptions, filtersOf } from './filters.ts';
import { textOption } from './options.ts';

/** What a figure's table is written with. */
export type Pen = {
	say: Formats;
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
	/** a return with its interval, or why there is none */
	ratio(row: ChannelRow): string;
};

/** A command that prints the rows of a page, narrowed as the page can be, with its footnotes. */
export function figureCommand<Row>(
	name: Narrowed,
	ask: (db: Db, publication: Publication, filters: Filters) => Promise<readonly Row[]>,
	columns: (pen: Pen) => Column<Row>[],
	footnotes: (
		db: Db,
		publication: Publication,
		filters: Filters,
		say: Formats
	) => Promise<string[]> = async () => []
): Command {
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
			const publication = await publicationNamed(db, textOption(call.options, 'publication'));
			const filters = await filtersOf(db, publication, call);
			const rows = await ask(db, publication, filters);

			return {
				json: rows,
				lines: table(columns(penOf(call, publication.zone)), rows),
				notes: [
					...(await filterNotes(db, publication, filters, name, {
						locale: call.locale,
						rows: rows.length
					})),
					...(rows.length
						? await footnotes(db, publication, filters, formats(call.locale, publication.zone))
						: [])
				]
			};
		}
	};
}

/** How numbers are written for the person at the terminal. */
export function penOf({ locale }: Call, zone: string): Pen {
	const say = formats(locale, zone);
	return {
		say,
		head: (key) => words(`cli.head.${key}`, {}, locale),
		number: (value) => (value === null ? '–' : say.number(value)),
		whole: (value) => (value === null ? '–' : say.whole(value)),
		rate: (value) => (value === null ? '–' : say.percent(value)),
		money: (value, { currency }) =>
			value === null ? '–' : say.money(value, currency, { perUnit: true }),
		ratio(row) {
			const { return: value, low, high, why } = row;
			if (value === null || why === 'noValue') return returnWhy(row, locale) || '–';
			return low === null || high === null
				? say.lift(value)
				: `${say.lift(value)} (${say.interval(low, high)})`;
		},
		lift({ lift, low, high, enough, why }) {
			if (lift === null || !enough) return why ? whyWords(why, locale) : '–';
			return low === null || high === null
				? say.lift(lift)
				: `${say.lift(lift)} (${say.interval(low, high)})`;
		}
	};
}
