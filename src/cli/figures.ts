import { nameKey } from '#lib/name-key.ts';
import { filterChoices } from '#lib/server/figures/choices.ts';
import type { Filters } from '#lib/server/figures/filters.ts';
import type { ItemRole } from '#lib/issue/document.ts';
import { formats } from '#lib/messages/format.ts';
import type { Formats } from '#lib/messages/format.ts';
import { returnWhy, whyWords, words } from '#lib/messages/words.ts';
import { publicationNamed } from '#lib/server/ingest/publication.ts';
import type { Publication } from '#lib/server/store/publications.ts';
import type { ChannelRow } from '#lib/server/figures/channel-rows.ts';
import type { Estimate } from '#lib/server/figures/rows.ts';
import type { Db } from '#lib/server/store/open.ts';
import { Trouble } from '#lib/trouble.ts';
import { table } from './answer.ts';
import type { Answer, Column } from './answer.ts';
import type { Call, Command } from './command.ts';
import { countOption, dateOption, textOption } from './options.ts';

const ROLES = ['editorial', 'sponsor', 'house'] as const satisfies ItemRole[];

/** What a figure's table is written with. */
export type Pen = {
	say: Formats;
	/** the head of a column */
	head(key: string): string;
	/** a number, or a dash where nobody knows it */
	number(value: number | null): string;
	rate(value: number | null): string;
	lift(row: Estimate): string;
	/** minor units of a currency, with cents */
	money(value: number | null, row: { currency: string }): string;
	/** a return with its interval, or why there is none */
	ratio(row: ChannelRow): string;
};

/** A command that prints the rows of a page, narrowed as the page can be. */
export function figureCommand<Row>(
	name: string,
	ask: (db: Db, publication: Publication, filters: Filters) => Promise<readonly Row[]>,
	columns: (pen: Pen) => Column<Row>[],
	more: Command['options'] = {}
): Command {
	return {
		name,
		args: '',
		needs: 0,
		takes: 0,
		options: {
			publication: { type: 'string', value: 'NAME' },
			from: { type: 'string', value: '2025-09-01' },
			to: { type: 'string', value: '2025-09-30' },
			last: { type: 'string', value: 'N' },
			section: { type: 'string', value: 'TITLE' },
			topic: { type: 'string', value: 'NAME' },
			author: { type: 'string', value: 'NAME' },
			role: { type: 'string', value: 'sponsor' },
			...more
		},

		async run(call): Promise<Answer> {
			const db = await call.db();
			const publication = await publicationNamed(db, textOption(call.options, 'publication'));
			const filters = await filtersOf(db, publication, call);
			const rows = await ask(db, publication, filters);

			return { json: rows, lines: table(columns(penOf(call, publication.zone)), rows) };
		}
	};
}

/**
 * What the options narrow a figure to.
 *
 * @throws {Trouble} badChoice, badDate, badNumber
 */
export async function filtersOf(
	db: Db,
	publication: Publication,
	{ options }: Call
): Promise<Filters> {
	const section = textOption(options, 'section');
	const topic = textOption(options, 'topic');
	const author = textOption(options, 'author');
	const role = textOption(options, 'role');
	if (role !== null && !ROLES.some((one) => one === role))
		throw new Trouble('badChoice', { given: role, known: ROLES.join(', ') });

	const choices = await filterChoices(db, publication);
	return {
		from: dateOption(options, 'from'),
		to: dateOption(options, 'to'),
		last: countOption(options, 'last'),
		sections: section === null ? [] : [idOf(section, choices.sections)],
		topics: topic === null ? [] : [idOf(topic, choices.topics)],
		authors: author === null ? [] : [nameOf(author, choices.authors)],
		issue: null,
		role: role as ItemRole | null,
		channel: textOption(options, 'channel'),
		window: countOption(options, 'window')
	};
}

function nameOf(given: string, names: readonly string[]): string {
	const found = names.find((name) => nameKey(name) === nameKey(given));
	if (found === undefined) throw new Trouble('badChoice', { given, known: names.join(', ') });
	return found;
}

function idOf(given: string, choices: readonly { id: number; name: string }[]): number {
	const same = (name: string) =>
		name.localeCompare(given, undefined, { sensitivity: 'base' }) === 0;
	const found = choices.find(({ name }) => same(name));
	if (!found)
		throw new Trouble('badChoice', { given, known: choices.map(({ name }) => name).join(', ') });
	return found.id;
}

/** How numbers are written for the person at the terminal. */
export function penOf({ locale }: Call, zone: string): Pen {
	const say = formats(locale, zone);
	return {
		say,
		head: (key) => words(`cli.head.${key}`, {}, locale),
		number: (value) => (value === null ? '–' : say.number(value)),
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
