import { itemRecord } from '#lib/server/figures/content/item-record.ts';
import { idOfPath } from '../../../../form.ts';
import { answer } from '../../answer.ts';

export async function load(event) {
	const id = idOfPath(event.params.item);
	return { record: await answer(event, (db, publication) => itemRecord(db, publication, id)) };
}
