import { error } from '@sveltejs/kit';
import { itemRecord } from '#lib/server/figures/item-record.ts';
import { answer } from '../../answer.ts';

export async function load(event) {
	const id = Number(event.params.item);
	if (!Number.isSafeInteger(id)) error(404);
	return { record: await answer(event, (db, publication) => itemRecord(db, publication, id)) };
}
