import type { ArchiveFacts } from './archive.ts';

/**
 * An item shown to less than this share of the readers of another item: readers did not all get the same
 * letter.
 */
const SAME = 0.9;

/**
 * Issues whose items, by an export's counts, were not all shown to the same readers: the order differed from
 * reader to reader, so an item's position in one copy says nothing about the others.
 */
export function personalIssues({
	issues,
	items
}: Pick<ArchiveFacts, 'issues' | 'items'>): Set<number> {
	const reached = new Map<number, number[]>();
	for (const { issueId, rollup } of items)
		if (rollup?.reach != null)
			reached.set(issueId, [...(reached.get(issueId) ?? []), rollup.reach]);
	const delivered = new Map(issues.map(({ id, rollup }) => [id, rollup?.delivered ?? 0]));
	return new Set(
		[...reached]
			.filter(([id, own]) => {
				const most = Math.max(delivered.get(id) ?? 0, ...own);
				return own.some((reach) => reach < SAME * most);
			})
			.map(([id]) => id)
	);
}
