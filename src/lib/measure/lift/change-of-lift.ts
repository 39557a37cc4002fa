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

/** How groups' lifts in one period compare with those in another. */
export type LiftChanges = {
	/** how much data there is for each group in either period */
	amounts: readonly [now: Amount[], before: Amount[]];
	/** by group, the change of its log effect, one value a draw; null for groups that may not deviate */
	moved: (Float64Array | null)[];
};

/**
 * How far groups' lifts moved from one period to another.
 *
 * The lifts of the two periods are not independent: each is the lift over all time plus a deviation. So their
 * intervals cannot be combined. Instead the deviations of both periods are drawn together, from one likelihood
 * that cuts history at both (`cutOfTwo`). Within a draw, the effect over all time, its uncertainty and the
 * average are the same in both periods and cancel out. What is left are the steps between the periods; their
 * scatter is the uncertainty of the change (`liftChange`). The prior is that of a single selection
 * (`deviationDraws`).
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

/**
 * For each union of parts: 1 if it moves the first part alone, -1 if the second alone, 0 if both or neither.
 */
function signsOf({ unions }: Cut): number[] {
	return unions.map((parts) => Number(parts.includes(0)) - Number(parts.includes(1)));
}

/**
 * A group's lift as a ratio to its lift in the other period; not given below 5 items or 3 issues in either.
 *
 * The ratio is that of the two lifts as shown, each from its own selection, so that the three numbers agree
 * where they stand side by side. Its interval comes from the joint draws, shifted so that their mean is this
 * ratio; the size of the shift is added to each draw as uncertainty. The shift is small, except where all
 * issues changed on a day at which neither selection cuts. Draws without a step get the spread of steps too
 * small to detect, so that no interval is a point.
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
