import { jobFigures } from '#lib/server/figures/jobs.ts';
import { tryJobAgain } from '#lib/server/ingest/retry-job.ts';
import { idIn } from '../../../form.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';

export async function load(event) {
	return answer(event, (db, publication) => jobFigures(db, publication));
}

export const actions = {
	again: change((db, publication, form, actor) =>
		tryJobAgain(db, idIn(form, 'job'), publication.id, actor)
	)
};
