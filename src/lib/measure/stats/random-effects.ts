import { normalised } from './normalised.ts';

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

/** What one more of the same kind may be around: given a spread, their mean and how sure that is. */
export type NextEffect = {
	/** how likely the spread is */
	share: number;
	mean: number;
	sd: number;
	spread: number;
};

/**
 * What one more may be, of which nothing is observed yet: normal–normal random effects (Gelman et al.,
 * Bayesian Data Analysis, 3rd edition, 5.4). The spread between true values is averaged over: put at its
 * likeliest value, which of few is often nothing, a quarter of intervals that say 90 % would not hold.
 *
 * @param observed one at least
 */
export function nextEffect(observed: readonly Observed[], prior: SpreadPrior): NextEffect[] {
	const given = prior.spreads.map((spread) => {
		const { total, mean } = pooledMean(observed, spread);
		return { mean, sd: Math.sqrt(1 / total), spread, log: logLikelihood(observed, spread) };
	});
	const weights = weightsOf(
		given.map(({ log }) => log),
		prior
	);
	return given.map(({ mean, sd, spread }, i) => ({ share: weights[i]!, mean, sd, spread }));
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
	return normalised(likelihoods.map((log, i) => log - (spreads[i]! / scale) ** 2 / 2));
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
