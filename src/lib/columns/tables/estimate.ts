import { certainty } from '#lib/findings/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { Formats } from '#lib/messages/format.ts';
import { rankWords } from '#lib/messages/rank-words.ts';
import { whyWords } from '#lib/messages/why-words.ts';
import { words } from '#lib/messages/words.ts';
import type { DrawnEstimate } from '../drawing.ts';
import type { Estimate, Why } from '../../server/figures/content/rows.ts';

/** “Yes” or “no” in the language of a table. */
export function answerWords(yes: boolean, { locale }: Formats): string {
	return m[yes ? 'answer.yes' : 'answer.no']({}, { locale });
}

/** Reasons to give no estimate that more of the same data would not do away with. */
const notForFew: readonly Why[] = [
	'noClicks',
	'countsOnly',
	'unfiltered',
	'noLink',
	'noDelivered',
	'shared',
	'confounded',
	'sameTopics',
	'notSponsor',
	'open'
];

/** Whether more of the same data would give an estimate: then it is merely not enough yet. */
export function isForFew(why: Why): boolean {
	return !notForFew.includes(why);
}

function isOwnReason({ lift, why }: Estimate): boolean {
	return why === 'noModel' || (lift === null && why !== null && !isForFew(why));
}

/** How sure one can be of it, in a word; why there is nothing to be sure of where that is not for want of data. */
function sureWords(row: Estimate, locale: Locale): string {
	if (row.why === 'noModel') return m['mark.notAdjusted']({}, { locale });
	if (isOwnReason(row)) return whyWords(row.why!, locale);
	return words(`mark.${certainty(row).certainty}`, {}, locale);
}

/** A lift with its interval, or why there is none, as a line has room for it. */
export function liftWords(row: Estimate, formats: Formats): string {
	const { lift, low, high, enough, why } = row;
	if (lift === null || !enough) return why ? whyWords(why, formats.locale) : '–';
	return low === null || high === null
		? formats.lift(lift)
		: `${formats.lift(lift)} (${formats.interval(low, high)})`;
}

/** A lift with its intervals, and the chance that it is above the average. */
export const liftColumns = [
	// what is not enough to be said has no place among what is
	{
		key: 'lift',
		kind: 'ratio',
		main: true,
		sortBy: ({ lift, enough }: Estimate) => (enough ? lift : null)
	},
	{ key: 'low', kind: 'ratio', end: true },
	{ key: 'high', kind: 'ratio', end: true },
	{ key: 'low50', kind: 'ratio', end: true },
	{ key: 'high50', kind: 'ratio', end: true },
	{ key: 'above', head: m['table.chanceAbove'], kind: 'share' }
] as const;

/** Columns that every estimate has: nothing is ranked in a file that is not ranked on its page. */
export const estimateColumns = [
	...liftColumns,
	{ key: 'enough', cell: (row: Estimate, formats: Formats) => answerWords(row.enough, formats) },
	{
		key: 'why',
		cell: ({ why }: Estimate, formats: Formats) =>
			why === null ? null : whyWords(why, formats.locale)
	},
	{ key: 'rankLow', kind: 'count' },
	{ key: 'rankHigh', kind: 'count' }
] as const;

/** The same in a line of text, as a terminal has room for it. */
export const estimateColumn = {
	key: 'estimate',
	head: m['cli.head.lift'],
	file: false,
	cell: liftWords
} as const;

/** An estimate as a row of a forest plot; `n` is what it rests on. */
export function forestOf<Row extends DrawnEstimate>(n: (row: Row) => number) {
	return {
		key: 'forest',
		head: m['table.forest'],
		file: false,
		draw: { as: 'forest', of: (row: Row) => ({ estimate: row, n: n(row) }) }
	} as const;
}

/** A lift's interval in one cell, as a figure has room for it. */
export const intervalColumn = {
	key: 'interval',
	kind: 'ratio',
	file: false,
	cell: ({ low }: Estimate) => low,
	text: ({ low, high }: Estimate, formats: Formats) =>
		low === null || high === null ? '' : formats.interval(low, high)
} as const;

/** Which ranks are possible, in a cell. */
export const rankColumn = {
	key: 'rank',
	kind: 'name',
	file: false,
	cell: ({ rankLow }: Estimate) => rankLow,
	sortBy: ({ rankLow }: Estimate) => rankLow,
	text: ({ rankLow: low, rankHigh: high }: Estimate, formats: Formats) =>
		low === null || high === null ? null : rankWords(low, high, formats)
} as const;

/** A rate as a bar beside its number. */
export function rateBar<Row extends { rawRate: number | null }>(
	hatched: (row: Row) => boolean = () => false
) {
	return {
		key: 'bar',
		head: m['table.bar'],
		file: false,
		draw: {
			as: 'bar',
			of: (row: Row) =>
				row.rawRate === null ? null : { value: row.rawRate, hatched: hatched(row) }
		}
	} as const;
}

/** How sure one can be of it, which a page draws. */
export const sureColumn = {
	key: 'sure',
	file: false,
	cell: (row: Estimate, formats: Formats) => sureWords(row, formats.locale),
	// what is not for want of data is said in words, not by the mark of few
	mark: (row: Estimate) => (isOwnReason(row) ? null : certainty(row))
} as const;
