import { itemFigures } from '#lib/server/figures/items.ts';
import { doubtfulIssues } from '#lib/server/ingest/doubtful-issues.ts';
import { answer } from '../answer.ts';
import { pageOf } from './sort.ts';

export async function load(event) {
	const { items, ...figures } = await answer(event, itemFigures);
	return {
		figures,
		list: pageOf(items, event.url.searchParams),
		unlike: await answer(event, doubtfulIssues)
	};
}
