import { fatigueRows } from '#lib/columns/tables/topic-fatigue.ts';
import { readFilters } from '#lib/filters/address.ts';
import { fatigueFinding, topicsFinding } from '#lib/findings/topics.ts';
import { stated } from '#lib/messages/stated.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { doubtfulIssues } from '#lib/server/derive/doubtful-issues.ts';
import { answer } from '../answer.ts';
import { formatsOf } from '../page-formats.ts';

export async function load(event) {
	const figures = await answer(event, topicFigures);
	const formats = await formatsOf(event);
	const isEach = readFilters(event.url.searchParams).topics.length === 0;
	return {
		figures,
		finding: stated(topicsFinding(figures.topics, isEach), formats),
		fatigue: stated(fatigueFinding(fatigueRows(figures.topics)), formats),
		unlike: await answer(event, doubtfulIssues)
	};
}
