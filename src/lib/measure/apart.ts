import type { LiftItem } from './lift-input.ts';

/**
 * How far each topic varies apart from the places items stand in, 0..1: of the variance of its
 * share in items, how much is left within equal places (slot and format of one layout era).
 *
 * 1 where a topic may stand anywhere, 0 where it has places of its own that no other topic ever
 * takes: then nothing can tell what the topic does from what the place does. `null` for a topic
 * without items.
 */
export function apart(items: readonly LiftItem[], topics: number): (number | null)[] {
	const places = new Map<
		string,
		{ items: number; shares: Map<number, [sum: number, squares: number]> }
	>();
	const sums = new Float64Array(topics);
	const squares = new Float64Array(topics);

	for (const { slot, format, era, topics: own } of items) {
		const key = `${era} ${format} ${slot}`;
		let place = places.get(key);
		if (!place) places.set(key, (place = { items: 0, shares: new Map() }));
		place.items++;

		for (const topic of own) {
			const share = 1 / own.length;
			const [sum, square] = place.shares.get(topic) ?? [0, 0];
			place.shares.set(topic, [sum + share, square + share * share]);
			sums[topic]! += share;
			squares[topic]! += share * share;
		}
	}

	const within = new Float64Array(topics);
	for (const { items: n, shares } of places.values())
		for (const [topic, [sum, square]] of shares) within[topic]! += square - (sum * sum) / n;

	return Array.from(within, (left, topic) => {
		if (squares[topic] === 0) return null;
		const whole = squares[topic]! - sums[topic]! ** 2 / items.length;
		// a topic that all items have is usual by definition, wherever they stand
		return whole > 1e-9 ? Math.max(0, left / whole) : 1;
	});
}
