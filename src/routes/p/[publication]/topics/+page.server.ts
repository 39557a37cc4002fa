import { fatigueRows } from '#lib/columns/tables/topic-fatigue.ts';
import { readFilters } from '#lib/filters/address.ts';
import { fatigueFinding, topicsFinding } from '#lib/findings/topics.ts';
import { stated } from '#lib/messages/stated.ts';
import { topicFigures, type TopicFigures } from '#lib/server/figures/content/topics.ts';
import { shownIssues } from '#lib/server/figures/content/shown-issues.ts';
import { answer } from '../answer.ts';
import { formatsOf } from '../page-formats.ts';
import { unlikeAmong } from '../unlike-among.ts';
import { trendOf } from './trend.ts';

export async function load(event) {
	const { lines, rolling, linesOf, topics, ...rest } = await answer(event, topicFigures);
	const figures = { ...rest, topics: topics.map(withoutPoints) };
	const formats = await formatsOf(event);
	const params = event.url.searchParams;
	const isEach = readFilters(params).topics.length === 0;
	return {
		figures,
		trend: trendOf({ lines, rolling, linesOf, dataUpTo: rest.dataUpTo }, params.get('trend')),
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
