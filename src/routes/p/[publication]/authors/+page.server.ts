import { groupsFinding } from '#lib/findings/leagues.ts';
import { stated } from '#lib/messages/stated.ts';
import { authorFigures } from '#lib/server/figures/content/authors.ts';
import { shownIssues } from '#lib/server/figures/content/shown-issues.ts';
import { answer } from '../answer.ts';
import { formatsOf } from '../page-formats.ts';
import { unlikeAmong } from '../unlike-among.ts';

export async function load(event) {
	const figures = await answer(event, authorFigures);
	const rows = figures.authors.map(({ author, ...row }) => ({ ...row, name: author }));
	const finding = groupsFinding('authors', rows);
	return {
		figures,
		finding: finding && stated(finding, await formatsOf(event)),
		unlike: await unlikeAmong(event, await answer(event, shownIssues))
	};
}
