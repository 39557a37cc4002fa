import type { ClickedItem } from '#lib/measure/topics/clicked-items.ts';
import type { Archive } from './archive.ts';
import { HUMAN } from './columns.ts';

/** The archive's editorial items with who clicked them, as figures have them: by perfectly labelled clicks. */
export function clickedItems({ items, links, clicks }: Archive): ClickedItem[] {
	const readers = items.map(() => new Set<number>());
	for (let i = 0; i < clicks.link.length; i++) {
		const { item } = links[clicks.link[i]!]!;
		if (item !== null && clicks.maker[i] === HUMAN) readers[item]!.add(clicks.reader[i]!);
	}
	return items.flatMap(({ role, issue, topics }, i) =>
		role === 'editorial' ? [{ issue, topics, readers: Int32Array.from(readers[i]!) }] : []
	);
}
