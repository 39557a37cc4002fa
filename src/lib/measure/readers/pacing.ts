import { nextEffect, weightsOf, type NextEffect } from '../stats/random-effects.ts';
import { normals, type Random } from '../stats/random.ts';
import { quantile } from '../stats/quantile.ts';

/** What a count will finally be, judged by how others grew from the same age on. */
export type Pacing = {
	/** the median forecast */
	expected: number;
	/** ends of the 90 % interval */
	low: number;
	high: number;
	/** chance that the aim is reached, 0..1; null without an aim */
	chance: number | null;
	/** how many others it is judged by */
	others: number;
};

/** How many of an earlier issue's clicks had come at this age, and in the end. */
export type Arrived = { then: number; all: number };

/**
 * The usual final count: the mean of others, and the spread of their own means as variance ÷ mean², each value
 * with its probability. The Poisson variation of single clicks is not part of it.
 */
export type UsualCount = { mean: number; spreads: readonly { spread: number; share: number }[] };

/** Fewer others do not show how clicks arrive. */
const LEAST = 5;
const DRAWS = 2000;

/**
 * How many pairs of a share and a spread are tried; draws come from these, weighted by how well they fit the
 * clicks so far.
 */
const TRIED = 400;

/** Prior of how far logits of issues' shares differ: some issues are read twice as slowly as others. */
const SPEEDS = {
	spreads: [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.8, 0.95, 1.1, 1.25, 1.4],
	scale: 0.7
};

/** Prior of how far places' own means differ, as standard deviation ÷ mean. */
const PLACES = {
	spreads: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5],
	scale: 0.6
};

/**
 * Forecasts a final count by a gamma–Poisson model (posterior predictive draws): it starts from the usual
 * count and moves toward the issue's own clicks as they come. The share of clicks that has come at this age is
 * drawn from those of earlier issues, whose logits are random effects, because a few issues do not show how
 * slow or quick the next one can be. So is the spread between places. Each drawn pair is weighted by its fit
 * to the clicks so far. Given a pair, the mean count is gamma-distributed (the conjugate of Poisson counts;
 * Gelman et al. 2013, section 2.6), and the clicks still to come are a Poisson count of the rest.
 *
 * Null with fewer than five others.
 *
 * @param reached clicks so far
 * @param arrived counts of each earlier issue; an issue without clicks at this age is ignored
 * @param aim the count to be reached
 * @param usual null if there is no usual count: the forecast then rests on the issue's own clicks alone
 */
export function pacing(
	reached: number,
	arrived: readonly Arrived[],
	aim: number | null,
	usual: UsualCount | null,
	random: Random
): Pacing | null {
	const known = arrived.filter(({ then, all }) => then > 0 && then <= all);
	if (known.length < LEAST) return null;

	const tried = triedOf(known, usual, random);
	const cumulated = cumulatedBy(tried, reached);
	const normal = normals(random);
	const finals = new Float64Array(DRAWS);
	for (let draw = 0; draw < DRAWS; draw++) {
		const { share, shape, counts } = tried[drawnFrom(cumulated, random)]!;
		const level = gamma(shape + reached, normal, random) / (counts + share);
		finals[draw] = reached + poisson(level * (1 - share), normal, random);
	}
	finals.sort();
	return {
		expected: quantile(finals, 0.5),
		low: quantile(finals, 0.05),
		high: quantile(finals, 0.95),
		chance: aim === null ? null : finals.filter((final) => final >= aim).length / DRAWS,
		others: known.length
	};
}

/**
 * A possible share of clicks so far, and a prior of the mean, as if `shape` clicks had been seen in `counts`
 * counts.
 */
type Tried = { share: number; shape: number; counts: number };

function triedOf(known: readonly Arrived[], usual: UsualCount | null, random: Random): Tried[] {
	const speeds = nextEffect(
		known.map(({ then, all }) => {
			const [came, missing] = [then + 0.5, all - then + 0.5];
			return { value: Math.log(came / missing), variance: 1 / came + 1 / missing };
		}),
		SPEEDS
	);
	const normal = normals(random);
	const speed = cumulatedOf(speeds);
	const spread = usual && cumulatedOf(usual.spreads);
	return Array.from({ length: TRIED }, () => {
		const { mean, sd, spread: apart }: NextEffect = speeds[drawnFrom(speed, random)]!;
		const share = 1 / (1 + Math.exp(-mean - Math.hypot(sd, apart) * normal()));
		if (!usual) return { share, shape: 0.5, counts: 0 };
		const shape = 1 / usual.spreads[drawnFrom(spread!, random)]!.spread;
		return { share, shape, counts: shape / usual.mean };
	});
}

/**
 * Cumulative probabilities of the pairs, by how well they fit the clicks so far: negative binomial
 * likelihoods.
 */
function cumulatedBy(tried: readonly Tried[], reached: number): number[] {
	const rising = new Map<number, number>();
	const logs = tried.map(({ share, shape, counts }) => {
		// without a usual count, every share fits equally well
		if (counts === 0) return 0;
		if (!rising.has(shape)) rising.set(shape, logRising(shape, reached));
		const spread = rising.get(shape)! + shape * Math.log(counts);
		return spread + reached * Math.log(share) - (shape + reached) * Math.log(counts + share);
	});
	const top = Math.max(...logs);
	return cumulatedOf(logs.map((log) => ({ share: Math.exp(log - top) })));
}

/** Logarithm of Γ(from + n) ÷ Γ(from). */
function logRising(from: number, n: number): number {
	let log = 0;
	for (let i = 0; i < n; i++) log += Math.log(from + i);
	return log;
}

function cumulatedOf(parts: readonly { share: number }[]): number[] {
	const all = parts.reduce((sum, { share }) => sum + share, 0);
	let sum = 0;
	return parts.map(({ share }) => (sum += share / all));
}

function drawnFrom(cumulated: readonly number[], random: Random): number {
	const u = random();
	const place = cumulated.findIndex((sum) => u < sum);
	return place < 0 ? cumulated.length - 1 : place;
}

/**
 * The usual count, from those of others. The spread of their means is averaged over, each value weighted by
 * how likely it makes the counts (negative binomial), and includes the uncertainty of their mean. Null with
 * fewer than three.
 *
 * @example usualCount([80, 100, 120])?.mean // => 100
 */
export function usualCount(counts: readonly number[]): UsualCount | null {
	const n = counts.length;
	if (n < 3) return null;
	const mean = counts.reduce((sum, count) => sum + count, 0) / n;
	if (mean <= 0) return null;
	const open = (spread: number) => (spread + 1 / mean) / n;
	const shares = weightsOf(
		PLACES.spreads.map((deviation) => {
			const spread = deviation ** 2;
			const shape = 1 / spread;
			return counts.reduce(
				(log, count) => {
					const come = Math.round(count);
					return (
						log +
						logRising(shape, come) +
						shape * Math.log(shape) +
						come * Math.log(mean) -
						(shape + come) * Math.log(shape + mean)
					);
				},
				Math.log(open(spread)) / 2
			);
		}),
		PLACES
	);
	return {
		mean,
		spreads: PLACES.spreads.map((deviation, i) => {
			const spread = deviation ** 2;
			return { spread: (1 + spread) * (1 + open(spread)) - 1, share: shares[i]! };
		})
	};
}

/** A gamma draw of scale 1 (Marsaglia and Tsang 2000, doi:10.1145/358407.358414). */
function gamma(shape: number, normal: () => number, random: Random): number {
	if (shape < 1) return gamma(shape + 1, normal, random) * (1 - random()) ** (1 / shape);
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = normal();
		const v = (1 + c * x) ** 3;
		if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
	}
}

/** A Poisson draw; a large mean is close enough to normal. */
function poisson(mean: number, normal: () => number, random: Random): number {
	if (mean > 100) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
	const limit = Math.exp(-mean);
	let count = 0;
	for (let product = random(); product > limit; product *= random()) count++;
	return count;
}
