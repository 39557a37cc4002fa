import { m } from '#lib/messages/compiled/messages.js';
import { known } from '#lib/messages/known.ts';
import type { Owed } from '../../server/forecast/next-sponsors.ts';
import type { NextTopic } from '../../server/forecast/next-topics.ts';
import type { Repeated } from '../../server/forecast/repeated-stories.ts';
import type { DrawnRange } from '../drawing.ts';
import { declare } from '../declare.ts';
import { liftColumns } from './estimate.ts';

/** What one more item on a topic would get, in the terms of an estimate. */
function oneMore(row: NextTopic) {
	return {
		...row,
		lift: row.next,
		low: row.nextLow,
		high: row.nextHigh,
		low50: row.nextLow50,
		high50: row.nextHigh50,
		above: row.nextAbove,
		enough: row.next !== null
	};
}

/** What the coming issue should hold, topic by topic. */
export const nextTopicTable = declare<NextTopic>()({
	name: 'next-topics',
	columns: [
		{ key: 'topic' },
		{
			key: 'advice',
			head: m['next.head.advice'],
			blank: '',
			cell: ({ suggested, covered }, { locale }) => {
				if (suggested) return m['next.suggested']({}, { locale });
				return covered && m[`next.${covered}`]({}, { locale });
			}
		},
		{
			key: 'forest',
			head: m['table.forest'],
			file: false,
			draw: { as: 'forest', of: (row) => ({ estimate: oneMore(row), n: row.items }) }
		},
		{ key: 'next', head: m['next.head.next'], kind: 'ratio', main: true },
		{
			key: 'interval',
			kind: 'ratio',
			cell: ({ nextLow }) => nextLow,
			text: ({ nextLow: low, nextHigh: high }, formats) =>
				low === null || high === null ? '' : formats.interval(low, high)
		},
		{ key: 'recent', head: m['next.head.recent'], kind: 'count' },
		{
			key: 'usual',
			head: m['next.head.usual'],
			kind: 'decimal',
			text: ({ usual }, formats) => known(usual, formats.tenths)
		},
		{
			key: 'last',
			head: m['next.head.last'],
			kind: 'name',
			cell: ({ last }) => last?.issue ?? null
		}
	],
	views: {
		figure: ['topic', 'advice', 'forest', 'next', 'interval', 'recent', 'usual', 'last'],
		card: ['topic', 'advice', 'forest', 'next', 'interval', 'last']
	}
});

/** A position with what an item gets there, on average or as a forecast. */
export type PositionTableRow = {
	position: number;
	/** what else is said of it */
	note: string;
	expected: number | null;
	low: number | null;
	high: number | null;
};

type Head = (values: object, options: object) => string;

/**
 * Positions with what items get there.
 *
 * @param note heads what else is said of them
 * @param of what the number is: an average of the past, or a forecast
 */
export function nextPositionTable(note: Head, of: 'average' | 'forecast') {
	return declare<PositionTableRow>()({
		name: 'next-positions',
		columns: [
			{ key: 'position', head: m['drafts.head.position'], kind: 'name' },
			{ key: 'note', head: note },
			{
				key: 'expected',
				head: of === 'average' ? m['next.head.average'] : m['drafts.head.expected'],
				kind: 'decimal',
				main: true,
				text: ({ expected }, formats) => known(expected, formats.whole)
			},
			{
				key: 'interval',
				head: m['drafts.head.interval90'],
				kind: 'decimal',
				cell: ({ low }) => low,
				text: ({ low, high }, formats) =>
					low === null || high === null ? '' : formats.interval(low, high, formats.whole)
			},
			{
				key: 'range',
				head: m['table.range'],
				file: false,
				draw: {
					as: 'range',
					of: ({ expected, low, high }) => ({
						range: { expected, low, high, low50: low, high50: low }
					})
				}
			}
		],
		views: {
			figure: ['position', 'note', 'expected', 'interval', 'range'],
			/** in a narrow column of the page */
			aside: ['position', 'note', 'expected', 'interval']
		}
	});
}

/** What sponsors were promised and have not got. */
export const owedTable = declare<Owed>()({
	name: 'next-owed',
	columns: [
		{ key: 'sponsor' },
		{ key: 'guaranteed', head: m['next.head.guaranteed'], kind: 'count', sum: true },
		{ key: 'clicks', head: m['next.head.got'], kind: 'count', sum: true, need: 'clicks' },
		{ key: 'owed', head: m['next.head.owed'], kind: 'count', sum: true, main: true }
	],
	views: {}
});

/** Stories that came again of late. */
export const repeatedTable = declare<Repeated>()({
	name: 'next-again',
	columns: [
		{ key: 'title', head: m['table.item'] },
		{ key: 'issue', kind: 'name' },
		{
			key: 'before',
			head: m['next.head.before'],
			kind: 'name',
			cell: ({ before }) => before.join(', ')
		},
		{ key: 'clickers', kind: 'count', people: true, need: 'clicks' },
		...liftColumns
	],
	views: { figure: ['title', 'issue', 'before', 'clickers', 'lift'] }
});

/** One forecast of a whole issue. */
export type ForecastTableRow = {
	key: number;
	name: string;
	/** where its name leads; null for nowhere */
	href: string | null;
	/** UTC milliseconds: made, or sent */
	day: number | null;
	note: string;
	total: DrawnRange;
	came: number | null;
	naive: number | null;
};

/** Forecasts of whole issues, beside what came. */
export const forecastTable = declare<ForecastTableRow>()({
	name: 'forecasts',
	columns: [
		{ key: 'name', head: m['table.issue'], beside: ({ note }) => note },
		{ key: 'day', head: m['drafts.head.day'], kind: 'instant' },
		{
			key: 'expected',
			head: m['drafts.head.expected'],
			kind: 'decimal',
			cell: ({ total }) => total.expected,
			text: ({ total }, formats) => known(total.expected, formats.whole)
		},
		{
			key: 'interval',
			head: m['drafts.head.interval90'],
			kind: 'decimal',
			cell: ({ total }) => total.low,
			text: ({ total: { low, high } }, formats) =>
				low === null || high === null ? '' : formats.interval(low, high, formats.number)
		},
		{
			key: 'came',
			head: m['drafts.head.came'],
			kind: 'count',
			main: true,
			text: ({ came }, formats) => known(came, formats.whole)
		},
		{
			key: 'naive',
			head: m['drafts.head.last'],
			kind: 'decimal',
			text: ({ naive }, formats) => known(naive, formats.whole)
		},
		{
			key: 'range',
			head: m['table.range'],
			file: false,
			draw: { as: 'range', of: ({ total, came, naive }) => ({ range: total, came, last: naive }) }
		}
	],
	views: {
		figure: ['name', 'day', 'expected', 'interval', 'came', 'naive', 'range'],
		card: ['name', 'day', 'expected', 'came', 'range']
	}
});
