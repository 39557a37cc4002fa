import { certainty, clearOf, tone } from '#lib/findings/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { TopicFigures } from '../../figures/content/topics.ts';
import type { ReportFigure } from '../snapshot.ts';
import { placesOf } from '../tables/table.ts';
import { topicTable } from '../tables/tables.ts';
import { estimateHeads, forestOf, isAdjusted, plain, type Words } from './figure-parts.ts';

/** Topics by lift, as a forest. */
export function topicFigure(
	{ topics }: Pick<TopicFigures, 'topics'>,
	words: Words,
	most: number | null = null
): ReportFigure {
	const { o } = words;
	const table = topicTable(topics, o.locale);
	const adjusted = isAdjusted(topics);
	const [above, below] = [clearOf(topics, 'above'), clearOf(topics, 'below')];
	const heads = [
		m['table.topic']({}, o),
		m['table.items']({}, o),
		m['table.clickers']({}, o),
		m['table.rawRate']({}, o)
	];
	return {
		...plain,
		id: 'topics',
		title: adjusted ? m['overview.topics.found']({ above, below }, o) : m['topics.rate']({}, o),
		sub: adjusted ? m['topics.lift.sub']({}, o) : m['raw.sub']({}, o),
		about: adjusted ? m['def.lift']({}, o) : m['def.rate']({}, o),
		table,
		shown: placesOf(table, adjusted ? [...heads, ...estimateHeads(words)] : heads),
		most,
		forest: adjusted ? forestOf(table, words, m['table.items']({}, o)) : null
	};
}

/** What to write more and less of: from the share of items to that of clicks. */
export function shiftFigure(
	{ topics }: Pick<TopicFigures, 'topics'>,
	{ o }: Words,
	most = 8
): ReportFigure | null {
	const adjusted = isAdjusted(topics);
	const rows = topics
		.filter(({ enough, shareOfItems }) => shareOfItems > 0 && (enough || !adjusted))
		.map((topic) => ({
			name: topic.topic,
			items: topic.shareOfItems,
			clicks: topic.shareOfClicks,
			tone: adjusted ? tone(certainty(topic)) : ('unclear' as const),
			row: topic
		}))
		.sort((a, b) => Math.abs(b.clicks - b.items) - Math.abs(a.clicks - a.items))
		.slice(0, most)
		.sort((a, b) => b.clicks - b.items - (a.clicks - a.items));
	if (rows.length === 0) return null;

	const table = topicTable(
		rows.map(({ row }) => row),
		o.locale
	);
	return {
		...plain,
		id: 'supply',
		title: m['overview.shift']({}, o),
		sub: adjusted ? m['overview.shift.sub']({}, o) : m['overview.shift.raw']({}, o),
		about: m['def.supply']({}, o),
		chart: {
			kind: 'shareShift',
			rows: rows.map(({ name, items, clicks, tone }) => ({ name, items, clicks, tone }))
		},
		table,
		shown: placesOf(table, [
			m['table.topic']({}, o),
			m['table.items']({}, o),
			m['table.shareOfItems']({}, o),
			m['table.shareOfClicks']({}, o),
			m['table.shareLow']({}, o),
			m['table.shareHigh']({}, o),
			m['table.covered']({}, o),
			m['table.nextLift']({}, o)
		])
	};
}
