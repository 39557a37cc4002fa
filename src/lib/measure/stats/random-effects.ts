import type { Effect } from './observed.ts';

/**
 * What was observed of one of several that belong together, and its sampling variance: Infinity where nothing
 * was, whatever the value.
 */
export type Observed = { value: number; variance: number };

/** What the spread between true values may be, and which is held likely, before any is seen. */
export type SpreadPrior = {
	/** standard deviations over which is averaged, evenly apart or nearly so */
	spreads: readonly number[];
	/** scale of the half-normal density that they are weighed by */
	scale: number;
};

/**
 * Normal–normal random effects (Gelman et al., Bayesian Data Analysis, 3rd edition, 5.4): what is observed is
 * drawn toward the mean of all by what its difference exceeds chance by. The mean has a flat prior. The spread
 * between true values is averaged over: put at its likeliest value, which of few is often nothing, a quarter of
 * intervals that say 90 % would not hold.
 *
 * @returns posterior mean and standard deviation of each true value, in the same order
 */
export function randomEffects(observed: readonly Observed[], prior: SpreadPrior): Effect[] {
	const weights = spreadWeights([observed], prior);
	const posteriors = prior.spreads.map((spread) => {
		const { weights, total, mean } = pooledMean(observed, spread);
		return observed.map(({ value }, i) => {
			const own = spread ** 2 * weights[i]!;
			return {
				mean: mean + own * (value - mean),
				variance: spread ** 2 * (1 - own) + (1 - own) ** 2 / total
			};
		});
	});
	return observed.map((_, i) => {
		let mean = 0;
		let square = 0;
		posteriors.forEach((of, k) => {
			mean += weights[k]! * of[i]!.mean;
			square += weights[k]! * (of[i]!.variance + of[i]!.mean ** 2);
		});
		return { mean, sd: Math.sqrt(square - mean ** 2) };
	});
}

/**
 * How likely each spread is when these are observed.
 *
 * @param groups each around a mean of its own, with one spread for all
 * @returns weights that sum to 1, in the order of the prior's spreads
 */
export function spreadWeights(
	groups: readonly (readonly Observed[])[],
	prior: SpreadPrior
): number[] {
	return weightsOf(
		prior.spreads.map((spread) => groups.reduce((sum, own) => sum + logLikelihood(own, spread), 0)),
		prior
	);
}

/**
 * How likely each spread is, by how likely each makes what is observed.
 *
 * @param likelihoods their logarithms, but for a constant, in the order of the prior's spreads
 */
export function weightsOf(
	likelihoods: readonly number[],
	{ spreads, scale }: SpreadPrior
): number[] {
	const logs = likelihoods.map((log, i) => log - (spreads[i]! / scale) ** 2 / 2);
	const most = Math.max(...logs);
	const parts = logs.map((log) => Math.exp(log - most));
	const total = parts.reduce((sum, part) => sum + part, 0);
	return parts.map((part) => part / total);
}

/** Of what is observed given the spread, with the mean integrated out; but for a constant. */
function logLikelihood(observed: readonly Observed[], spread: number): number {
	const { weights, total, mean } = pooledMean(observed, spread);
	return observed.reduce(
		(sum, { value }, i) => {
			const weight = weights[i]!;
			return weight === 0 ? sum : sum + (Math.log(weight) - weight * (value - mean) ** 2) / 2;
		},
		-Math.log(total) / 2
	);
}

/** The mean of all given the spread, the precision of each as an observation of it, and their total. */
export function pooledMean(observed: readonly Observed[], spread: number) {
	const weights = observed.map(({ variance }) => 1 / (spread ** 2 + variance));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const mean = observed.reduce((sum, { value }, i) => sum + weights[i]! * value, 0) / total;
	return { weights, total, mean };
}
