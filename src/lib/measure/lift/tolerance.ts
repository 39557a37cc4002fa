import type { LiftItem } from './lift-input.ts';

/** A group with a lower tolerance cannot be told apart from what it is compared with. */
export const LEAST_TOLERANCE = 0.05;

/** An item's position and format, as a key. */
export const positionKey = ({ format, position }: LiftItem) => `${format} ${position}`;

/** An item's topics, as a key. */
export const subjectOf = ({ topics }: LiftItem) => [...topics].sort((a, b) => a - b).join();

/**
 * How far each group of items (a topic, an author) varies independently of the items' other traits, 0..1: its
 * tolerance, 1 − R² of a regression on them. It is the part of the variance of its share in items that remains
 * among items with the same key.
 *
 * 1 where a topic appears at every position alike, 0 where it has positions that no other topic ever takes: then
 * nothing can tell the topic's effect from the position's. `null` for a group without items.
 *
 * @param groupsOf indexes of the groups that share an item
 * @param equal the key that items with the same other traits share
 */
export function tolerance(
	items: readonly LiftItem[],
	groups: number,
	groupsOf: (item: LiftItem) => readonly number[],
	equal: (item: LiftItem) => string
): (number | null)[] {
	const cells = new Map<
		string,
		{ items: number; shares: Map<number, [sum: number, squares: number]> }
	>();
	const sums = new Float64Array(groups);
	const squares = new Float64Array(groups);

	for (const item of items) {
		const own = groupsOf(item);
		const key = equal(item);
		let cell = cells.get(key);
		if (!cell) cells.set(key, (cell = { items: 0, shares: new Map() }));
		cell.items++;

		for (const group of own) {
			const share = 1 / own.length;
			const [sum, square] = cell.shares.get(group) ?? [0, 0];
			cell.shares.set(group, [sum + share, square + share * share]);
			sums[group]! += share;
			squares[group]! += share * share;
		}
	}

	const within = new Float64Array(groups);
	for (const { items: n, shares } of cells.values())
		for (const [group, [sum, square]] of shares) within[group]! += square - (sum * sum) / n;

	return Array.from(within, (left, group) => {
		if (squares[group] === 0) return null;
		const whole = squares[group]! - sums[group]! ** 2 / items.length;
		// a group that all items belong to is the average by definition, wherever they stand
		return whole > 1e-9 ? Math.max(0, left / whole) : 1;
	});
}
