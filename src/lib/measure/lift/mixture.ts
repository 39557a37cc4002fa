import type { Estimate } from './estimate.ts';
import { estimateOf } from './estimate.ts';
import { normalCdf } from '../stats/normal.ts';

/** All draws are thinned to this many points, each standing for equally many. */
const POINTS = 40;

/** Enough halvings to find an end of an interval to a thousandth of its width. */
const HALVINGS = 24;

/**
 * Turns a log effect given as draws, each with the same normal uncertainty, into a ratio: the mean of all
 * draws, and interval ends that cut off equal shares on both sides.
 */
export function mixtureEstimate(draws: readonly number[], sd: number): Estimate {
	const points = thinned(draws);
	const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
	const [first, last] = [points[0]!, points.at(-1)!];
	// all draws are equal
	if (last - first < 1e-12) return estimateOf(mean, sd);
	// without uncertainty a draw is a point: half of it counts as below itself
	const belowOne = (x: number, point: number) =>
		sd > 0 ? normalCdf((x - point) / sd) : (1 + Math.sign(x - point)) / 2;
	const below = (x: number) =>
		points.reduce((sum, point) => sum + belowOne(x, point), 0) / points.length;
	const end = (share: number) => {
		let [low, high] = [first - 5 * sd, last + 5 * sd];
		for (let step = 0; step < HALVINGS; step++) {
			const middle = (low + high) / 2;
			if (below(middle) < share) low = middle;
			else high = middle;
		}
		return Math.exp((low + high) / 2);
	};
	return {
		...estimateOf(mean, sd),
		low: end(0.05),
		high: end(0.95),
		low50: end(0.25),
		high50: end(0.75),
		above: 1 - below(0)
	};
}

/** Sorted draws, averaged in runs of equal length. */
function thinned(draws: readonly number[]): number[] {
	const sorted = Float64Array.from(draws).sort();
	const run = Math.max(1, Math.ceil(sorted.length / POINTS));
	return Array.from({ length: Math.ceil(sorted.length / run) }, (_, i) => {
		const own = sorted.subarray(i * run, (i + 1) * run);
		return own.reduce((sum, one) => sum + one, 0) / own.length;
	});
}
