import { error } from '@sveltejs/kit';
import { issueFigures } from '#lib/server/figures/issue.ts';
import { answer } from '../../answer.ts';

export async function load(event) {
	const id = Number(event.params.issue);
	if (!Number.isSafeInteger(id)) error(404);

	return {
		figures: await answer(event, (db, publication) => issueFigures(db, publication, id))
	};
}
