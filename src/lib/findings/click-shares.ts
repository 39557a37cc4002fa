import type { Layer } from '../server/figures/content/rows.ts';

/** Clicks of an issue or a placement, as far as they are known. */
type Clicks = {
	/** of totals nothing can be set aside; absent where all clicks are known one by one, if they are known */
	layer?: Layer;
	/** those of people */
	clicks: number | null;
	allClicks: number | null;
};

/**
 * The share of clicks that was set aside as machines', over issues whose clicks are known one by one.
 *
 * @returns 0 to 1; null without such a click
 */
export function shareSetAside(rows: readonly Clicks[]): number | null {
	const known = rows.filter(
		({ layer = 'events', clicks, allClicks }) =>
			layer === 'events' && clicks !== null && allClicks !== null
	);
	const all = sum(known, ({ allClicks }) => allClicks!);
	return all === 0 ? null : (all - sum(known, ({ clicks }) => clicks!)) / all;
}

/**
 * The share of clicks that is of a link of the text, over issues of which it is known where readers clicked.
 *
 * @returns 0 to 1; null without such a click
 */
export function shareMatched(
	rows: readonly { matchedClicks: number | null; allClicks: number | null }[]
): number | null {
	const known = rows.filter(
		({ matchedClicks, allClicks }) => matchedClicks !== null && allClicks !== null
	);
	const all = sum(known, ({ allClicks }) => allClicks!);
	return all === 0 ? null : sum(known, ({ matchedClicks }) => matchedClicks!) / all;
}

function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
	return rows.reduce((total, row) => total + of(row), 0);
}
