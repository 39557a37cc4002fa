import { m } from '#lib/messages/compiled/messages.js';
import { known } from '#lib/messages/known.ts';
import type { OneCompanyRow } from '../../server/figures/content/one-company.ts';
import type {
	AffinityRow,
	OverlapRow,
	Tenure
} from '../../server/figures/content/topic-readers.ts';
import { declare } from '../declare.ts';
import { estimateColumns, liftWords, sureColumn } from './estimate.ts';

/** What each group of readers made of each topic. */
export const affinityTable = declare<AffinityRow>()({
	name: 'topic-readers',
	columns: [
		{
			key: 'group',
			cell: ({ by, group }, { locale }) =>
				by === 'tenure' ? m[`tenure.${group as Tenure}`]({}, { locale }) : group
		},
		{ key: 'topic' },
		{ key: 'readers', kind: 'count', people: true },
		{ key: 'clicked', head: m['table.itemsClicked'], kind: 'count' },
		{
			key: 'expected',
			head: m['table.usualForThem'],
			kind: 'decimal',
			text: ({ expected }, say) => known(expected, say.number)
		},
		...estimateColumns,
		sureColumn,
		{ key: 'ratio', kind: 'ratio', file: false, cell: ({ lift }) => lift }
	],
	views: {
		page: ['group', 'topic', 'readers', 'clicked', 'expected', 'ratio', 'low', 'high', 'sure']
	}
});

/** Which topics the same readers click. */
export const overlapTable = declare<OverlapRow>()({
	name: 'topic-overlaps',
	columns: [
		{ key: 'topic' },
		{ key: 'other', head: m['table.otherTopic'] },
		{ key: 'readers', head: m['table.readersOfFirst'], kind: 'count', people: true },
		{ key: 'otherReaders', head: m['table.readersOfSecond'], kind: 'count', people: true },
		{ key: 'both', kind: 'count' },
		...estimateColumns,
		sureColumn,
		{
			key: 'topics',
			file: false,
			cell: ({ topic, other }, { locale }) => m['readers.pair']({ topic, other }, { locale })
		},
		{ key: 'ratio', kind: 'ratio', file: false, cell: ({ lift }) => lift }
	],
	views: {
		page: ['topics', 'readers', 'otherReaders', 'both', 'ratio', 'low', 'high', 'sure']
	}
});

/** What a line of tastes is about: a group and a topic, a pair of topics, one company's readers. */
type Taste =
	| ({ what: 'affinity' } & AffinityRow)
	| ({ what: 'overlap' } & OverlapRow)
	| ({ what: 'oneCompany' } & OneCompanyRow);

/** All three, one below the other, as a terminal lists them. */
export const tasteTable = declare<Taste>()({
	name: 'tastes',
	columns: [
		{
			key: 'group',
			cell: (row, say) =>
				row.what === 'affinity'
					? row.group
					: row.what === 'overlap'
						? row.other
						: known(row.share, say.percent)
		},
		{ key: 'topic', cell: (row) => (row.what === 'oneCompany' ? row.name : row.topic) },
		{
			key: 'readers',
			kind: 'count',
			people: true,
			cell: (row) => (row.what === 'overlap' ? row.both : row.readers)
		},
		{
			key: 'ratio',
			head: m['cli.head.ratio'],
			cell: (row, say) => (row.what === 'oneCompany' ? '–' : liftWords(row, say))
		}
	],
	views: {}
});
