import { groupsFinding } from '#lib/findings/leagues.ts';
import { stated } from '#lib/messages/stated.ts';
import { authorFigures } from '#lib/server/figures/content/authors.ts';
import { doubtfulIssues } from '#lib/server/derive/doubtful-issues.ts';
import { answer } from '../answer.ts';
import { formatsOf } from '../page-formats.ts';

export async function load(event) {
	const figures = await answer(event, authorFigures);
	const rows = figures.authors.map(({ author, ...row }) => ({ ...row, name: author }));
	const finding = groupsFinding('authors', rows);
	return {
		figures,
		finding: finding && stated(finding, await formatsOf(event)),
		unlike: await answer(event, doubtfulIssues)
	};
}
