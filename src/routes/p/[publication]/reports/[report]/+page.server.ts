import { reportOf, stillHolds } from '#lib/server/report/reports.ts';
import { answer } from '../../answer.ts';

export async function load(event) {
	return answer(event, async (db, publication, _, now) => {
		const snapshot = await reportOf(db, publication, Number(event.params.report));
		return {
			id: Number(event.params.report),
			snapshot,
			holds: await stillHolds(db, publication, snapshot, now)
		};
	});
}
