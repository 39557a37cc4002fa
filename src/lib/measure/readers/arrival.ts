/** The age by which practically all clicks have come, in hours. */
const COMPLETE = 72;

/**
 * Hours after the send by which half of all clicks had come; for an even number, the lower of the two middle
 * ones. Null without clicks, or while the data end before 72 hours: clicks are still missing, and half of
 * those so far is not half of all.
 *
 * @param delays hours from the send to each click; those past 72 are not counted
 * @param age hours from the send to the end of the data
 * @example halfLife([0.2, 1, 3, 40], 100) // => 1
 */
export function halfLife(delays: ArrayLike<number>, age: number): number | null {
	if (age < COMPLETE) return null;
	const sorted = Float64Array.from(delays).sort();
	const counted = sorted.filter((delay) => delay <= COMPLETE);
	return counted.length ? counted[Math.ceil(counted.length / 2) - 1]! : null;
}
