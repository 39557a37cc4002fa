/** Whether every combination is tried, as before a release: `npm run test:all`. */
export const everyCombination = process.env.EVERY_COMBINATION === '1';

/**
 * Of the combinations of two lists those that are tried: each row gets one value in so many, and rows
 * that follow one another get others, so that all values are tried on as many rows as there are values left out.
 *
 * @param row the place of the row in its list
 * @param oneIn into how many parts values are dealt
 */
export function dealt<Value>(row: number, values: readonly Value[], oneIn: number): Value[] {
	if (everyCombination) return [...values];
	return values.filter((_, column) => (row + column) % oneIn === 0);
}

/** How often something is repeated: a few times, or as often as is worth while before a release. */
export const times = (few: number, many: number) => (everyCombination ? many : few);
