import { normalised } from './normalised.ts';

/**
 * An observed effect of one of several groups, and its sampling variance; Infinity if nothing was observed,
 * whatever the value.
 */
export type Observed = { value: number; variance: number };

/** Prior of the spread between true values. */
export type SpreadPrior = {
	/** standard deviations that are averaged over, about evenly spaced */
	spreads: readonly number[];
	/** scale of the half-normal density that weights them */
	scale: number;
};

/** What one more group's effect is drawn around, for one spread: the groups' mean and how sure it is. */
export type NextEffect = {
	/** probability of the spread */
	share: number;
	mean: number;
	sd: number;
	spread: number;
};

/**
 * Predicts the effect of one more group without observations: normal–normal random effects (Gelman et al.,
 * Bayesian Data Analysis, 3rd edition, 5.4). The spread between true values is averaged over. Its likeliest
 * value is often zero when groups are few; with that alone, a quarter of 90 % intervals would miss.
 *
 * @param observed at least one
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
 * The probability of each spread, given the observations.
 *
 * @param groups observations by group; each group has its own mean, all share one spread
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
 * The probability of each spread, given the likelihood of the observations under it.
 *
 * @param likelihoods log likelihoods, up to a constant, in the order of the prior's spreads
 */
export function weightsOf(
	likelihoods: readonly number[],
	{ spreads, scale }: SpreadPrior
): number[] {
	return normalised(likelihoods.map((log, i) => log - (spreads[i]! / scale) ** 2 / 2));
}

/** Log likelihood of the observations for a given spread, with the mean integrated out; up to a constant. */
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
