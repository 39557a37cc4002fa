import { normalCdf } from './normal.ts';
import { pooledMean, spreadWeights, type Observed } from './random-effects.ts';

/** One version of a test: how many it reached, and how many of those clicked. */
export type TestedVersion = { delivered: number; clickers: number };

/** A version's click rate as a ratio to the mean of the test's other versions. */
export type VersionEffect = {
	/** median of the posterior, and the ends of its middle 90 % and 50 % */
	lift: number;
	low: number;
	high: number;
	low50: number;
	high50: number;
	/** chance that it is above 1 */
	above: number;
};

/**
 * Prior of the spread of versions' log rates within a test. Most tests of a subject move clicks by less than
 * a fifth.
 */
const PRIOR = { spreads: [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45], scale: 0.2 };

/**
 * Ratios of click rates within tests, drawn toward 1 according to how much versions differ in all tests. So
 * the version picked as best is, on average, as good as stated.
 *
 * Log rates are normal around their test's own mean, whose prior is flat; the spread between versions
 * has a half-normal prior and is averaged over on a grid (a normal–normal random-effects model, as in
 * Gelman et al., Bayesian Data Analysis, 3rd edition, 5.4).
 *
 * @param tests versions of each, at least two, each of which reached somebody
 * @returns for each test, in the order of its versions
 */
export function versionEffects(tests: readonly (readonly TestedVersion[])[]): VersionEffect[][] {
	const observed = tests.map((versions) => versions.map(logRate));
	const weights = spreadWeights(observed, PRIOR);

	return observed.map((versions) => {
		const posteriors = PRIOR.spreads.map((spread) => contrasts(versions, spread));
		return versions.map((_, version) =>
			summed(posteriors.map((of, i) => ({ ...of[version]!, weight: weights[i]! })))
		);
	});
}

type Part = { mean: number; sd: number; weight: number };

/** Adds half a clicker, so that a version without clickers does not become minus infinity. */
function logRate({ delivered, clickers }: TestedVersion): Observed {
	const count = clickers + 0.5;
	const reached = Math.max(delivered, clickers) + 1;
	return { value: Math.log(count / reached), variance: 1 / count - 1 / reached };
}

/**
 * For a given spread, each version's log effect minus the mean of the others': mean and standard deviation.
 */
function contrasts(versions: readonly Observed[], spread: number): Omit<Part, 'weight'>[] {
	const { weights, total, mean } = pooledMean(versions, spread);
	const kept = weights.map((weight) => spread ** 2 * weight);
	const effects = versions.map(({ value }, i) => kept[i]! * (value - mean));
	const covariance = (a: number, b: number) =>
		(a === b ? kept[a]! * versions[a]!.variance : 0) + (kept[a]! * kept[b]!) / total;

	return versions.map((_, version) => {
		const share = versions.map((_, i) => (i === version ? 1 : -1 / (versions.length - 1)));
		let variance = 0;
		for (let a = 0; a < share.length; a++)
			for (let b = 0; b < share.length; b++) variance += share[a]! * share[b]! * covariance(a, b);
		return {
			mean: effects.reduce((sum, effect, i) => sum + share[i]! * effect, 0),
			sd: Math.sqrt(variance)
		};
	});
}

/** A mixture of normals on the log scale, as factors. */
function summed(parts: readonly Part[]): VersionEffect {
	const below = (value: number) =>
		parts.reduce((sum, { mean, sd, weight }) => sum + weight * normalCdf((value - mean) / sd), 0);
	const at = (share: number) => {
		let [low, high] = [-10, 10];
		for (let step = 0; step < 50; step++) {
			const middle = (low + high) / 2;
			if (below(middle) < share) low = middle;
			else high = middle;
		}
		return Math.exp((low + high) / 2);
	};
	return {
		lift: at(0.5),
		low: at(0.05),
		high: at(0.95),
		low50: at(0.25),
		high50: at(0.75),
		above: 1 - below(0)
	};
}
