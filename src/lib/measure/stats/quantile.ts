/**
 * A quantile of sorted numbers by linear interpolation (type 7 in R, the default in NumPy).
 *
 * @param sorted in rising order
 * @throws {RangeError} if there are no numbers, or the share is outside 0..1
 * @example quantile([3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], 0.25) // => 7.5
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
	if (sorted.length === 0 || !(share >= 0 && share <= 1))
		throw new RangeError(`no ${share} quantile of ${sorted.length}`);
	const at = share * (sorted.length - 1);
	const below = Math.floor(at);
	const above = Math.min(below + 1, sorted.length - 1);
	return sorted[below]! + (at - below) * (sorted[above]! - sorted[below]!);
}
