import { m } from '#lib/messages/compiled/messages.js';
import { known } from '#lib/messages/known.ts';
import type { OneCompanyRow } from '../../server/figures/content/one-company.ts';
import type {
	AffinityRow,
	OverlapRow,
	Tenure
} from '../../server/figures/content/topic-readers.ts';
import { declare } from '../declare.ts';
import { certainty } from '#lib/findings/certainty.ts';
import type { Formats } from '#lib/messages/format.ts';
import { estimateColumns, forestOf, intervalColumn, liftWords, sureColumn } from './estimate.ts';

/** What each group of readers made of each topic. */
export const affinityTable = declare<AffinityRow>()({
	name: 'topic-readers',
	columns: [
		{
			key: 'group',
			cell: groupWords
		},
		{ key: 'topic' },
		{ key: 'readers', kind: 'count', people: true },
		{ key: 'clicked', head: m['table.itemsClicked'], kind: 'count' },
		{
			key: 'expected',
			head: m['table.usualForThem'],
			kind: 'decimal',
			text: ({ expected }, formats) => known(expected, formats.number)
		},
		...estimateColumns,
		intervalColumn,
		sureColumn,
		{ key: 'ratio', kind: 'ratio', main: true, file: false, cell: ({ lift }) => lift }
	],
	views: {
		/** of one topic, in the narrow column of its own page */
		figureOfTopic: ['group', 'readers', 'clicked', 'ratio', 'interval', 'sure'],
		page: ['group', 'topic', 'readers', 'clicked', 'expected', 'ratio', 'low', 'high', 'sure']
	}
});

/** A topic with its cells by group, and how far the one furthest from average is from it, as a log ratio. */
type HeatRow = { id: number; topic: string; cells: Map<string, AffinityRow>; off: number };

/** The rows of a heat map: what one group clicks most differently comes first. */
export function affinityHeatRows(rows: readonly AffinityRow[]): HeatRow[] {
	const byTopic = new Map<number, HeatRow>();
	for (const row of rows) {
		const own = byTopic.get(row.topicId) ?? {
			id: row.topicId,
			topic: row.topic,
			cells: new Map(),
			off: 0
		};
		own.cells.set(row.group, row);
		own.off = Math.max(own.off, Math.abs(Math.log(row.lift ?? 1)));
		byTopic.set(row.topicId, own);
	}
	return [...byTopic.values()].sort((a, b) => b.off - a.off);
}

function groupWords({ by, group }: AffinityRow, { locale }: Formats): string {
	return by === 'tenure' ? m[`tenure.${group as Tenure}`]({}, { locale }) : group;
}

/** What a cell of the heat map rests on, in a sentence. */
function cellTitle(row: AffinityRow, formats: Formats): string {
	const options = { locale: formats.locale };
	if (row.lift === null)
		return row.why === 'fewExpected'
			? m['why.fewExpected']({}, options)
			: m['why.fewReaders']({}, options);
	return m['readers.cell'](
		{
			group: groupWords(row, formats),
			topic: row.topic,
			clicked: formats.number(row.clicked!),
			expected: formats.number(row.expected!),
			readers: formats.number(row.readers!),
			interval: formats.between(row.low!, row.high!)
		},
		options
	);
}

/** Groups beside each other, a line a topic: coloured where the difference is clear. */
export function affinityHeatTable(rows: readonly AffinityRow[]) {
	const groups = [...new Map(rows.map((row) => [row.group, row])).values()];
	return declare<HeatRow>()({
		name: 'topic-reader-heat',
		columns: [
			{ key: 'topic' },
			...groups.map((one) => ({
				key: `of ${one.group}`,
				head: (_: object, formats: Formats) => groupWords(one, formats),
				kind: 'ratio' as const,
				cell: ({ cells }: HeatRow) => cells.get(one.group)?.lift ?? null,
				title({ cells }: HeatRow, formats: Formats) {
					const row = cells.get(one.group);
					return row ? cellTitle(row, formats) : '';
				},
				heat({ cells }: HeatRow) {
					const row = cells.get(one.group);
					const verdict = row && certainty(row);
					return verdict?.certainty === 'clear' && verdict.side
						? { side: verdict.side, level: 22 }
						: null;
				}
			}))
		],
		views: {}
	});
}

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
		forestOf<OverlapRow>(() => 6),
		{ key: 'ratio', kind: 'ratio', file: false, main: true, cell: ({ lift }) => lift }
	],
	views: {
		figure: ['topics', 'both', 'forest', 'ratio', 'sure'],
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
			cell: (row, formats) =>
				row.what === 'affinity'
					? groupWords(row, formats)
					: row.what === 'overlap'
						? row.other
						: known(row.share, formats.percent)
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
			cell: (row, formats) => (row.what === 'oneCompany' ? '–' : liftWords(row, formats))
		}
	],
	views: {}
});
