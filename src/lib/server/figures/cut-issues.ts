import { cutUpTo } from '../store/readers/naming-sends.ts';
import { Readers } from '../store/readers/reader-set.ts';
import type { ArchiveIssue, ArchiveItem } from '../store/rollups/archive.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';

/** Issues that are no longer linked to readers: each of their pseudonyms appears in no other issue. */
export function cutIssues(issues: readonly ArchiveIssue[]): ReadonlySet<number> {
	return new Set(issues.flatMap(({ id, cut }) => (cut ? id : [])));
}

/**
 * When the latest issue that is no longer linked to readers was sent, in UTC milliseconds: figures about
 * readers across issues begin after it. Null if all issues are linked.
 */
export function cutUntil(db: Db, { id }: Publication): Promise<number | null> {
	return cutUpTo(db, id);
}

/**
 * Distinct readers with a human click on any of these items: of all items if they are in one issue, else of
 * the issues that are linked to readers. Null if none is: totals say how many clicked, not who.
 */
export function distinctReaders(
	items: readonly Pick<ArchiveItem, 'issueId' | 'rollup'>[],
	cut: ReadonlySet<number>
): number | null {
	const isOne = new Set(items.map(({ issueId }) => issueId)).size === 1;
	const kept = isOne ? items : items.filter(({ issueId }) => !cut.has(issueId));
	if (items.length > 0 && kept.length === 0) return null;
	const readers = new Readers();
	for (const { rollup } of kept) readers.add(rollup?.readers ?? null);
	const isNameless = readers.size === 0 && kept.some(({ rollup }) => rollup?.clickers);
	return isNameless ? null : readers.size;
}
