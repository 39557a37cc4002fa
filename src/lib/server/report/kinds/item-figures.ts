import { rawOrder, rawTitle, rawWords } from '#lib/columns/raw-words.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { ItemFigures } from '../../figures/content/items.ts';
import type { ItemRow } from '../../figures/content/rows.ts';
import type { SectionFigures } from '../../figures/content/sections.ts';
import type { ReportFigure } from '../snapshot.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { placesOf } from '#lib/columns/table.ts';
import { sectionTable } from '#lib/columns/tables/groups.ts';
import { comparisonNote } from '#lib/columns/comparison-note.ts';
import { itemTable, positionTable } from '#lib/columns/tables/items.ts';
import { forestPlaces, isAdjusted, plainFigure, type FigureWords } from './figure-parts.ts';

/** Items under heads that fit a page. */
export function itemFigure(
	id: string,
	title: string,
	sub: string | null,
	items: readonly Omit<ItemRow, 'links'>[],
	words: FigureWords,
	most: number | null
): ReportFigure {
	const { formats, options } = words;
	const adjusted = isAdjusted(items);
	const table = fileTable(itemTable, items, formats);
	// of one issue alone, which it is stands in the title
	const isOne = items.every(({ issueId }) => issueId === items[0]?.issueId);
	const keys = itemTable.views[adjusted ? 'paper' : 'paperRaw'];
	return {
		...plainFigure,
		id,
		title,
		sub,
		about: adjusted
			? m['def.lift']({}, options)
			: rawWords('about', rawOrder(items, false), options),
		table,
		shown: placesOf(
			table,
			keys.filter((key) => key !== 'issue' || !isOne)
		),
		most,
		forest: adjusted ? forestPlaces(table, items) : null
	};
}

/** What each position usually gets. */
export function positionFigure(
	{ positions }: Pick<ItemFigures, 'positions'>,
	{ formats, options }: FigureWords
): ReportFigure | null {
	if (positions.length < 2) return null;
	return {
		...plainFigure,
		id: 'positions',
		title: m['items.positions']({}, options),
		sub: m['items.positions.sub']({}, options),
		about: m['def.positions']({}, options),
		chart: {
			kind: 'positionCurve',
			positions: positions.map(({ position, rate, low, high, n }) => ({
				position,
				rate,
				low,
				high,
				n
			}))
		},
		table: fileTable(positionTable, positions, formats),
		shown: [0, 1, 2, 3, 4]
	};
}

/** Sections at equal positions. */
export function sectionFigure(
	{ sections, ...keyed }: Pick<SectionFigures, 'sections' | 'keyFigures' | 'compared'>,
	words: FigureWords
): ReportFigure {
	const { formats, options } = words;
	const adjusted = isAdjusted(sections);
	const order = rawOrder(sections, false);
	const table = fileTable(sectionTable, sections, formats);
	return {
		...plainFigure,
		id: 'sections',
		title: adjusted ? m['sections.lift']({}, options) : rawTitle('sections', order, options),
		sub: adjusted ? m['sections.lift.sub']({}, options) : rawWords('sub', order, options),
		about: adjusted ? m['def.lift']({}, options) : rawWords('about', order, options),
		table,
		shown: placesOf(table, sectionTable.views[adjusted ? 'paper' : 'paperRaw']),
		forest: adjusted ? forestPlaces(table, sections, { n: 'items' }) : null,
		note: comparisonNote(sections, keyed, formats) || null
	};
}
