import type { PackedColumns } from './packed.ts';

/**
 * The order of rows by columns of integers, the first of which counts most. A counting sort: five
 * times faster than comparing.
 *
 * @returns positions of rows; those of equal rows keep their order
 */
export function sortedRows<Name extends string>(
	columns: PackedColumns<Name>,
	by: readonly Name[],
	length: number
): Int32Array {
	// values are sorted by so many bits at once: of long columns a day's seconds, or half a reader's id
	const bits = length > 2 ** 16 ? 17 : 11;
	const radix = 2 ** bits;
	let order = new Int32Array(length);
	for (let row = 0; row < length; row++) order[row] = row;
	let next = new Int32Array(length);
	const digit = new Int32Array(length);

	for (const name of by.toReversed()) {
		const column = columns[name];
		const { least, range } = rangeOf(column, length);
		for (let shift = 0; range >= 2 ** shift; shift += bits) {
			const size = Math.min(radix, Math.floor(range / 2 ** shift) + 1);
			const places = new Int32Array(size + 1);
			// shifts are several times faster than dividing, but know 32 bits only
			if (range < 2 ** 32)
				for (let row = 0; row < length; row++)
					digit[row] = ((column[row]! - least) >>> shift) & (radix - 1);
			else
				for (let row = 0; row < length; row++)
					digit[row] = Math.floor((column[row]! - least) / 2 ** shift) % radix;

			for (let row = 0; row < length; row++) places[digit[row]! + 1]!++;
			for (let value = 0; value < size; value++) places[value + 1]! += places[value]!;
			for (let i = 0; i < length; i++) {
				const row = order[i]!;
				next[places[digit[row]!]!++] = row;
			}
			[order, next] = [next, order];
		}
	}
	return order;
}

function rangeOf(column: ArrayLike<number>, length: number) {
	let least = Infinity;
	let greatest = -Infinity;
	for (let row = 0; row < length; row++) {
		const value = column[row]!;
		if (value < least) least = value;
		if (value > greatest) greatest = value;
	}
	return { least, range: greatest - least };
}

/** The same, but of rows alike in all of these columns only the first is kept. */
export function distinctRows<Name extends string>(
	columns: PackedColumns<Name>,
	by: readonly Name[],
	length: number
): Int32Array {
	const order = sortedRows(columns, by, length);
	return order.subarray(0, withoutRepeats(columns, by, order));
}

/** Moves the first of each run of equal rows to the front. */
function withoutRepeats<Name extends string>(
	columns: PackedColumns<Name>,
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
