import { changeOfPeriods } from '#lib/measure/stats/change-of-means.ts';
import { FEWEST_PEOPLE } from '#lib/small-cells.ts';
import type { Compared, NotComparable } from './comparison.ts';

/** One of the numbers that a page opens with, and how it moved from the period it is compared with. */
export type KeyFigure<Why extends Missing = Missing> = {
	/** null where it is not known */
	value: number | null;
	/** the same of the other period; null where the two do not compare */
	before: number | null;
	/** in the unit of the value */
	change: number | null;
	/** ends of the change's 90 % interval; null for what is counted, and where too few issues tell */
	low: number | null;
	high: number | null;
	/** why there is no change; null where there is one, or none is asked for */
	why: NotComparable | null;
	/** why there is no value, where that is not for want of what the figure usually needs */
	missing?: Why;
	/** clicks are known as totals alone, which machines may have moved: no change is clear */
	unfiltered?: true;
	/** of a sum that does not compare, what it comes to per issue, where that does */
	perIssue?: PerIssue;
};

/** The mean over issues of what a figure adds up, and how it moved. */
export type PerIssue = Pick<
	KeyFigure,
	'value' | 'before' | 'change' | 'low' | 'high' | 'why' | 'unfiltered'
>;

/**
 * What a figure without a value waits for: that an issue closes, that signup months are as old as the
 * window, an exchange rate, what nobody imported. Or signups are from before any clicks are known.
 * Or all is known, and there is nobody to divide by, or too few to be told.
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

/** Of whom there is nobody, or too few, or who cannot be told from privacy proxies. */
type Nobody =
	| 'proxies'
	| 'nobodyClicked'
	| 'nobodyOpened'
	| 'nobodyBrought'
	| 'nobodyEngaged'
	| 'few';

/** A figure as it is, with why it has no value where it has none. */
export function withMissing<Figure extends KeyFigure, Why extends Missing>(
	figure: Figure,
	missing: Why | null
): Figure & { missing?: Figure['missing'] | Why } {
	return figure.value === null && missing !== null ? { ...figure, missing } : figure;
}

/** A figure of clicks, and what it comes to per issue, marked where machines' are among them. */
export function withUnfiltered<Figure extends KeyFigure>(
	figure: Figure,
	unfiltered: boolean
): Figure {
	if (!unfiltered) return figure;
	const { perIssue } = figure;
	return { ...figure, unfiltered, ...(perIssue && { perIssue: { ...perIssue, unfiltered } }) };
}

/**
 * A mean over issues and how it moved, with the interval of {@link changeOfPeriods}.
 *
 * @param why what stands against comparing it, whatever the values; null for nothing
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

/** A mean of shares, of which none can move by more than the whole: of few issues its interval would reach further. */
export function meanShare(...asked: Parameters<typeof meanFigure>): KeyFigure<never> {
	const figure = meanFigure(...asked);
	const { low, high } = figure;
	if (low === null || high === null) return figure;
	return { ...figure, low: Math.max(-1, low), high: Math.min(1, high) };
}

/** A number that is counted, of which nobody knows how it would vary by itself: it moves without interval. */
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

/** What is added up over issues: of both periods, and issue by issue. */
export type Summed = {
	value: number | null;
	before: number | null;
	/**
	 * asked for where the sums do not compare; of closed issues where clicks are added up: an open one has not
	 * got what the others have
	 */
	byIssue(): { now: readonly number[]; before: readonly number[] };
	/** it counts readers: of fewer than five in either period nothing is said */
	people?: true;
};

/**
 * A sum over issues. Of unequal numbers of issues, or with one that still collects clicks, sums do not
 * compare: what they come to per issue does.
 *
 * @param why what stands against comparing the sum, beside the number of issues
 */
export function summedFigure(
	{ value, before, byIssue, people }: Summed,
	compared: Compared,
	why: NotComparable | null = null
): KeyFigure<never> {
	// that one is open comes first: what it comes to per issue then leaves it out
	const kept = why === 'open' ? why : (compared.sums ?? why);
	const figure = countedFigure(value, before, compared, kept);
	if (figure.why === null || compared.why !== null || (why !== null && why !== 'open'))
		return figure;
	if (people && [value, before].some((n) => n !== null && n < FEWEST_PEOPLE)) return figure;
	const { now, before: earlier } = byIssue();
	const perIssue = meanFigure(now, earlier, compared, null);
	return perIssue.change === null ? figure : { ...figure, perIssue };
}

/** The sum of what each of these issues has, in their order; 0 for those that have nothing. */
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
