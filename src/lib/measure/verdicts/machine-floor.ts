/** What machines clicked on every link of an issue, and how sure that is: a standard deviation. */
export type Floor = { floor: number; sd: number };

/** Fewer links outside stories tell nothing by themselves. */
const fewestOutside = 3;

/**
 * How many of the clicks on each link of an issue were machines', where only totals are known. A scanner
 * clicks every link once, those of the footer too, and hardly anybody else clicks these: so what
 * machines did lies just below the least-clicked of them. People's clicks on these are taken to be
 * spread exponentially, and the floor is where that begins (Lawless 2003, section 4.1.2, two-parameter
 * exponential: (k·min − mean) ÷ (k − 1), standard error (mean − min) ÷ (k − 1)).
 *
 * Without such links it lies anywhere between zero and the least-clicked link of all.
 *
 * @param stories counts of links of items
 * @param outside counts of links outside items: of the footer and of the house
 * @returns null where no link is counted
 * @example machineFloor([90, 60, 41], [31, 30, 32]) // => { floor: 29.5, sd: 0.5 }
 */
export function machineFloor(stories: readonly number[], outside: readonly number[]): Floor | null {
	const least = Math.min(...stories, ...outside);
	if (least === Infinity) return null;
	if (least <= 0) return { floor: 0, sd: 0 };
	// the busier half may be links that people do click, as that to the page in a browser
	const quiet = [...outside].sort((a, b) => a - b);
	const many = Math.max(fewestOutside, Math.ceil(quiet.length / 2));
	const own = quiet.slice(0, many);
	if (own.length < fewestOutside) return { floor: least / 2, sd: least / Math.sqrt(12) };

	const k = own.length;
	const mean = own.reduce((sum, count) => sum + count, 0) / k;
	const error = (mean - own[0]!) / (k - 1);
	return { floor: Math.min(least, Math.max(0, own[0]! - error)), sd: error };
}
