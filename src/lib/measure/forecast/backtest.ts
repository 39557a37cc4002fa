import { forecastIssue, type Circumstances } from './forecast.ts';
import type { Predicted } from './predicted.ts';
import { fitLift } from '../lift/lift.ts';
import type { LiftInput, LiftItem } from '../lift/lift-input.ts';
import { surely } from '../stats/local-level.ts';
import { otherRoles } from '../lift/other-roles.ts';
import { levelOf } from '../lift/forecast-basis.ts';
import { modelRefusal } from '../lift/amounts.ts';

/**
 * One forecast number, with the observed one and the naive forecast: the last issue's at the same position.
 */
export type Backtested = { forecast: Predicted; came: number; naive: number };

/** How good forecasts have been. */
export type Record = {
	/** numbers that were forecast */
	n: number;
	/** share of the intervals that contained the observed number */
	within90: number;
	within50: number;
	/** mean absolute error as a share of the observed numbers: of the forecasts, and of the naive forecast */
	error: number;
	naive: number;
};

/**
 * Naive forecast: the clickers of the item at the same position of the last issue. Without an item there,
 * those of the nearest one before it.
 *
 * @param last in order of position
 */
export function lastTime(
	last: readonly { position: number; clickers: number }[],
	position: number
): number | null {
	const there = last.findLast((item) => item.position <= position) ?? last[0];
	return there ? there.clickers : null;
}

/** How accurate some forecasts were; null without any. */
export function backtestRecord(forecasts: readonly Backtested[]): Record | null {
	if (forecasts.length === 0) return null;
	const came = forecasts.reduce((sum, one) => sum + one.came, 0) || 1;
	const share = (is: (one: Backtested) => boolean) =>
		forecasts.filter(is).length / forecasts.length;
	const off = (of: (one: Backtested) => number) =>
		forecasts.reduce((sum, one) => sum + Math.abs(of(one) - one.came), 0) / came;
	return {
		n: forecasts.length,
		within90: share(({ forecast: f, came }) => f.low <= came && came <= f.high),
		within50: share(({ forecast: f, came }) => f.low50 <= came && came <= f.high50),
		error: off(({ forecast }) => forecast.expected),
		naive: off(({ naive }) => naive)
	};
}

/**
 * Forecasts one past issue from the issues before it alone (leave-future-out, Bürkner, Gabry & Vehtari 2020,
 * doi:10.1080/00949655.2020.1783262), with the number of readers that it really reached.
 *
 * @returns items in their order and the total; null where too little came before, or nothing then
 */
export function backtest(
	input: LiftInput,
	issue: number,
	draws: number
): { items: Backtested[]; total: Backtested } | null {
	const before = input.items.filter((item) => item.issue < issue);
	const own = input.items.filter((item) => item.issue === issue);
	const last = lastIssue(before);
	if (own.length === 0 || modelRefusal(before)) return null;

	const { basis } = fitLift({ ...input, items: before, issues: issue }, { seed: 1, draws: 1 });
	const reach = own[0]!.reach;
	const circumstances: Circumstances = {
		basis,
		level: levelOf(basis, () => true),
		reach: surely(reach === null ? basis.logReach : Math.log(reach)),
		others: otherRoles([])
	};
	const items = own.map((item) => ({ ...item, role: 'editorial' as const }));
	const { items: forecasts, total } = forecastIssue(items, circumstances, { seed: issue, draws });
	const sum = (items: readonly LiftItem[]) => items.reduce((all, item) => all + item.clickers, 0);
	return {
		items: own.map(({ clickers, position }, i) => ({
			forecast: forecasts[i]!,
			came: clickers,
			naive: lastTime(last, position)!
		})),
		total: { forecast: total, came: sum(own), naive: sum(last) }
	};
}

function lastIssue(items: readonly LiftItem[]): LiftItem[] {
	const latest = items.reduce((most, { issue }) => Math.max(most, issue), -1);
	return items.filter(({ issue }) => issue === latest).sort((a, b) => a.position - b.position);
}
