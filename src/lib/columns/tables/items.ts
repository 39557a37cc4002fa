import { certainty, tone } from '#lib/findings/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { known } from '#lib/messages/known.ts';
import type { PositionRow } from '../../server/figures/content/items.ts';
import type { ItemRow } from '../../server/figures/content/rows.ts';
import { issueName } from '#lib/messages/issue-name.ts';
import { declare } from '../declare.ts';
import { rateNeed } from '../needs.ts';
import {
	estimateColumn,
	estimateColumns,
	forestOf,
	intervalColumn,
	rankColumn,
	sureColumn
} from './estimate.ts';

/** An item's links are counted by its page alone. */
type Item = Omit<ItemRow, 'links'>;

/** Clickers as a bar, with a tick where the position's average lies; what is not editorial is hatched. */
function seen({ role, ...item }: Item) {
	const { clickers: value, expected, lift } = item;
	if (value === null) return null;
	const hatched = role !== 'editorial';
	return {
		value,
		expected,
		hatched,
		tone: lift === null ? 'unclear' : tone(certainty(item))
	} as const;
}

/** Every item with what it got beside what its position usually gets. */
export const itemTable = declare<Item>()({
	name: 'items',
	columns: [
		{ key: 'issue' },
		{ key: 'sentAt', head: m['table.sentUtc'], local: m['table.sent'], kind: 'instant' },
		{ key: 'section' },
		{ key: 'position', head: m['table.position'], kind: 'count' },
		{ key: 'title', head: m['table.item'], names: true },
		{ key: 'role', cell: ({ role }, { locale }) => m[`role.${role}`]({}, { locale }) },
		{ key: 'topics', cell: ({ topics }) => topics.join(', ') },
		{ key: 'authors', cell: ({ authors }) => authors.join(', ') },
		{ key: 'delivered', kind: 'count', people: true, need: 'deliveries' },
		{ key: 'basis', cell: ({ basis }, { locale }) => m[`basis.${basis}`]({}, { locale }) },
		{ key: 'clickers', kind: 'count', people: true, need: 'clicks' },
		{ key: 'clicks', kind: 'count', need: 'clicks' },
		{ key: 'setAside', kind: 'count' },
		{ key: 'shared', kind: 'count' },
		{ key: 'rawRate', kind: 'rate', of: 'delivered', need: rateNeed },
		{
			key: 'expected',
			kind: 'decimal',
			text: ({ expected }, formats) => known(expected, formats.number)
		},
		...estimateColumns,
		estimateColumn,
		sureColumn,
		forestOf<Item>(() => 6),
		intervalColumn,
		rankColumn,
		{
			key: 'issueName',
			head: m['table.issue'],
			file: false,
			cell: ({ issue }, formats) => issueName(issue, formats),
			beside: ({ sentAt, section, title }, formats) =>
				[sentAt === null ? '' : formats.day(sentAt), section, title].filter(Boolean).join(' · ')
		},
		{ key: 'seen', head: m['table.seenExpected'], file: false, draw: { as: 'bar', of: seen } }
	],
	views: {
		page: [
			'title',
			'issue',
			'section',
			'position',
			'clickers',
			'clicks',
			'setAside',
			'delivered',
			'rawRate',
			'expected',
			'lift',
			'low',
			'high',
			'sure'
		],
		figure: ['rank', 'title', 'seen', 'clickers', 'forest', 'lift', 'interval', 'sure', 'rawRate'],
		/** without a model there is nothing to hold rates against */
		figureRaw: ['title', 'seen', 'clickers', 'delivered', 'rawRate'],
		/** totals tell no people from machines: ranks, and no lift */
		figureRanked: ['rank', 'title', 'seen', 'clickers', 'expected'],
		/** one item, each time that it was linked */
		figureRecord: [
			'issueName',
			'position',
			'clickers',
			'delivered',
			'rawRate',
			'expected',
			'forest',
			'lift',
			'interval',
			'sure'
		],
		figureRecordRaw: ['issueName', 'position', 'clickers', 'delivered', 'rawRate'],
		card: [
			'title',
			'issueName',
			'position',
			'forest',
			'clickers',
			'lift',
			'interval',
			'sure',
			'rawRate'
		],
		terminal: ['issue', 'position', 'title', 'section', 'clickers', 'rawRate', 'estimate'],
		paper: ['issue', 'position', 'title', 'clickers', 'expected', 'lift', 'low', 'high'],
		/** without a model there is nothing to hold rates against */
		paperRaw: ['issue', 'position', 'title', 'clickers', 'delivered', 'rawRate']
	}
});

/** What each position usually gets. */
export const positionTable = declare<PositionRow>()({
	name: 'positions',
	columns: [
		{ key: 'position', head: m['table.position'], kind: 'count' },
		{ key: 'n', head: m['table.items'], kind: 'count' },
		{ key: 'pages', kind: 'count', file: false },
		{ key: 'rate', head: m['table.clickRate'], kind: 'rate' },
		{ key: 'low', kind: 'rate' },
		{ key: 'high', kind: 'rate' }
	],
	views: { page: ['position', 'n', 'pages', 'rate', 'low', 'high'] }
});
