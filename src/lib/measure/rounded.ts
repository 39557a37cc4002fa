/** Below this many events a run of full minutes may be chance: 60^-8 is not. */
const LEAST = 8;

/**
 * Whether instants were rounded to the minute (or to more) by whoever exported them: at least
 * 98 % of eight or more fall on a full minute, where one in sixty would.
 *
 * @example minuteRounded([60, 120, 180, 180, 240, 600, 660, 720]) // => true
 */
export function minuteRounded(at: ArrayLike<number>): boolean {
	if (at.length < LEAST) return false;

	let full = 0;
	for (let i = 0; i < at.length; i++) if (at[i]! % 60 === 0) full++;
	return full >= 0.98 * at.length;
}
