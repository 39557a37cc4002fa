import type { LiftItem } from './lift-input.ts';

/** Less of a group's variation than this left within equals: the two cannot be told apart. */
export const LEAST_TOLERANCE = 0.05;

/** The place that an item stands in. */
export const placeOf = ({ format, position }: LiftItem) => `${format} ${position}`;

/** What an item is about, as one word. */
export const subjectOf = ({ topics }: LiftItem) => [...topics].sort((a, b) => a - b).join();

/**
 * How far each group of items (a topic, an author) varies apart from what else items have, 0..1: its
 * tolerance, 1 − R² of a regression on the others. Of
 * the variance of its share in items, how much is left within equals.
 *
 * 1 where a topic may stand anywhere, 0 where it has places of its own that no other topic ever
 * takes: then nothing can tell what the topic does from what the place does. `null` for a group
 * without items.
 *
 * @param groupsOf the groups that share an item, by index
 * @param equal what equal items have in common
 */
export function tolerance(
	items: readonly LiftItem[],
	groups: number,
	groupsOf: (item: LiftItem) => readonly number[],
	equal: (item: LiftItem) => string
): (number | null)[] {
	const places = new Map<
		string,
		{ items: number; shares: Map<number, [sum: number, squares: number]> }
	>();
	const sums = new Float64Array(groups);
	const squares = new Float64Array(groups);

	for (const item of items) {
		const own = groupsOf(item);
		const key = equal(item);
		let place = places.get(key);
		if (!place) places.set(key, (place = { items: 0, shares: new Map() }));
		place.items++;

		for (const group of own) {
			const share = 1 / own.length;
			const [sum, square] = place.shares.get(group) ?? [0, 0];
			place.shares.set(group, [sum + share, square + share * share]);
			sums[group]! += share;
			squares[group]! += share * share;
		}
	}

	const within = new Float64Array(groups);
	for (const { items: n, shares } of places.values())
		for (const [group, [sum, square]] of shares) within[group]! += square - (sum * sum) / n;

	return Array.from(within, (left, group) => {
		if (squares[group] === 0) return null;
		const whole = squares[group]! - sums[group]! ** 2 / items.length;
		// what all items have is usual by definition, wherever they stand
		return whole > 1e-9 ? Math.max(0, left / whole) : 1;
	});
}
