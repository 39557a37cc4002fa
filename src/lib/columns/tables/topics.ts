import { m } from '#lib/messages/compiled/messages.js';
import type { TopicRow } from '../../server/figures/content/rows.ts';
import type { TopicTime } from '../../server/figures/content/topic-times.ts';
import { declare } from '../declare.ts';
import { rateNeed } from '../needs.ts';
import { known } from '#lib/messages/known.ts';
import {
	estimateColumn,
	estimateColumns,
	forestOf,
	intervalColumn,
	rankColumn,
	rateBar,
	sureColumn
} from './estimate.ts';
import { changeColumns, paperLiftChange, paperRateChange } from './row-change.ts';

/** A topic, with what time does to it where the method has run. */
type Topic = TopicRow & Partial<TopicTime>;

/** Topics with what their items got against what their positions usually get. */
export const topicTable = declare<Topic>()({
	name: 'topics',
	columns: [
		{ key: 'topic', names: true },
		{ key: 'items', kind: 'count' },
		{ key: 'clickers', kind: 'count', people: true, need: 'clicks' },
		{ key: 'readers', kind: 'count', people: true },
		{ key: 'delivered', kind: 'count', people: true, need: 'deliveries' },
		{ key: 'rawRate', kind: 'rate', of: 'delivered', need: rateNeed },
		{ key: 'compared', head: m['table.compared'], kind: 'count' },
		{
			key: 'expected',
			kind: 'decimal',
			text: ({ expected }, formats) => known(expected, formats.number)
		},
		{ key: 'shareOfItems', kind: 'share', of: 'items' },
		{ key: 'shareOfClicks', kind: 'share', of: 'clickers' },
		{ key: 'shareLow', kind: 'share' },
		{ key: 'shareHigh', kind: 'share' },
		...estimateColumns,
		estimateColumn,
		sureColumn,
		forestOf<Topic>(({ items }) => items),
		intervalColumn,
		rateBar<Topic>(({ why }) => why === 'fewItems' || why === 'fewInAll' || why === 'fewIssues'),
		{
			key: 'countBar',
			head: m['table.clickers'],
			file: false,
			draw: { as: 'bar', of: ({ clickers }) => (clickers === null ? null : { value: clickers }) }
		},
		{
			key: 'possibleRank',
			head: m['table.possibleRank'],
			file: false,
			draw: {
				as: 'rank',
				of: ({ rankLow: low, rankHigh: high }) =>
					low === null || high === null ? null : { low, high }
			}
		},
		rankColumn,
		{
			key: 'covered',
			cell: ({ covered }, { locale }) => (covered ? m[`covered.${covered}`]({}, { locale }) : null)
		},
		{ key: 'nextLift', kind: 'ratio', cell: ({ next }) => next ?? null },
		{ key: 'factor', kind: 'ratio', cell: ({ fatigue }) => fatigue?.lift ?? null },
		...changeColumns
	],
	views: {
		page: [
			'topic',
			'items',
			'clickers',
			'delivered',
			'rawRate',
			'compared',
			'expected',
			'lift',
			'low',
			'high',
			'shareOfItems',
			'shareOfClicks',
			'sure',
			'moved'
		],
		figure: [
			'possibleRank',
			'topic',
			'items',
			'clickers',
			'expected',
			'rawRate',
			'forest',
			'lift',
			'interval',
			'sure',
			'moved'
		],
		/** as the overview has room for it */
		figureBrief: ['topic', 'items', 'forest', 'lift', 'rank', 'sure', 'moved'],
		/** without a model there is nothing to hold rates against */
		figureRaw: ['topic', 'items', 'clickers', 'readers', 'delivered', 'bar', 'rawRate', 'moved'],
		figureRawBrief: ['topic', 'items', 'clickers', 'bar', 'rawRate', 'moved'],
		/** totals tell no people from machines: ranks, and no lift */
		figureRanked: ['possibleRank', 'topic', 'items', 'clickers', 'expected'],
		/** nobody knows how many were reached */
		figureCounts: ['topic', 'items', 'clickers', 'readers', 'countBar'],
		card: [
			'topic',
			'items',
			'forest',
			'lift',
			'interval',
			'sure',
			'bar',
			'countBar',
			'rawRate',
			'moved'
		],
		terminal: ['topic', 'items', 'clickers', 'readers', 'rawRate', 'estimate', 'movedWords'],
		paper: ['topic', 'items', 'clickers', 'rawRate', 'lift', 'low', 'high'],
		/** without a model there is nothing to hold rates against */
		paperRaw: ['topic', 'items', 'clickers', 'rawRate'],
		/** how they moved from another period */
		paperMoved: ['topic', 'lift', ...paperLiftChange],
		paperMovedRaw: ['topic', 'rawRate', ...paperRateChange],
		/** the same where one page has to hold all */
		paperBrief: ['topic', 'lift', 'liftBefore', 'liftChange', 'changeSure'],
		paperBriefRaw: ['topic', 'clickers', 'rawRate', 'rateBefore', 'rateChange', 'changeSure'],
		paperShares: [
			'topic',
			'items',
			'shareOfItems',
			'shareOfClicks',
			'shareLow',
			'shareHigh',
			'covered',
			'nextLift'
		]
	}
});
