import type { Amount } from './amounts.ts';
import { tooLittle } from './amounts.ts';
import { cutOfTwo, type Selected } from './cuts.ts';
import { deviationDraws, LEAST_SPREAD } from './deviation-draws.ts';
import type { Estimate, Unsaid } from './estimate.ts';
import { unsaid } from './estimate.ts';
import type { GroupEffects, GroupName } from './lift.ts';
import { mixtureEstimate } from './mixture.ts';
import type { Solved } from './part-sums.ts';
import { amountsIn, deviationLikelihood, type Cut } from './parts.ts';
import { MOST_GROUPS, MOST_TOGETHER } from './selection.ts';
import type { Random } from '../stats/random.ts';

/** What groups' lifts in one period are to those in another. */
export type LiftChanges = {
	/** what there is of each group in either */
	amounts: readonly [now: Amount[], before: Amount[]];
	/** by group, the difference of its log effects, one a draw; null for what may not deviate */
	moved: (Float64Array | null)[];
};

/**
 * How far groups' lifts moved from one period to another.
 *
 * The lifts of both periods are not independent: each is the lift over all time and what deviates from
 * it there. So the two are not divided, nor their intervals combined. Deviations of both are drawn
 * together, of one likelihood that has history cut at either (`cutOfTwo`): in a draw, what holds over all
 * time, its doubt, and what is usual, are the same in both periods and fall out of the difference. What
 * is left are the steps between them. So nothing but that change is in the interval, which is of the
 * draws' quantiles, and which a standstill leaves at 1: the prior is that of a single selection
 * (`deviationDraws`).
 *
 * The ratio is near that of the two periods' lifts as their own selections have them, and not the same
 * to the digit: each of those is told from a cut of its own.
 */
export function liftChanges(
	fit: Solved & { effects: Record<GroupName, GroupEffects> },
	of: GroupName,
	selected: Omit<Selected, 'issue' | 'issues' | 'kindOf'> & { isOfOther(issue: number): boolean },
	random: Random
): LiftChanges {
	const { design, issuePrecision } = fit;
	const groups = fit.effects[of].mean.length;
	const most = Math.floor(MOST_TOGETHER / (Math.min(MOST_GROUPS, groups) || 1));
	const cut = cutOfTwo({ ...selected, issue: design.issue, issues: issuePrecision.length }, most);
	const amounts = [amountsIn(design, of, cut), amountsIn(design, of, cut, 1)] as const;
	const moved = new Array<Float64Array | null>(groups).fill(null);
	if (!groups || !cut.unions.length) return { amounts, moved };

	const likelihood = deviationLikelihood(fit, of, cut, MOST_GROUPS);
	const { draws } = deviationDraws(likelihood, random);
	const signs = signsOf(cut);
	likelihood.members.forEach((group, member) => {
		moved[group] = Float64Array.from(draws, (draw) =>
			signs.reduce((sum, sign, union) => sum + sign * draw[union * likelihood.groups + member]!, 0)
		);
	});
	return { amounts, moved };
}

/** Whether each union moves the first part alone (1), the second alone (-1), or both or none (0). */
function signsOf({ unions }: Cut): number[] {
	return unions.map((parts) => Number(parts.includes(0)) - Number(parts.includes(1)));
}

/**
 * What a group's lift is to that of the other period; below 5 items or 3 issues in either it is not said.
 * A draw without a step stands for steps too small to be told from none, so that no interval is a point.
 */
export function liftChange(
	{ amounts: [now, before], moved }: LiftChanges,
	group: number
): Estimate {
	const why: Unsaid | null = tooLittle(now[group]!) ?? tooLittle(before[group]!);
	const draws = moved[group];
	if (why || !draws) return unsaid(why ?? 'fewItems');
	return mixtureEstimate([...draws], LEAST_SPREAD);
}
