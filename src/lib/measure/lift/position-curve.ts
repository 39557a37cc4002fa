import type { DesignMatrix } from './design-matrix.ts';
import { dot, multiply } from '../stats/linear.ts';
import type { LiftItem } from './lift-input.ts';
import { Z90 } from '../stats/normal.ts';

/** What a position in the issue is worth, relative to the average position. */
export type PositionPoint = {
	/** order in the issue, from 1 */
	position: number;
	format: LiftItem['format'];
	/** how many pages an item there usually links to: the median */
	pages: number;
	level: number;
	/** ends of the 90 % interval */
	low: number;
	high: number;
	/** number of items at that position */
	items: number;
};

/**
 * The position curve under the latest layout: for each position that has had items, the ratio of its clickers
 * to the (geometric) mean over all items' positions. It is drawn for the most common format at that position and
 * its median number of pages.
 */
export function positionCurve(
	items: readonly LiftItem[],
	{ entriesAt, count }: DesignMatrix,
	coefficients: Float64Array,
	covariance: Float64Array
): PositionPoint[] {
	const latest = items.reduce((most, { issue }) => Math.max(most, issue), 0);
	const asOfLate = (item: LiftItem) => ({ ...item, issue: latest });
	const spread = (entries: readonly [number, number][], into: Float64Array, weight: number) => {
		for (const [column, value] of entries) into[column]! += value * weight;
	};

	const usual = new Float64Array(count);
	for (const item of items) spread(entriesAt(asOfLate(item)), usual, -1 / items.length);

	const positions = [...new Set(items.map(({ position }) => position))].sort((a, b) => a - b);
	return positions.map((position) => {
		const here = items.filter((item) => item.position === position);
		const format = mostly(here.map((item) => item.format));
		const pages = middle(here.filter((item) => item.format === format).map((item) => item.pages));
		const contrast = usual.slice();
		spread(entriesAt({ position, format, pages, issue: latest }), contrast, 1);

		const mean = dot(contrast, coefficients);
		const margin = Z90 * Math.sqrt(dot(contrast, multiply(covariance, contrast, count)));
		return {
			position,
			format,
			pages,
			level: Math.exp(mean),
			low: Math.exp(mean - margin),
			high: Math.exp(mean + margin),
			items: here.length
		};
	});
}

function mostly<T>(values: readonly T[]): T {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** The median, or the lower of the two middle values. */
function middle(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1]!;
}
