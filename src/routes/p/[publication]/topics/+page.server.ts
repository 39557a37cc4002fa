import { DAY } from '#lib/duration.ts';
import { fatigueRows } from '#lib/columns/tables/topic-fatigue.ts';
import { readFilters } from '#lib/filters/address.ts';
import { fatigueFinding, topicsFinding } from '#lib/findings/topics.ts';
import { stated } from '#lib/messages/stated.ts';
import { topicFigures, type TopicFigures } from '#lib/server/figures/content/topics.ts';
import { shownIssues } from '#lib/server/figures/content/shown-issues.ts';
import { answer } from '../answer.ts';
import { formatsOf } from '../page-formats.ts';
import { unlikeAmong } from '../unlike-among.ts';

export async function load(event) {
	const { lines, rolling, linesOf, topics, ...rest } = await answer(event, topicFigures);
	const figures = { ...rest, topics: topics.map(withoutPoints) };
	const formats = await formatsOf(event);
	const params = event.url.searchParams;
	const isEach = readFilters(params).topics.length === 0;
	return {
		figures,
		trend: trendOf({ lines, rolling, linesOf, topics, ...rest }, params.get('trend')),
		finding: stated(topicsFinding(figures.topics, isEach), formats),
		fatigue: stated(fatigueFinding(fatigueRows(figures.topics)), formats),
		unlike: await unlikeAmong(event, await answer(event, shownIssues))
	};
}

/** A topic as its table has it: the points of two hundred would be most of the page. */
function withoutPoints(row: TopicFigures['topics'][number]): TopicFigures['topics'][number] {
	const { quarters: _, rolling: __, ...said } = row;
	return said;
}

/** Longer than any quarter, in milliseconds. */
const QUARTER = 92 * DAY;

/** With fewer quarters than that a line says nothing: windows that overlap do. */
const ENOUGH_QUARTERS = 4;

/** Two rows of six. */
const SHOWN = 12;

const isLine = ({ points }: TopicFigures['lines'][number]) =>
	points.filter(({ value }) => value !== null).length > 1;

/** The lines that the page draws, of quarters or of windows: the first that there are. */
function trendOf({ lines, rolling, linesOf, dataUpTo }: TopicFigures, asked: string | null) {
	const isFew = Math.max(0, ...lines.map(({ points }) => points.length)) < ENOUGH_QUARTERS;
	const isRolling = linesOf === 'lift' && (asked === null ? isFew : asked === 'rolling');
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
