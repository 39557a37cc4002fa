import type { DesignMatrix } from './design-matrix.ts';
import { dot, multiply } from '../stats/linear.ts';
import type { LiftItem } from './lift-input.ts';
import type { MixedModel } from './mixed-model.ts';
import { valueOf } from './mixed-model.ts';

/** What the fit says of each item. */
export type ItemEffects = {
	/**
	 * the item's whole log effect (topics, authors and its own) against the publication's average; with its
	 * standard deviation
	 */
	mean: Float64Array;
	sd: Float64Array;
	/** clickers that an average item would get at its position in this issue */
	expected: Float64Array;
	/** the item's own log effect as observed, topics and authors included, and the variance of that */
	observed: Float64Array;
	variance: Float64Array;
};

/**
 * Whole effects of items, as contrasts with the item-weighted mean of topics and authors.
 *
 * An item's own effect is what is left of its response after everything else, shrunk by
 * κ = variance of own effects ÷ (that + 1 ÷ expected count). Its variance follows from writing
 * topics + authors + own effect − usual as one linear function of the coefficients and the issue's effect.
 *
 * @param usual weight of each column in the publication's average; sums to 1 over topics, to at most 1 over
 * authors
 */
export function itemEffects(
	items: readonly LiftItem[],
	columns: DesignMatrix,
	model: MixedModel,
	offset: Float64Array,
	usual: Float64Array
): ItemEffects {
	const { count: p } = columns;
	const { coefficients, covariance, covarianceIssueMeans, issueVariances } = model;
	const n = items.length;
	const result: ItemEffects = {
		mean: new Float64Array(n),
		sd: new Float64Array(n),
		expected: new Float64Array(n),
		observed: new Float64Array(n),
		variance: new Float64Array(n)
	};

	const level = dot(usual, coefficients);
	const withUsual = multiply(covariance, usual, p);
	const usualVariance = dot(usual, withUsual);

	for (let i = 0; i < n; i++) {
		const { issue } = items[i]!;
		const noise = 1 / model.precision[i]!;
		const kappa = model.variance.item / (model.variance.item + noise);
		const issueMeans = covarianceIssueMeans.subarray(issue * p, (issue + 1) * p);

		const { whole, quadratic, crossed } = rowOf(i, columns, model, {
			kappa,
			issueMeans,
			withUsual
		});

		result.mean[i] = whole - level + model.own[i]!;
		result.sd[i] = Math.sqrt(
			model.variance.item * (1 - kappa) +
				quadratic +
				2 * crossed +
				usualVariance +
				// the variance of the issue's effect, less the part shared with the coefficients, which is
				// counted above
				kappa ** 2 * issueVariances[issue]! -
				2 * kappa * dot(usual, issueMeans)
		);

		const atPosition =
			valueOf(columns, i, coefficients) - whole + model.issueEffects[issue]! + level;
		result.expected[i] = Math.exp(offset[i]! + atPosition);
		result.observed[i] = model.response[i]! - atPosition;
		result.variance[i] = model.variance.item + noise;
	}
	return result;
}

/** One item's topics and authors, and the variance that its columns contribute. */
function rowOf(
	i: number,
	{ count: p, starts, column, value, topicFrom }: DesignMatrix,
	{ coefficients, covariance }: MixedModel,
	{
		kappa,
		issueMeans,
		withUsual
	}: { kappa: number } & Record<'issueMeans' | 'withUsual', Float64Array>
) {
	// columns of topics and authors are part of the item's effect, all others are its position's
	const share = (j: number) => (column[j]! >= topicFrom ? 1 : 0) - kappa;
	let whole = 0;
	let quadratic = 0;
	let crossed = 0;
	for (let j = starts[i]!; j < starts[i + 1]!; j++) {
		const cj = column[j]!;
		if (cj >= topicFrom) whole += value[j]! * coefficients[cj]!;

		let row = 0;
		for (let k = starts[i]!; k < starts[i + 1]!; k++)
			row += covariance[cj * p + column[k]!]! * value[k]! * share(k);
		const own = value[j]! * share(j);
		quadratic += own * row;
		crossed += own * (kappa * issueMeans[cj]! - withUsual[cj]!);
	}
	return { whole, quadratic, crossed };
}
