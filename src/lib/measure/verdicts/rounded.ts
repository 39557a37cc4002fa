/** In fewer events, full minutes may be chance. */
const LEAST = 3;

/** Seconds to which an export may have rounded instants. */
export const MINUTE_SECONDS = 60;
/** Exports by the hour or day: in zones with an offset of a quarter of an hour, days start at these. */
export const QUARTER_SECONDS = 900;

/**
 * Whether the export rounded instants: at least 98 % of three or more fall on a multiple of `to` seconds; by
 * chance it would be one in sixty for the minute.
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
