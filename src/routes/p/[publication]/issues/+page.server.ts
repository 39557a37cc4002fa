import { listOf } from '#lib/columns/list.ts';
import { issueTable } from '#lib/columns/tables/issues.ts';
import { clearIn } from '#lib/findings/leagues.ts';
import { clickersNotes } from '#lib/messages/footnotes.ts';
import { formats } from '#lib/messages/format.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { doubtfulIssues } from '#lib/server/derive/doubtful-issues.ts';
import { answer } from '../answer.ts';

/** More bars than that and none can be told apart. */
const BARS = 60;

export async function load(event) {
	const { locals, url, parent } = event;
	const { issues, lone, step, keyFigures, compared, versions } = await answer(
		event,
		issueListFigures
	);
	const { publication } = await parent();
	const say = formats(locals.language, publication.zone);
	return {
		figures: {
			...{ step, keyFigures, compared, versions },
			open: issues.some(({ open }) => open),
			count: issues.length,
			unread: issues.filter(({ hasDocument }) => !hasDocument).length,
			rated: issues.some(({ rate }) => rate !== null),
			adjusted: issues.some(({ lift }) => lift !== null),
			// an open issue is still collecting clicks
			clear: clearIn(issues.filter(({ open }) => !open)),
			latest: issues.slice(0, BARS),
			notes: clickersNotes(lone, issues, say)
		},
		list: listOf(issueTable, issues, { params: url.searchParams, say }),
		unlike: await answer(event, doubtfulIssues)
	};
}
