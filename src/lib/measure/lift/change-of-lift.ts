import type { Amount } from './amounts.ts';
import { tooLittle } from './amounts.ts';
import { cutOfTwo, type Selected } from './cuts.ts';
import { deviationDraws } from './deviation-draws.ts';
import type { Estimate, Unsaid } from './estimate.ts';
import { unsaid } from './estimate.ts';
import type { GroupEffects, GroupName } from './lift.ts';
import { mixtureEstimate } from './mixture.ts';
import type { Solved } from './part-sums.ts';
import { amountsIn, deviationLikelihood, type Cut } from './parts.ts';
import { MOST_GROUPS, MOST_TOGETHER } from './selection.ts';
import { LEAST_SPREAD } from './spreads.ts';
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
 * it there. So their intervals are not combined. Deviations of both are drawn together, of one
 * likelihood that has history cut at either (`cutOfTwo`): in a draw, what holds over all time, its
 * doubt, and what is usual, are the same in both periods and fall out of the difference. What is left
 * are the steps between them, and how far these scatter is how unsure the change is (`liftChange`). The
 * prior is that of a single selection (`deviationDraws`).
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
 *
 * It is the ratio of the two as they are said, each of its own selection, so that three numbers beside
 * each other agree. Its interval is that of the joint draws, moved so that their mean is this ratio, and
 * doubts each draw by how far that is: the cuts of the two selections tell nearly the same change, but not
 * where all issues changed at a day that neither cuts at. A draw without a step stands for steps too small
 * to be told from none, so that no interval is a point.
 *
 * @param ratio of the two lifts
 */
export function liftChange(
	{ amounts: [now, before], moved }: LiftChanges,
	group: number,
	ratio: number
): Estimate {
	const why: Unsaid | null = tooLittle(now[group]!) ?? tooLittle(before[group]!);
	const draws = moved[group];
	if (why || !draws) return unsaid(why ?? 'fewItems');
	const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
	const by = Math.log(ratio) - mean;
	const told = mixtureEstimate(
		Array.from(draws, (draw) => draw + by),
		Math.hypot(LEAST_SPREAD, by)
	);
	return { ...told, lift: ratio };
}
