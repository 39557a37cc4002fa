import { listOf } from '#lib/columns/list.ts';
import { issueTable } from '#lib/columns/tables/issues.ts';
import { clearIn, issuesFinding } from '#lib/findings/leagues.ts';
import { versionsFinding } from '#lib/findings/versions.ts';
import { clickersNotes } from '#lib/messages/footnotes.ts';
import { stated } from '#lib/messages/stated.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { answer } from '../answer.ts';
import { formatsOf } from '../page-formats.ts';
import { unlikeAmong } from '../unlike-among.ts';

/** More bars than that and none can be told apart. */
const BARS = 60;

export async function load(event) {
	const { url } = event;
	const { issues, lone, step, keyFigures, compared, versions, dataUpTo } = await answer(
		event,
		issueListFigures
	);
	const formats = await formatsOf(event);
	// of all that the table marks, those that still collect clicks too
	const clear = clearIn(issues);
	const shown = issues.map(({ id }) => id);
	const finding = issuesFinding(clear);
	return {
		figures: {
			step,
			keyFigures,
			compared,
			versions,
			dataUpTo,
			open: issues.some(({ open }) => open),
			count: issues.length,
			unread: issues.filter(({ hasDocument }) => !hasDocument).length,
			rated: issues.some(({ rate }) => rate !== null),
			clicked: issues.some(({ clickers }) => clickers !== null),
			adjusted: issues.some(({ lift }) => lift !== null),
			clear,
			latest: issues.slice(0, BARS),
			notes: clickersNotes(lone, issues, formats)
		},
		finding: finding && stated(finding, formats),
		versions: stated(versionsFinding(versions), formats),
		list: listOf(issueTable, issues, { params: url.searchParams, formats }),
		unlike: await unlikeAmong(event, shown)
	};
}
