/** A stretch of time: from `from` to before `to`. */
type Window = { from: number; to: number };

/** A longer silence is shown as one of this many steps: a year of four weeks. */
const LONGEST_SILENCE = 13;

/**
 * Windows of one length that move on by one step. The last ends with the last instant; the first does not
 * begin before the first instant. Their number depends on the number of instants and not on the time between
 * them: one issue dated 1970 does not add windows for half a century.
 *
 * @param instants in any order; without instants there are no windows
 * @param length of a window, and `step` from one to the next, in the same unit; both above 0
 * @returns in order of time; each ends with the instant before its `to`
 */
export function movingWindows(instants: readonly number[], length: number, step: number): Window[] {
	if (!(length > 0 && step > 0)) throw new RangeError('windows have a length and move on');
	if (instants.length === 0) return [];
	const sorted = [...instants].sort((a, b) => a - b);
	const last = sorted.at(-1)!;
	const back = Math.max(0, Math.floor((last - sorted[0]! - length) / step));

	// counted backwards from the last: windows that hold an instant, with short silences between them
	const held = new Set<number>([0]);
	const over = Math.ceil(length / step);
	for (const at of sorted) {
		const latest = Math.floor((last - at) / step);
		// the number of windows over one instant; an integer loop, since adding 1 to a large number may change
		// nothing
		for (let k = 0; k < over; k++) if (latest - k >= 0 && latest - k <= back) held.add(latest - k);
	}
	const places = [...held]
		.sort((a, b) => b - a)
		.flatMap((n, i, all) => {
			const silence = i === 0 ? 0 : Math.min(all[i - 1]! - n - 1, LONGEST_SILENCE);
			return Array.from({ length: silence + 1 }, (_, k) => n + silence - k);
		});
	return places.map((n) => {
		const end = last - n * step;
		return { from: end - length + 1, to: end + 1 };
	});
}
