import { issueFigures } from '#lib/server/figures/issue.ts';
import { idOfPath } from '../../../../form.ts';
import { answer } from '../../answer.ts';

export async function load(event) {
	const id = idOfPath(event.params.issue);

	return {
		figures: await answer(event, (db, publication) => issueFigures(db, publication, id))
	};
}
