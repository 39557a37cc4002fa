import type { LabelledItem } from './model.ts';

/** An item with one of the topics that a person gave it; null where they said that it has none. */
type Said = { itemId: number; title: string; text: string; key: string | null };

/** Items with all their topics, in the order of the rows. */
export function examplesOf(rows: readonly Said[]): LabelledItem[] {
	const byItem = new Map<number, { title: string; text: string; topics: string[] }>();
	for (const { itemId, title, text, key } of rows) {
		const example = byItem.get(itemId) ?? { title, text, topics: [] };
		if (key !== null) example.topics.push(key);
		byItem.set(itemId, example);
	}
	return [...byItem.values()];
}
