import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { doubtfulIssues } from '#lib/server/derive/doubtful-issues.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	return {
		figures: await answer(event, topicFigures),
		unlike: await answer(event, doubtfulIssues)
	};
}
