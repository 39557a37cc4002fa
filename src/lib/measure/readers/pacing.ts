import { quantile } from '../stats/quantile.ts';
import type { Random } from '../stats/random.ts';

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

/** What a count usually comes to: the mean of others, and how far their own means differ from it. */
export type UsualCount = {
	mean: number;
	/** variance ÷ mean², chance of single clicks taken out */ spread: number;
};

/** Fewer others do not tell how clicks arrive. */
const LEAST = 5;
const DRAWS = 2000;

/**
 * Forecasts a final count by a gamma–Poisson model (posterior predictive draws): it starts from what is
 * usual, and moves to what its own clicks say as they come. Each draw takes one earlier issue's share of
 * clicks at this age, the likelier the better it goes with what came so far; what the count is on average
 * is then gamma-distributed, of what is usual and what came (the conjugate of Poisson counts; Gelman et al.
 * 2013, section 2.6), and what is still to come is a Poisson number of the rest.
 *
 * Null with fewer than five others.
 *
 * @param reached what has come so far
 * @param shares of each earlier issue, what share of its final count had come at this age, 0..1;
 * those of which nothing had come tell nothing
 * @param aim the count to be reached
 * @param usual null where nothing is: then its own clicks alone speak
 */
export function pacing(
	reached: number,
	shares: readonly number[],
	aim: number | null,
	usual: UsualCount | null,
	random: Random
): Pacing | null {
	const known = shares.filter((share) => share > 0 && share <= 1);
	if (known.length < LEAST) return null;

	// a prior as if `shape` clicks had been seen in `shape ÷ mean` counts
	const shape = usual && usual.mean > 0 ? 1 / Math.max(usual.spread, LEAST_SPREAD) : 0.5;
	const counts = usual && usual.mean > 0 ? shape / usual.mean : 0;
	const weights = weightsOf(known, reached, { shape, counts });

	const finals = new Float64Array(DRAWS);
	for (let draw = 0; draw < DRAWS; draw++) {
		const share = known[drawnFrom(weights, random)]!;
		const level = share < 1 ? gamma(shape + reached, random) / (counts + share) : 0;
		finals[draw] = reached + poisson(level * (1 - share), random);
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

/** However alike others were, the next one may differ by a tenth. */
const LEAST_SPREAD = 0.01;

/** How well each share goes with what came, cumulated to 1: negative binomial likelihoods. */
function weightsOf(
	shares: readonly number[],
	reached: number,
	{ shape, counts }: { shape: number; counts: number }
): number[] {
	// where nothing is usual, every share goes equally well with what came
	const logs = shares.map((share) =>
		counts === 0 ? 0 : reached * Math.log(share) - (shape + reached) * Math.log(counts + share)
	);
	const top = Math.max(...logs);
	const likely = logs.map((log) => Math.exp(log - top));
	const all = likely.reduce((sum, one) => sum + one, 0);
	let sum = 0;
	return likely.map((one) => (sum += one / all));
}

function drawnFrom(cumulated: readonly number[], random: Random): number {
	const u = random();
	const place = cumulated.findIndex((sum) => u < sum);
	return place < 0 ? cumulated.length - 1 : place;
}

/**
 * What counts of others usually come to. The spread of their means is what their variance has beyond
 * that of Poisson counts. Null of fewer than three.
 *
 * @example usualCount([80, 100, 120])?.mean // => 100
 */
export function usualCount(counts: readonly number[]): UsualCount | null {
	const n = counts.length;
	if (n < 3) return null;
	const mean = counts.reduce((sum, count) => sum + count, 0) / n;
	if (mean <= 0) return null;
	const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (n - 1);
	// the mean of few is itself not known well
	const spread = Math.max(0, variance - mean) / mean ** 2;
	return { mean, spread: Math.max(LEAST_SPREAD, spread) * (1 + 1 / n) };
}

function normal(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A gamma draw of scale 1 (Marsaglia and Tsang 2000, doi:10.1145/358407.358414), for shapes from ½ on. */
function gamma(shape: number, random: Random): number {
	if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = normal(random);
		const v = (1 + c * x) ** 3;
		if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
	}
}

/** A Poisson draw; a large one is normal to within what a click matters. */
function poisson(mean: number, random: Random): number {
	if (mean > 100) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
	const limit = Math.exp(-mean);
	let count = 0;
	for (let product = random(); product > limit; product *= random()) count++;
	return count;
}
