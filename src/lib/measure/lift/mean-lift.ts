import { averageWeights } from './design.ts';
import { estimateOf, type Estimate } from './estimate.ts';
import type { LiftFit } from './lift.ts';
import { dot, multiply } from '../stats/linear.ts';

/** The parts of a fit that the lift of several items needs. */
type Fitted = Pick<LiftFit, 'items' | 'spread' | 'precision' | 'issuePrecision' | 'design'>;

/**
 * Lift of some items together: the mean of their lifts, weighted by the expected clickers of each. For one
 * item it is that item's lift and interval.
 *
 * Its variance is that of a contrast of the whole model, by the delta method at the log of the weighted mean.
 * Coefficients and issues' effects that items share are counted as shared; what remains of items' own effects
 * after shrinkage counts as independent.
 *
 * @param indexes indexes of items in the fit, without repeats; items without an estimate are left out
 * @returns null if none has an estimate
 */
export function meanLift(fit: Fitted, indexes: readonly number[]): Estimate | null {
	const { items } = fit;
	const told = indexes.filter((index) => items[index]!.lift !== null);
	const expected = told.reduce((sum, index) => sum + items[index]!.expected, 0);
	if (expected === 0) return null;

	const gotOf = (index: number) => items[index]!.expected * items[index]!.lift!;
	const got = told.reduce((sum, index) => sum + gotOf(index), 0);
	const shares = new Map(told.map((index) => [index, gotOf(index) / got]));
	return estimateOf(Math.log(got / expected), Math.sqrt(varianceOf(fit, shares)));
}

/**
 * Variance of Σ share × log effect of items, with effects relative to the average of all.
 *
 * An item's own effect is κ × (its response less the row's fitted value and the issue's effect), where κ = own
 * variance × precision. An issue's effect is the mean residual of its items. So both are linear in the
 * coefficients.
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
	for (const [index, share] of shares) {
		const kappa = own * precision[index]!;
		eachEntry(design, index, (column, value) => {
			contrast[column]! += share * value * ((column >= groups.topics.from ? 1 : 0) - kappa);
		});
		ofIssue.set(issue[index]!, (ofIssue.get(issue[index]!) ?? 0) + share * kappa);
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
