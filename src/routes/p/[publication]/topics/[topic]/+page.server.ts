import { groupRecord } from '#lib/server/figures/content/group-record.ts';
import { idOfPath } from '../../../../form.ts';
import { answer } from '../../answer.ts';

export async function load(event) {
	const id = idOfPath(event.params.topic);
	const against = event.url.searchParams.getAll('against').map(Number);
	return {
		record: await answer(event, (db, publication, filters) =>
			groupRecord(db, publication, filters, { kind: 'topic', id }, against)
		)
	};
}
