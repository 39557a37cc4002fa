import type { Estimate } from './estimate.ts';
import { choleskyRoot } from '../stats/linear.ts';
import { normalQuantile } from '../stats/normal.ts';
import type { Random } from '../stats/random.ts';
import { fillNormal } from '../stats/random.ts';

/** With more groups, comparing all pairs takes too long, and each one's own interval is used. */
const MOST = 150;

/** The chance that all ranges hold at once. */
const TOGETHER = 0.9;

/**
 * Ranks estimates by lift, best first, with ranges that all hold at once with a chance of 90 %: so "leads" is
 * said only of a group that leads all others. Those without enough data get no rank.
 *
 * A group is ahead of another if the interval of their difference excludes zero. The intervals are widened to
 * the 90 % quantile of the largest standardised difference of all pairs (Mogstad, Romano, Shaikh & Wilhelm
 * 2024, doi:10.1093/restud/rdad006).
 *
 * @param covariance of the effects, row-major
 */
export function rankJointly(
	estimates: Estimate[],
	{ mean, covariance }: { mean: Float64Array; covariance: Float64Array },
	random: Random,
	draws: number
): void {
	const ranked = byLift(estimates);
	const n = ranked.length;
	const k = estimates.length;
	const at = (i: number, j: number) => covariance[ranked[i]! * k + ranked[j]!]!;
	if (n > MOST) {
		const sd = Float64Array.from({ length: k }, (_, i) => Math.sqrt(covariance[i * k + i]!));
		return rankSingly(estimates, { mean, sd });
	}

	const sdOfDifference = new Float64Array(n * n);
	for (let i = 0; i < n; i++)
		for (let j = 0; j < n; j++)
			sdOfDifference[i * n + j] = Math.sqrt(Math.max(1e-12, at(i, i) + at(j, j) - 2 * at(i, j)));
	const factor = largestDifference(rootOf(n, at), sdOfDifference, random, draws);

	ranked.forEach((one, i) => {
		let ahead = 0;
		let behind = 0;
		ranked.forEach((other, j) => {
			const lead = mean[other]! - mean[one]!;
			if (lead > factor * sdOfDifference[i * n + j]!) ahead++;
			if (-lead > factor * sdOfDifference[i * n + j]!) behind++;
		});
		estimates[one]!.rankLow = Math.min(ahead + 1, i + 1);
		estimates[one]!.rankHigh = Math.max(n - behind, i + 1);
	});
}

/**
 * Ranks estimates of thousands from each one's own interval: one is ahead of another if their intervals,
 * widened until all of them hold at once with a chance of 90 %, do not overlap.
 */
export function rankSingly(
	estimates: Estimate[],
	{ mean, sd }: { mean: Float64Array; sd: Float64Array }
): void {
	const ranked = byLift(estimates);
	const n = ranked.length;
	const factor = n ? normalQuantile((1 + TOGETHER ** (1 / n)) / 2) : 0;
	const low = Float64Array.from(ranked, (i) => mean[i]! - factor * sd[i]!);
	const high = Float64Array.from(ranked, (i) => mean[i]! + factor * sd[i]!);
	const lows = low.slice().sort();
	const highs = high.slice().sort();

	ranked.forEach((one, place) => {
		const ahead = n - countBelow(lows, high[place]!, true);
		const behind = countBelow(highs, low[place]!, false);
		estimates[one]!.rankLow = Math.min(ahead + 1, place + 1);
		estimates[one]!.rankHigh = Math.max(n - behind, place + 1);
	});
}

/** Gives ranks to those with enough data; returns their indexes, best first. */
function byLift(estimates: Estimate[]): number[] {
	const ranked = estimates
		.flatMap(({ enough }, i) => (enough ? [i] : []))
		.sort((a, b) => estimates[b]!.lift! - estimates[a]!.lift!);
	ranked.forEach((i, place) => (estimates[i]!.rank = place + 1));
	return ranked;
}

/** A lower triangular root of the covariance of the ranked groups, row-major. */
function rootOf(n: number, at: (i: number, j: number) => number): Float64Array {
	const lower = new Float64Array(n * n);
	let trace = 0;
	for (let i = 0; i < n; i++) {
		trace += at(i, i);
		for (let j = 0; j <= i; j++) lower[i * n + j] = at(i, j);
	}
	// effects around their own mean sum to zero, which makes the matrix singular: a tiny addition makes it
	// definite
	for (let i = 0; i < n; i++) lower[i * n + i]! += 1e-9 + (1e-6 * trace) / n;
	return choleskyRoot(lower, n);
}

/** The 90 % quantile of the largest standardised difference between any two. */
function largestDifference(
	root: Float64Array,
	sdOfDifference: Float64Array,
	random: Random,
	draws: number
): number {
	const n = Math.sqrt(root.length);
	if (n < 2) return 0;
	const noise = new Float64Array(n);
	const drawn = new Float64Array(n);
	const largest = Float64Array.from({ length: draws }, () => {
		fillNormal(noise, random);
		for (let i = 0; i < n; i++) {
			let sum = 0;
			for (let j = 0; j <= i; j++) sum += root[i * n + j]! * noise[j]!;
			drawn[i] = sum;
		}
		let most = 0;
		for (let i = 0; i < n; i++)
			for (let j = 0; j < i; j++)
				most = Math.max(most, Math.abs(drawn[i]! - drawn[j]!) / sdOfDifference[i * n + j]!);
		return most;
	}).sort();
	return largest[Math.ceil(TOGETHER * draws) - 1]!;
}

/** Counts the sorted values that are below a value, or at most equal to it if `including`. */
function countBelow(sorted: Float64Array, value: number, including: boolean): number {
	let from = 0;
	let to = sorted.length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if (including ? sorted[middle]! <= value : sorted[middle]! < value) from = middle + 1;
		else to = middle;
	}
	return from;
}
