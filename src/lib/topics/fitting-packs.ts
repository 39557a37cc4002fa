import type { TopicPack } from './packs.ts';
import { suggest } from './suggest.ts';
import type { TopicText } from './terms.ts';

/** A suggestion as sure as this tells what an item is about. */
const SURE = 0.5;
/** A pack fits if it tells so much of the items, and so much of what the best one tells. */
const LEAST = 0.2;
const BESIDE_BEST = 0.5;

/**
 * Packs whose words speak for most of some items, such as a document's: those of a technology letter for
 * a technology letter, none for a letter of a field that no pack knows.
 */
export function fittingPacks(
	items: readonly TopicText[],
	packs: readonly TopicPack[]
): TopicPack[] {
	const suggested = packs.map(
		({ topics }) =>
			items.filter((item) => (suggest(item, topics)[0]?.confidence ?? 0) >= SURE).length
	);
	const best = Math.max(0, ...suggested);
	return packs.filter(
		(_, i) =>
			suggested[i]! >= Math.max(LEAST * items.length, BESIDE_BEST * best) && suggested[i]! > 0
	);
}
