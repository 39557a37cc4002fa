import type { LiftItem } from '#lib/measure/lift/lift-input.ts';
import { machineFloor, type Floor } from '#lib/measure/verdicts/machine-floor.ts';
import type { ArchiveItem } from '../store/rollups/archive.ts';
import { grouped } from '../store/sql/grouped.ts';
import type { FitFacts } from './archive.ts';

/** The number of clicks on an item attributed to machines, and how much of its count the fit uses. */
export type ItemMachines = { floor: number; weight: number };

const none: ItemMachines = { floor: 0, weight: 1 };

/** Floors with a larger standard deviation than this share of a usual count, on average, measure nothing. */
const mostUnsure = 0.1;

/**
 * Machines' clicks on each item, where no event tells who clicked: one floor per issue, from links that hardly
 * anybody else clicks. There are none if items have a reach of their own, since no mail was scanned then.
 */
export function machinesOf(
	{ countsOfIssue }: FitFacts,
	items: readonly ArchiveItem[],
	byClicks: boolean,
	countsOnly: boolean
): { machines: ItemMachines[]; measured: boolean } {
	if (!countsOnly || items.some(({ rollup }) => rollup!.reach !== null))
		return { machines: items.map(() => none), measured: true };

	const floors = new Map<number, Floor>();
	const unsure: number[] = [];
	for (const [issueId, own] of grouped(items, (item) => item.issueId)) {
		const counted = (outside: boolean) =>
			(countsOfIssue.get(issueId) ?? []).flatMap((page) => {
				const count = byClicks ? page.clicks : (page.clickers ?? page.clicks);
				return count !== null && Boolean(page.outside) === outside ? [count] : [];
			});
		const ofItems = own.map((item) => itemCount(item, byClicks) / Math.max(1, item.pages));
		const estimated = machineFloor([...counted(false), ...ofItems], counted(true));
		if (!estimated) continue;
		floors.set(issueId, estimated);
		const usual = [...ofItems].sort((a, b) => a - b)[Math.floor(ofItems.length / 2)]!;
		unsure.push(estimated.sd / Math.max(1, usual - estimated.floor));
	}
	const mean = unsure.reduce((sum, one) => sum + one, 0) / Math.max(1, unsure.length);
	return {
		measured: mean <= mostUnsure,
		machines: items.map((item) => {
			const ofIssue = floors.get(item.issueId);
			if (!ofIssue || ofIssue.floor === 0) return none;
			const links = Math.max(1, item.pages);
			const count = itemCount(item, byClicks);
			const floor = Math.min(count, ofIssue.floor * links);
			const net = Math.max(1, count - floor);
			return { floor, weight: net / (Math.max(1, count) + (ofIssue.sd * links) ** 2) };
		})
	};
}

/** The count that an item is compared by: its clickers, or its clicks where exports count only these. */
export function itemCount({ rollup }: ArchiveItem, byClicks: boolean): number {
	return (byClicks ? rollup!.clicks : null) ?? rollup!.clickers ?? 0;
}

/**
 * An item without its machine clicks. The rest varies as the whole count did, plus the uncertainty of the
 * floor: more than a Poisson count of its size. So it enters the fit as a smaller count of a smaller reach,
 * which is as uncertain as that.
 */
export function withoutMachines<Item extends Pick<LiftItem, 'clickers' | 'reach'>>(
	item: Item,
	{ floor, weight }: ItemMachines
): Item {
	if (floor === 0) return item;
	const { clickers, reach } = item;
	return {
		...item,
		clickers: Math.max(0, clickers - floor) * weight,
		reach: reach === null ? null : reach * weight
	};
}
