import { listOf } from '#lib/columns/list.ts';
import { rawOrder } from '#lib/columns/raw-words.ts';
import { itemTable } from '#lib/columns/tables/items.ts';
import { itemsFinding } from '#lib/findings/leagues.ts';
import { stated } from '#lib/messages/stated.ts';
import { itemFigures } from '#lib/server/figures/content/items.ts';
import { answer } from '../answer.ts';
import { formatsOf } from '../page-formats.ts';
import { unlikeAmong } from '../unlike-among.ts';
import { ranked } from './ranked.ts';

export async function load(event) {
	const { url } = event;
	const { items, ...figures } = await answer(event, itemFigures);
	const formats = await formatsOf(event);
	const shown = items.map(({ issueId }) => issueId);
	const finding = itemsFinding(figures.clear);
	return {
		figures,
		finding: finding && stated(finding, formats),
		adjusted: items.some(({ lift }) => lift !== null),
		order: rawOrder(items),
		known:
			items.length === 0 || items.some(({ clickers, clicks }) => (clickers ?? clicks) !== null),
		list: listOf(itemTable, ranked(items), { params: url.searchParams, formats }),
		unlike: await unlikeAmong(event, shown)
	};
}
