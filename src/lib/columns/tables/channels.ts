import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { returnWhy } from '#lib/messages/why-words.ts';
import type { ChannelRow } from '../../server/figures/money/channel-rows.ts';
import { declare, endsOf } from '../declare.ts';
import {
	activation,
	channelFigureColumns,
	channelFigureViews,
	costPerReaderNeed,
	matureNeed,
	shareWords
} from './channel-figure.ts';
import { answerWords } from './estimate.ts';
import { countedBeside, countedChangeColumns } from './row-change.ts';

/** A return with its interval, or why there is none, as a line has room for it. */
function returnWords(row: ChannelRow, formats: Formats): string {
	const { return: value, low, high, why } = row;
	if (value === null || why === 'noValue') return returnWhy(row, formats.locale) || '–';
	return low === null || high === null
		? formats.lift(value)
		: `${formats.lift(value)} (${formats.interval(low, high)})`;
}

function costWords(row: ChannelRow, formats: Formats): string | null {
	const { costPerEngagedLow: low, costPerEngagedHigh: high, currency } = row;
	if (low === null || high === null) return null;
	const money = (amount: number) => formats.money(amount, currency, { perUnit: true });
	return `${money(low)} – ${money(high)}`;
}

function paybackWords(
	{ paid, why, payback, valueToDate }: ChannelRow,
	{ locale }: Formats
): string {
	if (!paid || why === 'unrated' || valueToDate === null) return '–';
	return payback === null
		? m['channels.notYet']({}, { locale })
		: m['channels.months']({ n: payback }, { locale });
}

const costEnds = endsOf(m['table.costPerEngaged']);

/** What came on the days of the period: a month of joining is another time. */
const inPeriod = (key: 'value' | 'conversions') => (row: ChannelRow) =>
	row.cohort === null ? row[key] : null;

/** What came on the days of a month of joining. */
const inMonth = (key: 'value' | 'conversions') => (row: ChannelRow) =>
	row.cohort === null ? null : row[key];

const page = [
	'spend',
	'joined',
	'costPerReader',
	'activatedBy7',
	'activatedBy14',
	'activatedBy30',
	'maturity',
	'matureSpend',
	'engagement',
	'costPerEngaged',
	'costInterval',
	'costPerClick',
	'retention',
	'value',
	'valueToDate',
	'valueInWindow',
	'valueByRule',
	'valueLater',
	'buyers',
	'largestBuyer',
	'return',
	'low',
	'high',
	'why',
	'payback'
] as const;

const paper = [
	'spend',
	'joined',
	'joinedChange',
	'costPerReader',
	'costChange',
	'costPerEngaged',
	'return'
] as const;

/** What channels, campaigns and months of joining cost and brought: one line a row of the page. */
export const channelTable = declare<ChannelRow>()({
	name: 'channels',
	columns: [
		{ key: 'channel' },
		{ key: 'campaign', blank: '' },
		{ key: 'cohort', kind: 'month', blank: '' },
		{
			key: 'campaignOf',
			head: m['table.campaign'],
			file: false,
			cell: ({ campaign, channel }) => `${campaign} (${channel})`
		},
		{ key: 'paid', cell: ({ paid }, formats) => answerWords(paid, formats) },
		{ key: 'spend', kind: 'money', sum: true, need: 'spend' },
		{
			key: 'joined',
			kind: 'count',
			people: true,
			sum: true,
			beside: ({ joinedChange }, formats, head) => countedBeside(joinedChange, formats, head)
		},
		{ key: 'joinedSinceSpend', kind: 'count', people: true },
		{
			key: 'costPerReader',
			kind: 'money',
			need: costPerReaderNeed,
			beside: ({ costChange }, formats, head) => countedBeside(costChange, formats, head)
		},
		...activation,
		{ key: 'mature', cell: ({ mature }, formats) => answerWords(mature, formats) },
		{ key: 'matureCohorts', kind: 'count' },
		{ key: 'cohorts', kind: 'count' },
		{
			key: 'maturity',
			head: m['table.matureCohorts'],
			kind: 'count',
			file: false,
			cell: ({ matureCohorts }) => matureCohorts,
			text: ({ matureCohorts, cohorts }) => `${matureCohorts} / ${cohorts}`
		},
		{ key: 'matureSpend', kind: 'money' },
		{ key: 'matureJoined', kind: 'count', people: true },
		{ key: 'engaged', head: m['table.engagedInWindow'], kind: 'count', people: true },
		{
			key: 'engagement',
			kind: 'rate',
			of: 'matureJoined',
			file: false,
			cell: ({ engagement }) => engagement.rate,
			text: ({ engagement }, formats) => shareWords(engagement, formats)
		},
		{
			key: 'engagedRate',
			head: m['cli.head.engagement'],
			kind: 'rate',
			of: 'matureJoined',
			file: false,
			cell: ({ engagement }) => engagement.rate
		},
		{ key: 'costPerEngaged', kind: 'money', main: true, need: matureNeed },
		{ key: 'costPerEngagedLow', head: costEnds.low, kind: 'money' },
		{ key: 'costPerEngagedHigh', head: costEnds.high, kind: 'money' },
		{
			key: 'costInterval',
			head: m['table.interval'],
			kind: 'money',
			file: false,
			cell: ({ costPerEngagedLow }) => costPerEngagedLow,
			text: costWords
		},
		{ key: 'clicks', head: m['table.humanClicks'], kind: 'count', need: 'clicks' },
		{ key: 'costPerClick', kind: 'money' },
		{
			key: 'retention',
			kind: 'rate',
			of: 'matureJoined',
			cell: ({ retention }) => retention?.rate ?? null,
			text: ({ retention }, formats) => shareWords(retention, formats)
		},
		// what came on days is one thing, and what came by those who joined on them another
		{
			key: 'value',
			head: m['table.valueInPeriod'],
			kind: 'money',
			need: 'value',
			cell: inPeriod('value')
		},
		{ key: 'valueInMonth', kind: 'money', cell: inMonth('value') },
		{ key: 'valueToDate', kind: 'money' },
		{
			key: 'conversions',
			head: m['table.conversionsInPeriod'],
			kind: 'count',
			cell: inPeriod('conversions')
		},
		{ key: 'conversionsInMonth', kind: 'count', cell: inMonth('conversions') },
		{ key: 'valueInWindow', kind: 'money' },
		{ key: 'valueByRule', kind: 'money' },
		{ key: 'valueLater', kind: 'money' },
		{ key: 'buyers', kind: 'count', people: true },
		{ key: 'effectiveBuyers', kind: 'decimal' },
		{
			key: 'largestBuyer',
			kind: 'share',
			of: 'valueInWindow',
			text: ({ largestBuyer }, formats) =>
				largestBuyer === null ? null : formats.share(largestBuyer)
		},
		{ key: 'return', kind: 'ratio', main: true, need: matureNeed },
		{ key: 'low', kind: 'ratio', end: true },
		{ key: 'high', kind: 'ratio', end: true },
		{ key: 'low50', kind: 'ratio', end: true },
		{ key: 'high50', kind: 'ratio', end: true },
		{ key: 'above', head: m['table.chanceAbove1'], kind: 'share' },
		{ key: 'enough', cell: ({ enough }, formats) => answerWords(enough, formats) },
		{ key: 'why', blank: '', cell: (row, { locale }) => returnWhy(row, locale) || null },
		{ key: 'payback', kind: 'count', text: paybackWords },
		{ key: 'returned', head: m['cli.head.return'], file: false, cell: returnWords },
		...countedChangeColumns('joinedChange', m['table.joined'], { kind: 'count', people: true }),
		...countedChangeColumns('costChange', m['table.costPerReader'], { kind: 'money' }),
		...channelFigureColumns
	],
	views: {
		...channelFigureViews,
		page: ['channel', ...page],
		pageCampaigns: ['campaignOf', ...page],
		terminal: [
			'channel',
			'campaign',
			'cohort',
			'spend',
			'joined',
			'joinedChange',
			'costPerReader',
			'costChange',
			'engagedRate',
			'costPerEngaged',
			'valueToDate',
			'returned'
		],
		paper: ['channel', ...paper],
		paperCampaigns: ['channel', 'campaign', ...paper],
		paperCohorts: ['channel', 'cohort', ...paper]
	}
});
