import { reachOf } from '#lib/chart/ticks.ts';
import type { Drawing } from '#lib/columns/drawing.ts';

/** What a column of drawings reaches to: its values, expectations and ends of intervals; of ranks their number. */
export function columnTop(drawings: readonly Drawing[]): number {
	const ranks = drawings.filter(({ as }) => as === 'rank').length;
	return Math.max(ranks, reachOf(drawings.flatMap(pointsOf)));
}

function pointsOf(drawing: Drawing): { value: number | null; high: number | null }[] {
	if (drawing.as === 'bar') {
		const { value, expected = null, high = null } = drawing;
		return [
			{ value, high },
			{ value: expected, high: null }
		];
	}
	if (drawing.as !== 'range') return [];
	const { range, came = null, last = null } = drawing;
	return [
		{ value: range.expected, high: range.high },
		{ value: came, high: null },
		{ value: last, high: null }
	];
}
