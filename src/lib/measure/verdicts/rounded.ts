/** Below this many events a run of full minutes is no matter: nothing is found in two. */
const LEAST = 3;

/** Seconds to which instants may have been rounded by whoever exported them. */
export const MINUTE_SECONDS = 60;
/** Whole hours and days: in zones that lie a quarter of an hour apart, days start at these. */
export const QUARTER_SECONDS = 900;

/**
 * Whether instants were rounded by whoever exported them: at least 98 % of three or more fall on a
 * multiple, where one in sixty would for the minute.
 *
 * @param to seconds
 * @example areRounded([60, 120, 180, 180, 240, 600, 660, 720], MINUTE_SECONDS) // => true
 */
export function areRounded(at: ArrayLike<number>, to: number): boolean {
	if (at.length < LEAST) return false;

	const most = 0.02 * at.length;
	let odd = 0;
	// dividing is several times faster than the remainder of a double
	for (let i = 0; i < at.length && odd <= most; i++)
		if (Math.floor(at[i]! / to) * to !== at[i]) odd++;
	return odd <= most;
}
