import { issueFigures } from '#lib/server/figures/content/issue.ts';
import { doubtfulIssues } from '#lib/server/derive/doubtful-issues.ts';
import { idOfPath } from '../../../../form.ts';
import { answer } from '../../answer.ts';

export async function load(event) {
	const id = idOfPath(event.params.issue);

	const doubtful = await answer(event, doubtfulIssues);
	return {
		doubts: doubtful.find((one) => one.id === id)?.doubts ?? [],
		figures: await answer(event, (db, publication) => issueFigures(db, publication, id))
	};
}
