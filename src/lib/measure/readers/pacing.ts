import { nextEffect, weightsOf, type NextEffect } from '../stats/random-effects.ts';
import { normals, type Random } from '../stats/random.ts';
import { quantile } from '../stats/quantile.ts';

/** What a count is going to be in the end, by how others grew from the same age on. */
export type Pacing = {
	/** the middle of what is to be expected */
	expected: number;
	/** ends of the 90 % interval */
	low: number;
	high: number;
	/** chance that the aim is reached, 0..1; null without one */
	chance: number | null;
	/** how many others it is judged by */
	others: number;
};

/** How many of an earlier issue's clicks had come at this age, and in the end. */
export type Arrived = { then: number; all: number };

/**
 * What a count usually comes to: the mean of others, and how far their own means may differ from it, as
 * variance ÷ mean², each with how likely it is; the chance of single clicks is taken out.
 */
export type UsualCount = { mean: number; spreads: readonly { spread: number; share: number }[] };

/** Fewer others do not tell how clicks arrive. */
const LEAST = 5;
const DRAWS = 2000;

/** Shares and spreads that are tried; of these those are drawn from that go with what came so far. */
const TRIED = 400;

/** How far logits of issues' shares may lie apart: some are read twice as slowly as others. */
const SPEEDS = {
	spreads: [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.8, 0.95, 1.1, 1.25, 1.4],
	scale: 0.7
};

/** How far places' own means may lie apart, as standard deviation ÷ mean. */
const PLACES = {
	spreads: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5],
	scale: 0.6
};

/**
 * Forecasts a final count by a gamma–Poisson model (posterior predictive draws): it starts from what is
 * usual, and moves to what its own clicks say as they come. What share of the clicks has come at this age is
 * drawn from those of earlier issues, whose logits are random effects: a few issues have not shown how slow
 * or quick the next one may be. So is how far places differ. Each counts by how well it goes with what came
 * so far; what the count is on average is then gamma-distributed, of what is usual and what came (the
 * conjugate of Poisson counts; Gelman et al. 2013, section 2.6), and what is still to come is a Poisson
 * number of the rest.
 *
 * Null with fewer than five others.
 *
 * @param reached what has come so far
 * @param arrived of each earlier issue; those of which nothing had come tell nothing
 * @param aim the count to be reached
 * @param usual null where nothing is: then its own clicks alone speak
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

/** A share that may have come, and a prior of the mean, as if `shape` clicks had been seen in `counts` counts. */
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

/** How well each goes with what came, cumulated to 1: negative binomial likelihoods. */
function cumulatedBy(tried: readonly Tried[], reached: number): number[] {
	const rising = new Map<number, number>();
	const logs = tried.map(({ share, shape, counts }) => {
		// where nothing is usual, every share goes equally well with what came
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
 * What counts of others usually come to. How far their means differ is averaged over by how likely each
 * spread makes the counts (negative binomial), with what few leave open of their mean. Null of fewer than three.
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

/** A Poisson draw; a large one is normal to within what a click matters. */
function poisson(mean: number, normal: () => number, random: Random): number {
	if (mean > 100) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
	const limit = Math.exp(-mean);
	let count = 0;
	for (let product = random(); product > limit; product *= random()) count++;
	return count;
}
