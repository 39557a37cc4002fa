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
	const order = new Float64Array(n);
	const places = new Uint16Array(n * draws);

	for (let d = 0; d < draws; d++) {
		draw(values);
		for (let k = 0; k < n; k++) order[k] = tagged(-values[ranked[k]!]!, k);
		order.sort();
		for (let place = 0; place < n; place++) places[tagOf(order[place]!) * draws + d] = place + 1;
	}

	for (let k = 0; k < n; k++) {
		const own = places.subarray(k * draws, (k + 1) * draws).sort();
		const estimate = estimates[ranked[k]!]!;
		estimate.rankLow = Math.min(own[Math.floor(0.05 * draws)]!, estimate.rank!);
		estimate.rankHigh = Math.max(own[Math.ceil(0.95 * draws) - 1]!, estimate.rank!);
	}
}

// sorting numbers is twenty times faster than sorting indexes by them, so the index rides along in
// the digits below a millionth
const SPAN = 65536;

function tagged(value: number, index: number) {
	return Math.round(value * 1e6) * SPAN + index;
}

function tagOf(number: number) {
	return ((number % SPAN) + SPAN) % SPAN;
}
