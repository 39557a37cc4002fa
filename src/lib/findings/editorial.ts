import { statement, type Statement } from './statement.ts';

type Row = { name: string; items: number; valued: number; valuePerItem: number | null };
type Editorial = { topics: readonly Row[]; all: Row };

/** Fewer items do not tell what one of them brings. */
const leastItems = 5;

/**
 * The sentence that the editorial return opens with: which topic brings most per item. It is counted,
 * not estimated: a sum of money has no interval here, and none is claimed.
 */
export function editorialFinding({ topics, all }: Editorial): Statement {
	if (all.items === 0 || all.valued === 0)
		return statement('finding.editorial.none', { n: { n: all.items } });
	const [first] = topics
		.filter(({ items, valuePerItem }) => items >= leastItems && valuePerItem)
		.sort((a, b) => b.valuePerItem! - a.valuePerItem!);
	return first
		? statement('finding.editorial.most', { topic: first.name })
		: statement('finding.editorial.valued', { n: { n: all.valued } });
}
