import { quantile } from './quantile.ts';
import type { Random } from './random.ts';

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

/** Fewer others do not tell how clicks arrive. */
const LEAST = 5;
const DRAWS = 2000;

/**
 * Foresees a final count from the publication's own arrival curves: each draw takes one earlier
 * issue, lets what is here grow as that one grew from this age on, and adds the chance with which
 * single clicks come (a negative binomial's Poisson–gamma mixture around what is to come).
 *
 * Null with fewer than five others.
 *
 * @param reached what has come so far
 * @param shares of each earlier issue, what share of its final count had come at this age, 0..1;
 * those of which nothing had come tell nothing
 * @param aim the count to be reached
 */
export function pacing(
	reached: number,
	shares: readonly number[],
	aim: number | null,
	random: Random
): Pacing | null {
	const known = shares.filter((share) => share > 0 && share <= 1);
	if (known.length < LEAST) return null;

	const finals = new Float64Array(DRAWS);
	for (let draw = 0; draw < DRAWS; draw++) {
		const share = known[Math.floor(random() * known.length)]!;
		// of a count that is a share of all, what all are is as uncertain as the count itself
		const level = share < 1 ? gamma(reached + 0.5, random) : 0;
		finals[draw] = reached + poisson((level * (1 - share)) / share, random);
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
