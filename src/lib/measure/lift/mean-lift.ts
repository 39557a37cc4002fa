import { averageWeights } from './design.ts';
import { estimateOf, type Estimate } from './estimate.ts';
import type { LiftFit } from './lift.ts';
import { dot, multiply } from '../stats/linear.ts';

/** What of a fit tells how items did together. */
type Fitted = Pick<LiftFit, 'items' | 'spread' | 'precision' | 'issuePrecision' | 'design'>;

/**
 * Lift of some items together: the mean of their lifts, weighted by the clickers expected of each. Of one
 * item it is that item's, interval and all; of more it lies between theirs.
 *
 * Its variance is that of a contrast of the whole model, by the delta method at the log of the weighted
 * mean: coefficients and issues' effects that the items share are counted as shared, and what is left of
 * their own effects, after shrinkage, as independent.
 *
 * @param places indexes of items in the fit, each once; those without an estimate are left out
 * @returns null where none has one
 */
export function meanLift(fit: Fitted, places: readonly number[]): Estimate | null {
	const { items } = fit;
	const told = places.filter((place) => items[place]!.lift !== null);
	const expected = told.reduce((sum, place) => sum + items[place]!.expected, 0);
	if (expected === 0) return null;

	const gotOf = (place: number) => items[place]!.expected * items[place]!.lift!;
	const got = told.reduce((sum, place) => sum + gotOf(place), 0);
	const shares = new Map(told.map((place) => [place, gotOf(place) / got]));
	return estimateOf(Math.log(got / expected), Math.sqrt(varianceOf(fit, shares)));
}

/**
 * Variance of Σ share × log effect of items, the effects held against the average of all.
 *
 * An item's own effect is κ × (what its response leaves of the row and its issue's effect), κ = own
 * variance × precision, and an issue's effect is what its items' responses leave on average, so that both
 * are linear in the coefficients.
 */
function varianceOf(
	{ spread, precision, issuePrecision, design }: Fitted,
	shares: ReadonlyMap<number, number>
): number {
	const { count, issue, covariance, groups } = design;
	const own = spread.item ** 2;
	const contrast = averageWeights(design).map((weight) => -weight);
	const ofIssue = new Map<number, number>();
	let variance = 0;
	for (const [place, share] of shares) {
		const kappa = own * precision[place]!;
		eachEntry(design, place, (column, value) => {
			contrast[column]! += share * value * ((column >= groups.topics.from ? 1 : 0) - kappa);
		});
		ofIssue.set(issue[place]!, (ofIssue.get(issue[place]!) ?? 0) + share * kappa);
		variance += share ** 2 * own * (1 - kappa);
	}

	for (let item = 0; item < issue.length; item++) {
		const share = ofIssue.get(issue[item]!);
		if (share === undefined) continue;
		const weight = (share * precision[item]!) / issuePrecision[issue[item]!]!;
		eachEntry(design, item, (column, value) => {
			contrast[column]! += weight * value;
		});
	}
	for (const [of, share] of ofIssue) variance += share ** 2 / issuePrecision[of]!;
	return variance + dot(contrast, multiply(covariance, contrast, count));
}

function eachEntry(
	{ starts, column, value }: LiftFit['design'],
	row: number,
	see: (column: number, value: number) => void
) {
	for (let entry = starts[row]!; entry < starts[row + 1]!; entry++)
		see(column[entry]!, value[entry]!);
}
