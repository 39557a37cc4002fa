import type { ItemRow } from '#lib/server/figures/content/rows.ts';

/**
 * Whether it can be said what the positions of items get: one issue gives every item something that is
 * expected of it, and tells no average.
 */
export function arePositionsTold(items: readonly Pick<ItemRow, 'lift' | 'rank'>[]): boolean {
	return items.some(({ lift, rank }) => lift !== null || rank !== null);
}
