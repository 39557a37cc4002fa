import { usualCount, type Arrived, type UsualCount } from '#lib/measure/readers/pacing.ts';
import type { firstClicks } from '../../store/rollups/archive.ts';
import { closedAfterHours } from './issues.ts';
import type { IssueRow, ItemRow } from './rows.ts';

/** With fewer sponsors at the same position, those at all positions give the usual count. */
const leastSame = 5;

/**
 * What a sponsor's place usually gets: clicks of sponsors' items in closed issues, at the same position if
 * there are enough, scaled by the reach of their issues. Null with too few.
 */
export function usualClicks(
	items: readonly ItemRow[],
	issues: ReadonlyMap<number, IssueRow>,
	{ id, position, delivered }: ItemRow
): UsualCount | null {
	const closed = items.filter(
		(item) =>
			item.role === 'sponsor' &&
			item.id !== id &&
			item.clicks !== null &&
			issues.get(item.issueId)?.open === false
	);
	const same = closed.filter((item) => item.position === position);
	const reach = (item: ItemRow) => (delivered && item.delivered ? delivered / item.delivered : 1);
	return usualCount(
		(same.length >= leastSame ? same : closed).map((item) => item.clicks! * reach(item))
	);
}

type Firsts = Awaited<ReturnType<typeof firstClicks>>;

/**
 * For each closed issue, how many of its first clicks within 72 hours had come at an age, and how many in
 * total.
 */
export function arrivedAt(
	firsts: Firsts,
	issues: ReadonlyMap<number, IssueRow>,
	age: number
): Arrived[] {
	const sums = new Map<number, Arrived>();
	for (const { issueId, hour, first } of firsts) {
		if (hour < 0 || hour >= closedAfterHours || issues.get(issueId)?.open !== false) continue;
		const sum = sums.get(issueId) ?? { then: 0, all: 0 };
		sums.set(issueId, sum);
		sum.all += first;
		if (hour < age) sum.then += first;
	}
	return [...sums.values()];
}
