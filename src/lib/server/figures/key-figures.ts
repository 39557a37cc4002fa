import { changeOfPeriods } from '#lib/measure/stats/change-of-means.ts';
import { FEWEST_PEOPLE } from '#lib/small-cells.ts';
import type { Compared, NotComparable } from './comparison.ts';

/** One of the numbers that a page opens with, and how it moved from the period it is compared with. */
export type KeyFigure<Why extends Missing = Missing> = {
	/** null if unknown */
	value: number | null;
	/** the value of the other period; null if the two do not compare */
	before: number | null;
	/** in the unit of the value */
	change: number | null;
	/** ends of the change's 90 % interval; null for counts, and with too few issues */
	low: number | null;
	high: number | null;
	/** why there is no change; null if there is one, or if none is asked for */
	why: NotComparable | null;
	/** why there is no value, if it is not for lack of the data that the figure always needs */
	missing?: Why;
	/** clicks are known only as totals, which machines may have moved: no change is clear */
	unfiltered?: true;
	/** some of what it counts may be missing: there is as much of it, or more */
	atLeast?: true;
	/** for a sum that does not compare, its mean per issue, if that does */
	perIssue?: PerIssue;
};

/** The mean per issue of a figure that is added up, and its change. */
export type PerIssue = Pick<
	KeyFigure,
	'value' | 'before' | 'change' | 'low' | 'high' | 'why' | 'unfiltered'
>;

/**
 * Why a figure has no value. It may wait for an issue to close, for signup months to be as old as the window,
 * for an exchange rate, or for an import. Signups may be from before any known clicks. Or everything is known,
 * but there is nobody to divide by, or too few to be shown.
 */
export type Missing =
	| 'open'
	| 'clicks'
	| 'readers'
	| 'value'
	| 'unrated'
	| 'young'
	| 'early'
	| Nobody;

/** Why a group cannot be divided by: it is empty, too small, or not separable from privacy proxies. */
type Nobody =
	| 'proxies'
	| 'nobodyClicked'
	| 'nobodyOpened'
	| 'nobodyBrought'
	| 'nobodyEngaged'
	| 'few';

/** Adds to a figure without a value why it has none. */
export function withMissing<Figure extends KeyFigure, Why extends Missing>(
	figure: Figure,
	missing: Why | null
): Figure & { missing?: Figure['missing'] | Why } {
	return figure.value === null && missing !== null ? { ...figure, missing } : figure;
}

/** Marks a figure of clicks, and its mean per issue, if machines' clicks are among them. */
export function withUnfiltered<Figure extends KeyFigure>(
	figure: Figure,
	unfiltered: boolean
): Figure {
	if (!unfiltered) return figure;
	const { perIssue } = figure;
	return { ...figure, unfiltered, ...(perIssue && { perIssue: { ...perIssue, unfiltered } }) };
}

/**
 * A mean over issues and its change, with the interval of {@link changeOfPeriods}.
 *
 * @param why what keeps it from being compared, whatever its values; null for nothing
 */
export function meanFigure(
	values: readonly number[],
	before: readonly number[],
	compared: Compared,
	why: NotComparable | null
): KeyFigure<never> {
	const value = meanOf(values);
	const reason = compared.why ?? why ?? (before.length === 0 ? 'unknown' : null);
	const change = reason === null && changeOfPeriods(before, values);
	if (!change || compared.by === 'none') return still(value, compared, reason);
	return { value, before: meanOf(before), ...change, why: null };
}

/**
 * A mean of shares, whose interval is limited to −1..1: with few issues it would reach further than shares
 * can move.
 */
export function meanShare(...asked: Parameters<typeof meanFigure>): KeyFigure<never> {
	const figure = meanFigure(...asked);
	const { low, high } = figure;
	if (low === null || high === null) return figure;
	return { ...figure, low: Math.max(-1, low), high: Math.min(1, high) };
}

/** A count: its change has no interval, since nobody knows how it would vary by chance. */
export function countedFigure(
	value: number | null,
	before: number | null,
	compared: Compared,
	why: NotComparable | null = null
): KeyFigure<never> {
	const reason = compared.why ?? why ?? (before === null ? 'unknown' : null);
	if (value === null || before === null || reason !== null || compared.by === 'none')
		return still(value, compared, reason);
	return { value, before, change: value - before, low: null, high: null, why: null };
}

/** A figure added up over issues, in both periods, and issue by issue. */
export type Summed = {
	value: number | null;
	before: number | null;
	/**
	 * used if the sums do not compare; where clicks are added up, of closed issues only, since an open one
	 * has not got all of its clicks
	 */
	byIssue(): { now: readonly number[]; before: readonly number[] };
	/** it counts readers: with fewer than five in either period there is no mean per issue */
	people?: true;
};

/** What keeps sums over issues from being compared, and not means per issue, which leave such issues out. */
const ofSums: readonly (NotComparable | null)[] = ['open', 'incomplete'];

/**
 * A sum over issues. Sums do not compare if the periods differ in number of issues, if more of these are
 * unknown in one of them, or if an issue is still collecting clicks; means per issue then do.
 *
 * @param why what keeps the sum from being compared, other than the number of issues
 */
export function summedFigure(
	{ value, before, byIssue, people }: Summed,
	compared: Compared,
	why: NotComparable | null = null
): KeyFigure<never> {
	// an open issue is the first reason: means per issue then leave it out
	const kept = why === 'open' ? why : (compared.sums ?? why);
	const figure = countedFigure(value, before, compared, kept);
	if (figure.why === null || compared.why !== null || (why !== null && !ofSums.includes(why)))
		return figure;
	if (people && [value, before].some((n) => n !== null && n < FEWEST_PEOPLE)) return figure;
	const { now, before: earlier } = byIssue();
	const perIssue = meanFigure(now, earlier, compared, null);
	return perIssue.change === null ? figure : { ...figure, perIssue };
}

/** The sum of each issue's rows, in the order of the issues; 0 without rows. */
export function sumByIssue<Row extends { issueId: number | null }>(
	issues: readonly { id: number }[],
	rows: readonly Row[],
	amountOf: (row: Row) => number
): number[] {
	const sums = new Map(issues.map(({ id }) => [id, 0]));
	for (const row of rows) {
		const sum = row.issueId === null ? undefined : sums.get(row.issueId);
		if (sum !== undefined) sums.set(row.issueId!, sum + amountOf(row));
	}
	return [...sums.values()];
}

function still(
	value: number | null,
	{ by }: Compared,
	reason: NotComparable | null
): KeyFigure<never> {
	const why = value === null || by === 'none' ? null : reason;
	return { value, before: null, change: null, low: null, high: null, why };
}

function meanOf(values: readonly number[]): number | null {
	return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}
