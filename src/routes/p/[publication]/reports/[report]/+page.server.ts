import { reportOf, stillHolds } from '#lib/server/report/reports.ts';
import { idOfPath } from '../../../../form.ts';
import { answer } from '../../answer.ts';

export async function load(event) {
	const id = idOfPath(event.params.report);
	return answer(event, async (db, publication, _, now) => {
		const snapshot = await reportOf(db, publication, id);
		return {
			id,
			snapshot,
			holds: await stillHolds(db, publication, snapshot, now)
		};
	});
}
