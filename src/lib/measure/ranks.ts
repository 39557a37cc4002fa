import type { Estimate } from './estimate.ts';

/**
 * Ranks estimates by lift, best first, with the range that holds 90 % of the ranks they get when
 * all effects are drawn from what is known of them. Those without enough to say get no rank.
 *
 * @param draw fills one joint draw of the effects of all estimates, in their order
 */
export function rank(
	estimates: Estimate[],
	draw: (into: Float64Array) => void,
	draws: number
): void {
	const ranked = estimates.flatMap(({ enough }, i) => (enough ? [i] : []));
	const n = ranked.length;
	if (n === 0) return;

	[...ranked]
		.sort((a, b) => estimates[b]!.lift! - estimates[a]!.lift!)
		.forEach((i, place) => (estimates[i]!.rank = place + 1));

	const values = new Float64Array(estimates.length);
	const sorter = orderOf(n);
	const places = new Uint16Array(n * draws);

	for (let d = 0; d < draws; d++) {
		draw(values);
		const order = sorter((k) => -values[ranked[k]!]!);
		for (let place = 0; place < n; place++) places[order[place]! * draws + d] = place + 1;
	}

	for (let k = 0; k < n; k++) {
		const own = places.subarray(k * draws, (k + 1) * draws).sort();
		const estimate = estimates[ranked[k]!]!;
		estimate.rankLow = Math.min(own[Math.floor(0.05 * draws)]!, estimate.rank!);
		estimate.rankHigh = Math.max(own[Math.ceil(0.95 * draws) - 1]!, estimate.rank!);
	}
}

/** Effects are logs: what differs by less than a millionth is equal. */
const FINEST = 1e6;

/**
 * Makes a function that sorts the indexes from 0 to before `n` by a value, the smallest first, those
 * of equal values by themselves. A counting sort: ten times faster than comparing.
 */
function orderOf(n: number): (valueOf: (index: number) => number) => Uint32Array {
	const keys = new Uint32Array(n);
	const values = new Float64Array(n);
	// as many values at once as there are indexes
	const bits = Math.max(4, Math.ceil(Math.log2(n)));
	const starts = new Uint32Array(2 ** bits + 1);
	let order = new Uint32Array(n);
	let next = new Uint32Array(n);

	return (valueOf) => {
		let least = Infinity;
		let greatest = -Infinity;
		for (let k = 0; k < n; k++) {
			const value = valueOf(k);
			values[k] = value;
			if (value < least) least = value;
			if (value > greatest) greatest = value;
		}
		const scale = Math.min(FINEST, 2 ** 31 / (greatest - least || 1));
		for (let k = 0; k < n; k++) {
			keys[k] = Math.round((values[k]! - least) * scale);
			order[k] = k;
		}
		const range = Math.round((greatest - least) * scale);

		for (let shift = 0; shift < 32 && range >>> shift > 0; shift += bits) {
			const mask = 2 ** bits - 1;
			starts.fill(0);
			for (let k = 0; k < n; k++) starts[((keys[k]! >>> shift) & mask) + 1]!++;
			for (let at = 0; at < mask; at++) starts[at + 1]! += starts[at]!;
			for (let k = 0; k < n; k++) {
				const index = order[k]!;
				next[starts[(keys[index]! >>> shift) & mask]!++] = index;
			}
			[order, next] = [next, order];
		}
		return order;
	};
}
