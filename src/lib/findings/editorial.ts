import type { Finding } from './overview.ts';

type Row = { name: string; items: number; valued: number; valuePerItem: number | null };
type Editorial = { topics: readonly Row[]; all: Row };

/** Fewer items do not tell what one of them brings. */
const leastItems = 5;

/**
 * The sentence that the editorial return opens with: which topic brings most per item. It is counted,
 * not estimated: a sum of money has no interval here, and none is claimed.
 */
export function editorialFinding({ topics, all }: Editorial): Finding {
	if (all.items === 0 || all.valued === 0)
		return { key: 'finding.editorial.none', parameters: { n: all.items } };
	const [first] = topics
		.filter(({ items, valuePerItem }) => items >= leastItems && valuePerItem)
		.sort((a, b) => b.valuePerItem! - a.valuePerItem!);
	return first
		? { key: 'finding.editorial.most', parameters: { topic: first.name } }
		: { key: 'finding.editorial.valued', parameters: { n: all.valued } };
}
