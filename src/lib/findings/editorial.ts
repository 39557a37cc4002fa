import { statement, type Statement } from './statement.ts';

type Row = { name: string; items: number; valued: number; valuePerItem: number | null };
type Editorial = { topics: readonly Row[]; all: Row };

/** Fewer items do not show what one of them brings. */
const leastItems = 5;

/**
 * The sentence at the head of the editorial return: which topic brings the most per item, of at least two that
 * can be compared. It is counted, not estimated: a sum of money has no interval here.
 */
export function editorialFinding({ topics, all }: Editorial): Statement {
	const valued = { n: { n: all.valued } };
	if (all.items === 0) return statement('empty.items', {});
	if (all.valued === 0) return statement('finding.editorial.none', { n: { n: all.items } });
	if (topics.length < 2) return statement('finding.editorial.counted', valued);
	const [first, second] = topics
		.filter(({ items, valuePerItem }) => items >= leastItems && valuePerItem !== null)
		.sort((a, b) => b.valuePerItem! - a.valuePerItem!);
	if (!first || !second) return statement('finding.editorial.valued', valued);
	// if topics are equal, or none brought anything, none brings the most
	return first.valuePerItem! > Math.max(0, second.valuePerItem!)
		? statement('finding.editorial.most', { topic: first.name })
		: statement('finding.editorial.counted', valued);
}
