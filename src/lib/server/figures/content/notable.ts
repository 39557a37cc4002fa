import { clearSide } from '#lib/findings/certainty.ts';
import type { ItemRow } from './rows.ts';

/** Items that ask for a decision; the furthest from the average first. */
export type Notable = {
	/** clearly below what their positions get */
	under: ItemRow[];
	/** clearly above it, in the lower half of their issue: missed opportunities */
	missed: ItemRow[];
};

const SHOWN = 5;

/** What stands out among items, given with all items of their issues. */
export function notableOf(items: readonly ItemRow[], all: readonly ItemRow[]): Notable {
	const positions = new Map<number, number>();
	for (const { issueId, position } of all)
		positions.set(issueId, Math.max(positions.get(issueId) ?? 0, position ?? 0));

	return {
		under: items
			.filter((item) => clearSide(item) === 'below')
			.sort((a, b) => a.lift! - b.lift!)
			.slice(0, SHOWN),
		missed: items
			.filter(
				// as many items above it as half of the issue has: the middle of five is not low, nor is the only one
				(item) =>
					clearSide(item) === 'above' && item.position! - 1 >= positions.get(item.issueId)! / 2
			)
			.sort((a, b) => b.lift! - a.lift!)
			.slice(0, SHOWN)
	};
}
