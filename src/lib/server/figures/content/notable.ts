import { clearSide } from '#lib/findings/certainty.ts';
import type { ItemRow } from './rows.ts';

/** Items that call for a decision; the furthest from the average first. */
export type Notable = {
	/** clearly below what their positions get */
	under: ItemRow[];
	/** clearly above it, in the lower half of their issue: missed opportunities */
	missed: ItemRow[];
};

const SHOWN = 5;

/** What stands out among `items`; `all` are all items of their issues. */
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
				// at least half of the issue's items stand above it: not the middle of five, nor an only item
				(item) =>
					clearSide(item) === 'above' && item.position! - 1 >= positions.get(item.issueId)! / 2
			)
			.sort((a, b) => b.lift! - a.lift!)
			.slice(0, SHOWN)
	};
}
