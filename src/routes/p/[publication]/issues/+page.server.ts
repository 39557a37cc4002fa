import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { doubtfulIssues } from '#lib/server/derive/doubtful-issues.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	return {
		figures: await answer(event, issueListFigures),
		unlike: await answer(event, doubtfulIssues)
	};
}
