/** The age by which practically all clicks have come, in hours. */
const COMPLETE = 72;

/**
 * Hours after the send by which half of all clicks had come, the lower of the two middle ones for
 * an even number. Null where there are none, or while the data end before 72 hours: half of what
 * came so far would be called half of all.
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
