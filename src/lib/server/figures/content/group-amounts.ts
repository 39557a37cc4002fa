import type { ArchiveIssue, ArchiveItem } from '../../store/rollups/archive.ts';
import { itemDelivered } from '../../store/rollups/delivered.ts';
import type { Archive } from '../archive.ts';
import { expectedOfAverage, type GroupKind } from './group-expected.ts';
import { comparedOf, type League } from './league.ts';
import type { GroupAmounts } from './rows.ts';

/** Clickers added up; null if they are known for none of the items, which is not the same as zero. */
export function knownClickers(items: readonly ArchiveItem[]): number | null {
	const known = items.flatMap(({ rollup }) => rollup?.clickers ?? []);
	return known.length > 0 ? known.reduce((sum, clickers) => sum + clickers, 0) : null;
}

/** What the items of a topic, section or author got, and what those of an average one would get. */
export function groupAmounts(
	kind: GroupKind,
	own: readonly ArchiveItem[],
	issues: ReadonlyMap<number, ArchiveIssue>,
	{ archive, league }: { archive: Archive; league: League },
	/** of all items shown; null if no clicks are known */
	allClickers: number | null
): GroupAmounts {
	const delivered = (item: ArchiveItem) => itemDelivered(item, issues.get(item.issueId)) ?? 0;
	const rated = own.filter(
		(item) => typeof item.rollup?.clickers === 'number' && delivered(item) > 0
	);
	const clickers = knownClickers(own);
	const sentTo = own.reduce((n, item) => n + delivered(item), 0);
	const reach = rated.reduce((n, item) => n + delivered(item), 0);

	return {
		issues: new Set(own.map(({ issueId }) => issueId)).size,
		items: own.length,
		clickers,
		// nobody sends to zero readers: 0 means unknown here
		delivered: (clickers === null ? sentTo : reach) || null,
		compared: comparedOf(own, league),
		expected: expectedOfAverage(kind, own, archive, league),
		rawRate: reach ? rated.reduce((n, { rollup }) => n + rollup!.clickers!, 0) / reach : null,
		shareOfClicks: clickers !== null && allClickers ? clickers / allClickers : null
	};
}
