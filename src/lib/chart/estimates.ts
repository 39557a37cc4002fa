/** Where a row of a table holds its estimate. */
export type EstimatePlaces = Record<
	'lift' | 'low' | 'high' | 'low50' | 'high50' | 'above',
	number
> & {
	n: number | null;
	/** rows that are never clear */
	leaning?: readonly number[] | undefined;
};

/** The estimates that stand in the rows of a table, to be drawn beside them; null without any. */
export function estimatesOf(
	places: EstimatePlaces | null,
	rows: readonly (readonly (string | number | null)[])[]
) {
	if (!places) return null;
	return rows.map((row, i) => {
		const at = (place: number) => {
			const value = row[place];
			return typeof value === 'number' ? value : null;
		};
		return {
			lift: at(places.lift),
			low: at(places.low),
			high: at(places.high),
			low50: at(places.low50),
			high50: at(places.high50),
			above: at(places.above),
			// nothing is estimated where there is not enough to say
			enough: at(places.lift) !== null,
			why: places.leaning?.includes(i) ? 'uneven' : null,
			n: (places.n === null ? null : at(places.n)) ?? 1
		};
	});
}
