import { itemFigures } from '#lib/server/figures/content/items.ts';
import { doubtfulIssues } from '#lib/server/derive/doubtful-issues.ts';
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
