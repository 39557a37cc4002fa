import type { ArchiveIssue, ArchiveItem } from './archive.ts';

/**
 * To how many an item was delivered: to those whom its link was shown, where a test showed each to some,
 * else to all of its issue; null where nobody knows.
 */
export function itemDelivered(item: ArchiveItem, issue: ArchiveIssue | undefined): number | null {
	return item.rollup?.reach ?? issue?.rollup?.delivered ?? null;
}
