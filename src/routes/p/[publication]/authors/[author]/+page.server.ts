import { groupRecord } from '#lib/server/figures/content/group-record.ts';
import { answer } from '../../answer.ts';

export async function load(event) {
	const name = event.params.author;
	return {
		record: await answer(event, (db, publication, filters) =>
			groupRecord(db, publication, filters, { kind: 'author', name })
		)
	};
}
