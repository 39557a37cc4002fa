import { dot, multiply } from '../stats/linear.ts';

/**
 * Effects minus their weighted mean, so that zero is average.
 *
 * @example center(Float64Array.of(1, 3), [1, 1]) // => [-1, 1]
 */
export function center(effects: Float64Array, weights: readonly number[]): Float64Array {
	const total = weights.reduce((sum, w) => sum + w, 0);
	if (total === 0) return effects.slice();
	const usual = weights.reduce((sum, w, j) => sum + w * effects[j]!, 0) / total;
	return effects.map((effect) => effect - usual);
}

/** Covariance of effects minus their weighted mean: narrower than that of the effects; row-major. */
export function contrastCovariance(
	covariance: Float64Array,
	weights: readonly number[]
): Float64Array {
	const k = weights.length;
	const total = weights.reduce((sum, w) => sum + w, 0);
	if (total === 0) return covariance.slice();
	const usual = Float64Array.from(weights, (w) => w / total);
	const cross = multiply(covariance, usual, k);
	const common = dot(usual, cross);
	const contrast = new Float64Array(k * k);
	for (let i = 0; i < k; i++)
		for (let j = 0; j < k; j++)
			contrast[i * k + j] = covariance[i * k + j]! - cross[i]! - cross[j]! + common;
	return contrast;
}

/** Standard deviations: the roots of a covariance's diagonal. */
export function deviations(covariance: Float64Array, k: number): Float64Array {
	return Float64Array.from({ length: k }, (_, j) => Math.sqrt(Math.max(0, covariance[j * k + j]!)));
}
