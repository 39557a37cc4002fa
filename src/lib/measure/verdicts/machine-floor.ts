/** The number of machine clicks on every link of an issue, and its standard deviation. */
export type Floor = { floor: number; sd: number };

/** Fewer links outside stories are not enough for an estimate. */
const fewestOutside = 3;

/**
 * Estimates how many of the clicks on each link of an issue are machines', where only totals are known. A
 * scanner clicks every link once, the footer's too, and hardly anybody else clicks those: so the number of
 * machine clicks lies just below the least-clicked of them. People's clicks on these links are assumed to be
 * exponentially distributed, and the floor is where that distribution begins (Lawless 2003, section 4.1.2,
 * two-parameter exponential: (k·min − mean) ÷ (k − 1), standard error (mean − min) ÷ (k − 1)).
 *
 * Without such links it lies anywhere between zero and the least-clicked link of all.
 *
 * @param stories counts of links of items
 * @param outside counts of links outside items: the footer's and house links
 * @returns null if no link has a count
 * @example machineFloor([90, 60, 41], [31, 30, 32]) // => { floor: 29.5, sd: 0.5 }
 */
export function machineFloor(stories: readonly number[], outside: readonly number[]): Floor | null {
	const least = Math.min(...stories, ...outside);
	if (least === Infinity) return null;
	if (least <= 0) return { floor: 0, sd: 0 };
	// people do click the busier half, such as the link to the web version
	const quiet = [...outside].sort((a, b) => a - b);
	const many = Math.max(fewestOutside, Math.ceil(quiet.length / 2));
	const own = quiet.slice(0, many);
	if (own.length < fewestOutside) return { floor: least / 2, sd: least / Math.sqrt(12) };

	const k = own.length;
	const mean = own.reduce((sum, count) => sum + count, 0) / k;
	const error = (mean - own[0]!) / (k - 1);
	return { floor: Math.min(least, Math.max(0, own[0]! - error)), sd: error };
}
