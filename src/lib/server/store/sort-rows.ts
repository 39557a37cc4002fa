import type { Columns } from './packed.ts';

/** Values are sorted by so many at once: a day's seconds in one go, a million readers in two. */
const radix = 2 ** 17;

/**
 * The order of rows by columns of integers, the first of which counts most; of rows alike in all of
 * them only the first is kept. A counting sort: five times faster than comparing.
 *
 * @returns positions of rows
 */
export function sortedRows<Name extends string>(
	columns: Columns<Name>,
	by: readonly Name[],
	length: number
): Int32Array {
	let order = Int32Array.from({ length }, (_, row) => row);
	let next = new Int32Array(length);
	const digit = new Int32Array(length);

	for (const name of by.toReversed()) {
		const column = columns[name];
		let least = Infinity;
		let greatest = -Infinity;
		for (let row = 0; row < length; row++) {
			const value = column[row]!;
			if (value < least) least = value;
			if (value > greatest) greatest = value;
		}
		for (let scale = 1; greatest - least >= scale; scale *= radix) {
			const size = Math.min(radix, Math.floor((greatest - least) / scale) + 1);
			const places = new Int32Array(size + 1);
			for (let row = 0; row < length; row++) {
				const value = Math.floor((column[row]! - least) / scale) % radix;
				digit[row] = value;
				places[value + 1]!++;
			}
			for (let value = 0; value < size; value++) places[value + 1]! += places[value]!;
			for (let i = 0; i < length; i++) {
				const row = order[i]!;
				next[places[digit[row]!]!++] = row;
			}
			[order, next] = [next, order];
		}
	}
	return order.subarray(0, withoutRepeats(columns, by, order));
}

/** Moves the first of each run of equal rows to the front. */
function withoutRepeats<Name extends string>(
	columns: Columns<Name>,
	by: readonly Name[],
	order: Int32Array
): number {
	const keys = by.map((name) => columns[name]);
	let kept = 0;
	for (let i = 0; i < order.length; i++) {
		const row = order[i]!;
		const before = order[kept - 1];
		if (before !== undefined && keys.every((key) => key[row] === key[before])) continue;
		order[kept++] = row;
	}
	return kept;
}
