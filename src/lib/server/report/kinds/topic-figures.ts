import { isAdvice, isTurned, mostShifted } from '#lib/chart/most-shifted.ts';
import { rawOrder, rawTitle, rawWords } from '#lib/columns/raw-words.ts';
import { certainty, clearOf, tone } from '#lib/findings/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { TopicRow } from '../../figures/content/rows.ts';
import type { TopicFigures } from '../../figures/content/topics.ts';
import type { ReportFigure } from '../snapshot.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { placesOf } from '#lib/columns/table.ts';
import { comparisonNote } from '#lib/columns/comparison-note.ts';
import { isCompared } from '#lib/columns/tables/row-change.ts';
import { topicTable } from '#lib/columns/tables/topics.ts';
import { forestPlaces, isAdjusted, plainFigure, type FigureWords } from './figure-parts.ts';

/** Topics by lift, as a forest. */
export function topicFigure(
	{ topics, ...keyed }: Pick<TopicFigures, 'topics' | 'keyFigures' | 'compared'>,
	words: FigureWords,
	most: number | null = null
): ReportFigure {
	const { formats, options } = words;
	const table = fileTable(topicTable, topics, formats);
	const adjusted = isAdjusted(topics);
	const order = rawOrder(topics, false);
	const [above, below] = [clearOf(topics, 'above'), clearOf(topics, 'below')];
	return {
		...plainFigure,
		id: 'topics',
		title: adjusted
			? m['overview.topics.found']({ above, below }, options)
			: rawTitle('topics', order, options),
		sub: adjusted ? m['topics.lift.sub']({}, options) : rawWords('sub', order, options),
		about: adjusted ? m['def.lift']({}, options) : rawWords('about', order, options),
		table,
		shown: placesOf(table, topicTable.views[viewOf(topics, adjusted, most)]),
		most,
		forest: adjusted ? forestPlaces(table, topics, { n: 'items' }) : null,
		note: comparisonNote(topics, keyed, formats) || null
	};
}

/** Which columns: on a page that has to hold all, how they moved stands among them. */
function viewOf(topics: readonly TopicRow[], adjusted: boolean, most: number | null) {
	if (most === null || !topics.some(isCompared)) return adjusted ? 'paper' : 'paperRaw';
	return adjusted ? 'paperBrief' : 'paperBriefRaw';
}

/** What to write more and less of: from the share of items to that of clicks. */
export function shiftFigure(
	{ topics }: Pick<TopicFigures, 'topics'>,
	{ formats, options }: FigureWords,
	most = 8
): ReportFigure | null {
	const adjusted = isAdjusted(topics);
	// shares that positions were taken out of have an interval
	const hasFit = topics.some(({ shareLow }) => shareLow !== null);
	const all = topics
		.filter(({ enough }) => enough || !adjusted)
		.flatMap((topic) => {
			const { shareOfItems: items, shareOfClicks: clicks } = topic;
			if (!items || clicks === null) return [];
			const shown = adjusted ? tone(certainty(topic)) : ('unclear' as const);
			return [{ name: topic.topic, items, clicks, tone: shown, row: topic }];
		});
	const rows = mostShifted(all, most);
	if (rows.length === 0) return null;

	const table = fileTable(
		topicTable,
		rows.map(({ row }) => row),
		formats
	);
	return {
		...plainFigure,
		id: 'supply',
		title: m[isAdvice(rows) ? 'overview.shift' : 'topics.supply']({}, options),
		sub: hasFit ? m['overview.shift.sub']({}, options) : m['overview.shift.raw']({}, options),
		about: hasFit ? m['def.supply']({}, options) : m['def.supplyRaw']({}, options),
		chart: {
			kind: 'shareShift',
			rows: rows.map(({ name, items, clicks, tone }) => ({ name, items, clicks, tone }))
		},
		note: rows.some(isTurned) ? m['topics.supply.turned']({}, options) : null,
		table,
		shown: placesOf(table, topicTable.views.paperShares)
	};
}
