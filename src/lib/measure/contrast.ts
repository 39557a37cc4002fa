import { dot, multiply } from './linear.ts';

/**
 * Effects less their weighted mean, so that nought is usual.
 *
 * @example center(Float64Array.of(1, 3), [1, 1]) // => [-1, 1]
 */
export function center(effects: Float64Array, weights: readonly number[]): Float64Array {
	const total = weights.reduce((sum, w) => sum + w, 0);
	if (total === 0) return effects.slice();
	const usual = weights.reduce((sum, w, j) => sum + w * effects[j]!, 0) / total;
	return effects.map((effect) => effect - usual);
}

/** Variance of each effect less the weighted mean of all: narrower than the effect's own. */
export function contrastVariances(
	covariance: Float64Array,
	weights: readonly number[]
): Float64Array {
	const k = weights.length;
	const total = weights.reduce((sum, w) => sum + w, 0) || 1;
	const usual = Float64Array.from(weights, (w) => w / total);
	const cross = multiply(covariance, usual, k);
	const common = dot(usual, cross);
	return Float64Array.from(weights, (_, j) =>
		Math.max(0, covariance[j * k + j]! - 2 * cross[j]! + common)
	);
}
