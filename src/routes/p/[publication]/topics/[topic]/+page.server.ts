import { currentFilters } from '#lib/server/figures/current-filters.ts';
import { groupRecord } from '#lib/server/figures/content/group-record.ts';
import { idOfPath } from '../../../../form.ts';
import { answer } from '../../answer.ts';
import { goOn } from '../../go-on.ts';

export async function load(event) {
	const id = idOfPath(event.params.topic);
	const [now] = await answer(event, (db, publication, filters) =>
		currentFilters(db, publication, { ...filters, topics: [id] }).then(({ topics }) => topics)
	);
	if (now !== id) goOn(event, `/topics/${now}`);
	const against = event.url.searchParams.getAll('against').map(Number);
	return {
		record: await answer(event, (db, publication, filters) =>
			groupRecord(db, publication, filters, { kind: 'topic', id }, against)
		)
	};
}
