import { listOf } from '#lib/columns/list.ts';
import { itemTable } from '#lib/columns/tables/items.ts';
import { formats } from '#lib/messages/format.ts';
import { itemFigures } from '#lib/server/figures/content/items.ts';
import { doubtfulIssues } from '#lib/server/derive/doubtful-issues.ts';
import { answer } from '../answer.ts';
import { ranked } from './ranked.ts';

export async function load(event) {
	const { locals, url, parent } = event;
	const { items, ...figures } = await answer(event, itemFigures);
	const { publication } = await parent();
	const say = formats(locals.language, publication.zone);
	return {
		figures,
		adjusted: items.some(({ lift }) => lift !== null),
		known: items.some(({ rawRate }) => rawRate !== null),
		list: listOf(itemTable, ranked(items), { params: url.searchParams, say }),
		unlike: await answer(event, doubtfulIssues)
	};
}
