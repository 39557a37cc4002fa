import { issueLabel } from '#lib/issue-label.ts';
import { meanFigure, withMissing, withUnfiltered, type KeyFigure } from '../key-figures.ts';
import type { Compared, NotComparable } from '../comparison.ts';
import type { IssueRow } from './rows.ts';

/** A figure issue by issue: its mean over the period, and its change. */
export type Series = KeyFigure & Points;

/**
 * The same for closed issues: the value may be missing until the first one closes, or until clicks are
 * imported.
 */
export type ClosedSeries = KeyFigure<Awaited> & Points;

type Points = { points: { at: number; label: string; value: number | null }[] };

type Awaited = 'open' | 'clicks';

/** What a period's issues reached and got, issue by issue. */
export type IssueKeys = {
	delivered: ClosedSeries;
	clickRate: ClosedSeries;
	clicksPerOpener: Series;
};

type Pick = (row: IssueRow) => number | null;

type OpenersAndClickers = { openClickers: number | null; humanOpeners: number | null };

/** Key figures of issues, compared with the other period's; rows newest first. */
export function issueKeys(
	rows: readonly IssueRow[],
	before: readonly IssueRow[],
	compared: Compared
): IssueKeys {
	const figure = (
		pick: Pick,
		why: (rows: readonly IssueRow[]) => NotComparable | null
	): ClosedSeries => {
		// open issues are shown, but not compared
		const known = (of: readonly IssueRow[]) => of.filter((row) => !row.open && pick(row) !== null);
		const [now, then] = [known(rows), known(before)];
		const values = (of: readonly IssueRow[]) => of.map((row) => pick(row)!);
		const mean = meanFigure(values(now), values(then), compared, why([...now, ...then]));
		return {
			...withMissing(mean, missingOf(rows, pick)),
			points: [...rows].reverse().map((row) => ({
				at: row.sentAt ?? 0,
				label: issueLabel(row),
				value: pick(row)
			}))
		};
	};
	const isUnopened = rows.every((row) => perOpener(row) === null) && rows.some(hasNoOpener);
	const isUntold =
		rows.every((row) => perOpener(row) === null) &&
		rows.some((row) => row.clickers !== null && isProxied(row));
	const opensMissing = () => {
		if (before.length === 0 || before.some((row) => perOpener(row) !== null)) return null;
		return before.some(isProxied) ? 'proxies' : 'opens';
	};

	return {
		delivered: figure(delivered, basisChanged),
		clickRate: withUnfiltered(
			figure(
				({ rate }) => rate,
				(both) => basisChanged(both) ?? filteringChanged(both)
			),
			isUnfiltered(rows)
		),
		clicksPerOpener: withMissing(
			figure(perOpener, (both) => opensMissing() ?? filteringChanged(both)),
			isUnopened ? 'nobodyOpened' : isUntold ? 'proxies' : null
		)
	};
}

const delivered: Pick = (row) => row.delivered;

/** Clickers among human openers ÷ human openers; null if either is unknown. */
export function perOpener({ openClickers, humanOpeners }: OpenersAndClickers): number | null {
	return openClickers !== null && humanOpeners ? openClickers / humanOpeners : null;
}

/** Its opens are known, but not which of them privacy proxies made. */
const isProxied = ({ allOpeners, humanOpeners }: IssueRow) =>
	allOpeners !== null && humanOpeners === null;

/** Its openers are known and there are none. */
const hasNoOpener = ({ openClickers, humanOpeners }: IssueRow) =>
	openClickers !== null && humanOpeners === 0;

/** Why no closed issue has this number: all are still open, or no clicks are known. */
function missingOf(rows: readonly IssueRow[], pick: Pick): Awaited | null {
	if (rows.some((row) => pick(row) !== null)) return rows.every(({ open }) => open) ? 'open' : null;
	const byClicks = pick !== delivered && rows.every(({ clickers }) => clickers === null);
	return byClicks && rows.some((row) => row.delivered !== null) ? 'clicks' : null;
}

/** Whether some of these issues count delivered on another basis than the others. */
export function basisChanged(rows: readonly { basis: IssueRow['basis'] }[]): NotComparable | null {
	return new Set(rows.map(({ basis }) => basis)).size > 1 ? 'basis' : null;
}

/** Whether machines' clicks are filtered in only some of these issues: totals cannot be filtered. */
export function filteringChanged(
	rows: readonly { layer: IssueRow['layer'] }[]
): NotComparable | null {
	return new Set(rows.map(({ layer }) => layer === 'events')).size > 1 ? 'filtering' : null;
}

/** Whether clicks in all of these issues are known only as totals, machines' included. */
export function isUnfiltered(rows: readonly { layer: IssueRow['layer'] }[]): boolean {
	const counted = rows.filter(({ layer }) => layer !== 'none');
	return counted.length > 0 && counted.every(({ layer }) => layer !== 'events');
}
