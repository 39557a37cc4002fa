import { m } from '#lib/messages/compiled/messages.js';
import type { ItemFigures } from '../../figures/content/items.ts';
import type { ItemRow, SectionRow } from '../../figures/content/rows.ts';
import type { ReportFigure } from '../snapshot.ts';
import { placesOf } from '../tables/table.ts';
import { itemTable, sectionTable, slotTable } from '../tables/tables.ts';
import { estimateHeads, forestOf, isAdjusted, plain, type Words } from './figure-parts.ts';

/** Items under heads that fit a page. */
export function itemFigure(
	id: string,
	title: string,
	sub: string | null,
	items: readonly Omit<ItemRow, 'links'>[],
	words: Words,
	most: number | null
): ReportFigure {
	const { o } = words;
	const adjusted = isAdjusted(items);
	const table = itemTable(items, o.locale);
	return {
		...plain,
		id,
		title,
		sub,
		about: adjusted ? m['def.lift']({}, o) : m['def.rate']({}, o),
		table,
		shown: placesOf(table, [
			// of one issue alone, which it is stands in the title
			...(items.every(({ issueId }) => issueId === items[0]?.issueId)
				? []
				: [m['table.issue']({}, o)]),
			m['table.slot']({}, o),
			m['table.item']({}, o),
			m['table.clickers']({}, o),
			...(adjusted
				? [m['table.expected']({}, o), ...estimateHeads(words)]
				: [m['table.delivered']({}, o), m['table.rawRate']({}, o)])
		]),
		most,
		forest: adjusted ? forestOf(table, words, null) : null
	};
}

/** What each slot usually gets. */
export function slotFigure(
	{ slots }: Pick<ItemFigures, 'slots'>,
	{ o }: Words
): ReportFigure | null {
	if (slots.length < 2) return null;
	return {
		...plain,
		id: 'slots',
		title: m['items.slots']({}, o),
		sub: m['items.slots.sub']({}, o),
		about: m['def.slots']({}, o),
		chart: {
			kind: 'slotCurve',
			slots: slots.map(({ order, rate, low, high, n }) => ({ order, rate, low, high, n }))
		},
		table: slotTable(slots, o.locale),
		shown: [0, 1, 2, 3, 4]
	};
}

/** Sections at equal slots. */
export function sectionFigure(sections: readonly SectionRow[], words: Words): ReportFigure {
	const { o } = words;
	const adjusted = isAdjusted(sections);
	const table = sectionTable(sections, o.locale);
	return {
		...plain,
		id: 'sections',
		title: adjusted ? m['sections.lift']({}, o) : m['sections.rate']({}, o),
		sub: adjusted ? m['sections.lift.sub']({}, o) : m['raw.sub']({}, o),
		about: adjusted ? m['def.lift']({}, o) : m['def.rate']({}, o),
		table,
		shown: placesOf(table, [
			m['table.section']({}, o),
			m['table.items']({}, o),
			m['table.clickers']({}, o),
			m['table.shareOfClicks']({}, o),
			...(adjusted ? estimateHeads(words) : [m['table.rawRate']({}, o)])
		]),
		forest: adjusted ? forestOf(table, words, m['table.items']({}, o)) : null
	};
}
