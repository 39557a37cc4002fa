import { DAY } from '#lib/duration.ts';
import type { TopicFigures } from '#lib/server/figures/content/topics.ts';

/** Longer than any quarter, in milliseconds. */
const QUARTER = 92 * DAY;

/** With fewer quarters than that a line says nothing: windows that overlap do. */
const ENOUGH_QUARTERS = 4;

/** Two rows of six. */
const SHOWN = 12;

const isLine = ({ points }: TopicFigures['lines'][number]) =>
	points.filter(({ value }) => value !== null).length > 1;

/** The lines that the page draws, of quarters or of windows: the first that there are. */
export function trendOf(
	{
		lines,
		rolling,
		linesOf,
		dataUpTo
	}: Pick<TopicFigures, 'lines' | 'rolling' | 'linesOf' | 'dataUpTo'>,
	asked: string | null
) {
	const isFew = Math.max(0, ...lines.map(({ points }) => points.length)) < ENOUGH_QUARTERS;
	// two quarters still make a line where all issues lie within a window or so
	const isBetter = isFew && (rolling.some(isLine) || !lines.some(isLine));
	const isRolling = linesOf === 'lift' && (asked === null ? isBetter : asked === 'rolling');
	const drawable = (isRolling ? rolling : lines).filter(isLine);
	return {
		of: linesOf,
		rolling: isRolling,
		lines: drawable.slice(0, SHOWN),
		all: drawable.length,
		/** there is a line of quarters or of windows, to step between */
		any: rolling.some(isLine) || lines.some(isLine),
		// the last quarter is not over while data may still come
		open: (lines[0]?.points.at(-1)?.at ?? 0) + QUARTER > (dataUpTo ?? 0)
	};
}
