import { cutUpTo } from '../store/readers/naming-sends.ts';
import { Readers } from '../store/readers/reader-set.ts';
import type { ArchiveIssue, ArchiveItem } from '../store/rollups/archive.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';

/** Issues of which it is not kept who clicked: a reader of theirs is known in no other issue. */
export function cutIssues(issues: readonly ArchiveIssue[]): ReadonlySet<number> {
	return new Set(issues.flatMap(({ id, cut }) => (cut ? id : [])));
}

/**
 * When the latest issue of which it is not kept who clicked was sent, in UTC milliseconds: figures about
 * readers across issues begin after it. Null where it is kept of all.
 */
export function cutUntil(db: Db, { id }: Publication): Promise<number | null> {
	return cutUpTo(db, id);
}

/**
 * Distinct readers with a human click on any of these items: within one issue of all of them, across
 * issues of those that say who clicked. Null where none of them does: totals say how many, and not who.
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
