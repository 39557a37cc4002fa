import { authorFigures } from '#lib/server/figures/content/authors.ts';
import { doubtfulIssues } from '#lib/server/derive/doubtful-issues.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	return {
		figures: await answer(event, authorFigures),
		unlike: await answer(event, doubtfulIssues)
	};
}
