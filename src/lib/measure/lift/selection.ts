import type { Amount } from './amounts.ts';
import { tooLittle } from './amounts.ts';
import { deviationDraws } from './deviation-draws.ts';
import { cutOf, type Selected } from './cuts.ts';
import type { Estimate, Unsaid } from './estimate.ts';
import { estimateOf, unsaid } from './estimate.ts';
import type { GroupEffects, GroupName } from './lift.ts';
import { mixtureEstimate } from './mixture.ts';
import type { Solved } from './part-sums.ts';
import { amountsIn, deviationLikelihood } from './parts.ts';
import { rankJointly } from './ranks.ts';
import type { Random } from '../stats/random.ts';

/** Effects of groups within some of the items, as draws around their effects over all time. */
export type Within = {
	all: GroupEffects;
	/** how much data there is for each group in the selection */
	amounts: Amount[];
	/** what the selection adds to each group's log effect, one row per draw; null if all items are selected */
	added: Float64Array[] | null;
	/** the share of the variance of effects over all time that remains beside the deviations */
	noise: number;
};

/** Most deviations that are estimated together: more take too long for a page. */
export const MOST_TOGETHER = 240;

/** Most groups that may deviate: those with the most items in the selection; the others do not. */
export const MOST_GROUPS = 80;

/**
 * Estimates groups' effects in a selection: their effects over all time, and how far they deviate from those
 * there. If all items are selected, nothing deviates.
 */
export function within(
	fit: Solved & { effects: Record<GroupName, GroupEffects> },
	of: GroupName,
	selected: Omit<Selected, 'issue' | 'issues'>,
	random: Random
): Within {
	const { design, issuePrecision } = fit;
	const all = fit.effects[of];
	const groups = Math.min(MOST_GROUPS, all.mean.length) || 1;
	const placed = { ...selected, issue: design.issue, issues: issuePrecision.length };
	const cut = cutOf(placed, Math.floor(MOST_TOGETHER / groups));
	const whole = { partOf: new Int32Array(design.issue.length), unions: [] };
	const amounts = amountsIn(design, of, cut ?? whole);
	if (!cut?.unions.length) return { all, amounts, added: null, noise: 1 };

	const likelihood = deviationLikelihood(fit, of, cut, MOST_GROUPS);
	const size = likelihood.score.length;
	const { draws, noise } = deviationDraws(likelihood, random);
	const added = draws.map((draw) => {
		const effects = new Float64Array(all.mean.length);
		for (let g = 0; g < effects.length; g++) {
			let sum = 0;
			for (let by = 0; by < size; by++) sum += likelihood.loadings[g * size + by]! * draw[by]!;
			effects[g] = sum;
		}
		return effects;
	});
	return { all, amounts, added, noise };
}

/** The estimate of one group in the selection, whether or not there is enough data. */
export function withinEstimate({ all, added, noise }: Within, group: number): Estimate {
	const [mean, sd] = [all.mean[group]!, all.sd[group]! * Math.sqrt(noise)];
	if (!added) return estimateOf(mean, sd);
	return mixtureEstimate(
		added.map((draw) => mean + draw[group]!),
		sd
	);
}

/**
 * Estimates of groups within a selection, ranked among each other.
 *
 * @param why by index, why a group has no estimate over all time, if it has none
 * @param draws how many draws the ranks are made from
 */
export function selectedEstimates(
	part: Within,
	why: readonly (Unsaid | null)[],
	random: Random,
	draws: number
): Estimate[] {
	const estimates = part.amounts.map((amount, group) => {
		const unknown = why[group] ?? tooLittle(amount);
		return unknown ? unsaid(unknown) : withinEstimate(part, group);
	});
	rankJointly(estimates, momentsOf(part), random, draws);
	return estimates;
}

/** Mean and covariance of groups' effects in the selection. */
function momentsOf({ all, added, noise }: Within): Pick<GroupEffects, 'mean' | 'covariance'> {
	const k = all.mean.length;
	const n = added?.length ?? 0;
	const mean = all.mean.slice();
	for (const draw of added ?? []) for (let g = 0; g < k; g++) mean[g]! += draw[g]! / n;
	const covariance = all.covariance.map((one) => one * noise);
	for (const draw of added ?? [])
		for (let g = 0; g < k; g++) {
			const off = all.mean[g]! + draw[g]! - mean[g]!;
			if (off === 0) continue;
			for (let h = 0; h < k; h++)
				covariance[g * k + h]! += (off * (all.mean[h]! + draw[h]! - mean[h]!)) / n;
		}
	return { mean, covariance };
}
