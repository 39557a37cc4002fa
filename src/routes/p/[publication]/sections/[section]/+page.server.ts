import { groupRecord } from '#lib/server/figures/content/group-record.ts';
import { idOfPath } from '../../../../form.ts';
import { answer } from '../../answer.ts';

export async function load(event) {
	const id = idOfPath(event.params.section);
	return {
		record: await answer(event, (db, publication, filters) =>
			groupRecord(db, publication, filters, { kind: 'section', id })
		)
	};
}
