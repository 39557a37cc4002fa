import type { JudgedColumns } from './send-events.ts';

/** The events of one send grouped by reader and, within a reader, in order of time. */
export type EventsByReader = {
	readers: number[];
	/** `order[starts[k]]` to `order[starts[k + 1] - 1]` are the positions of reader k's events */
	starts: Int32Array;
	order: Int32Array;
};

/**
 * Groups a send's events by reader, in time order. Anonymous events are left out.
 *
 * Linear in the number of events, except for sorting each reader's own few.
 */
export function byReader({ reader, at }: JudgedColumns): EventsByReader {
	const place = new Map<number, number>();
	const readers: number[] = [];
	const counts: number[] = [];
	const group = new Int32Array(reader.length);

	for (let i = 0; i < reader.length; i++) {
		const id = reader[i]!;
		let k = id > 0 ? place.get(id) : -1;
		if (k === undefined) {
			k = readers.push(id) - 1;
			counts.push(0);
			place.set(id, k);
		}
		group[i] = k;
		if (k >= 0) counts[k]!++;
	}

	const starts = new Int32Array(readers.length + 1);
	for (let k = 0; k < readers.length; k++) starts[k + 1] = starts[k]! + counts[k]!;

	const order = new Int32Array(starts[readers.length]!);
	const free = starts.slice();
	for (let i = 0; i < reader.length; i++) if (group[i]! >= 0) order[free[group[i]!]!++] = i;

	for (let k = 0; k < readers.length; k++) sortByTime(order, starts[k]!, starts[k + 1]!, at);

	return { readers, starts, order };
}

/** Insertion sort for the usual handful, the built-in sort for a test address with thousands. */
function sortByTime(order: Int32Array, from: number, to: number, at: Float64Array) {
	if (to - from > 40) {
		order.subarray(from, to).sort((a, b) => at[a]! - at[b]!);
		return;
	}
	for (let i = from + 1; i < to; i++) {
		const moving = order[i]!;
		let j = i - 1;
		while (j >= from && at[order[j]!]! > at[moving]!) order[j + 1] = order[j--]!;
		order[j + 1] = moving;
	}
}
