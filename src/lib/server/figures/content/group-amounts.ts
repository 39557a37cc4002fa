import type { ArchiveIssue, ArchiveItem } from '../../store/rollups/archive.ts';
import { expectedOf, type League } from './league.ts';
import type { GroupAmounts } from './rows.ts';

export function clickersOf(items: readonly ArchiveItem[]): number {
	return items.reduce((n, { rollup }) => n + (rollup?.clickers ?? 0), 0);
}

/** The same; null where of none of them is known how many clicked, which is not that nobody did. */
export function knownClickers(items: readonly ArchiveItem[]): number | null {
	return items.some(({ rollup }) => typeof rollup?.clickers === 'number')
		? clickersOf(items)
		: null;
}

/** What a section's, or an author's, items got, and what their slots would have got. */
export function groupAmounts(
	own: readonly ArchiveItem[],
	issues: readonly ArchiveIssue[],
	league: League,
	allClickers: number
): GroupAmounts {
	const delivered = new Map(issues.map(({ id, rollup }) => [id, rollup?.delivered ?? null]));
	const rated = own.filter(
		({ rollup, issueId }) => rollup?.clickers !== null && delivered.get(issueId)
	);
	const reach = rated.reduce((n, { issueId }) => n + delivered.get(issueId)!, 0);

	return {
		issues: new Set(own.map(({ issueId }) => issueId)).size,
		items: own.length,
		clickers: knownClickers(own),
		delivered: reach,
		expected: expectedOf(own, league),
		rawRate: reach ? rated.reduce((n, { rollup }) => n + rollup!.clickers!, 0) / reach : null,
		shareOfClicks: allClickers ? clickersOf(own) / allClickers : 0
	};
}
