import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import type { AudienceFigures } from '../../server/figures/audience/audience.ts';
import { countryName } from '#lib/messages/country-name.ts';
import { deviceName } from '#lib/messages/device-name.ts';
import { declare, endsOf } from '../declare.ts';
import { needUnlessKnown, rateNeed } from '../needs.ts';

/** The companies that most readers write from, without their names. */
export const companyTable = declare<AudienceFigures['companies']['largest'][number]>()({
	name: 'audience-companies',
	columns: [
		{ key: 'company', cell: ({ rank }, { locale }) => m['audience.company']({ rank }, { locale }) },
		{ key: 'readers', kind: 'count', people: true },
		{ key: 'share', kind: 'share', of: 'readers' },
		{ key: 'engaged', kind: 'count', people: true },
		{
			key: 'bar',
			head: m['table.bar'],
			file: false,
			draw: { as: 'bar', of: ({ share }) => ({ value: share }) }
		}
	],
	views: { figure: ['company', 'readers', 'share', 'bar', 'engaged'] }
});

/** So few leave that a rate is said of a thousand. */
function thousand(rate: number | null): number | null {
	return rate === null ? null : rate * 1000;
}

/** What is told of issues is of all their readers, engaged or not. */
const ofIssues = ['channel', 'window'] as const;

/** How many left with each issue. */
export const leavingTable = declare<AudienceFigures['issues'][number]>()({
	name: 'audience-issues',
	idle: ofIssues,
	columns: [
		{ key: 'number', kind: 'name' },
		{ key: 'title' },
		{ key: 'sentAt', head: m['table.sentUtc'], local: m['table.sent'], kind: 'instant' },
		{ key: 'delivered', kind: 'count', people: true, need: 'deliveries' },
		{ key: 'clickers', kind: 'count', people: true, need: 'clicks' },
		{ key: 'rate', head: m['table.clickRate'], kind: 'rate', of: 'delivered', need: rateNeed },
		{
			key: 'unsubscribed',
			kind: 'count',
			people: true,
			// who left is known all the same, by lists and events
			need: needUnlessKnown('unsubscribes', 'left')
		},
		{ key: 'left', kind: 'count', people: true },
		{ key: 'complained', kind: 'count', people: true },
		{ key: 'leavingPer', kind: 'decimal', of: 'delivered', cell: ({ share }) => thousand(share) },
		{ key: 'low', kind: 'decimal', cell: ({ low }) => thousand(low) },
		{ key: 'high', kind: 'decimal', cell: ({ high }) => thousand(high) },
		{
			key: 'issue',
			file: false,
			names: true,
			cell: ({ number, title }, formats) => (number === null ? title : formats.issue(number))
		},
		{
			key: 'bar',
			head: m['table.bar'],
			file: false,
			draw: {
				as: 'bar',
				of: ({ share, low, high, open }) =>
					share === null ? null : { value: share, low, high, hatched: open }
			}
		}
	],
	views: {
		figure: [
			'issue',
			'sentAt',
			'delivered',
			'rate',
			'unsubscribed',
			'left',
			'complained',
			'leavingPer',
			'bar'
		],
		card: ['issue', 'sentAt', 'rate', 'leavingPer', 'unsubscribed', 'bar']
	}
});

/** How many leave with and without a topic. */
export const topicLeavingTable = declare<AudienceFigures['topics'][number]>()({
	name: 'audience-topics',
	idle: ofIssues,
	columns: [
		{ key: 'topic' },
		{ key: 'with', kind: 'count', people: true },
		{ key: 'without', kind: 'count', people: true },
		{ key: 'leavingPer', kind: 'decimal', cell: ({ rate }) => thousand(rate) },
		{ key: 'difference', kind: 'decimal', cell: ({ change }) => thousand(change) },
		{ key: 'low', kind: 'decimal', cell: ({ low }) => thousand(low) },
		{ key: 'high', kind: 'decimal', cell: ({ high }) => thousand(high) }
	],
	views: { figure: ['topic', 'with', 'leavingPer', 'difference', 'low', 'high'] }
});

type TimeRow = AudienceFigures['times'][number];

function timeWords({ of, value }: TimeRow, wanted: TimeRow['of'], formats: Formats) {
	if (of !== wanted) return null;
	if (of === 'hour') return formats.clock(value);
	const { locale } = formats;
	return m[`weekday.${value as 1 | 2 | 3 | 4 | 5 | 6 | 7}`]({}, { locale });
}

const changeEnds = endsOf(m['table.difference']);

/** How issues did by the day and hour of sending. */
export const sendTimeTable = declare<TimeRow>()({
	name: 'audience-times',
	idle: ofIssues,
	columns: [
		{
			key: 'weekday',
			cell: (row, formats) => timeWords(row, 'weekday', formats),
			sortBy: ({ value }) => value
		},
		{
			key: 'sentHour',
			cell: (row, formats) => timeWords(row, 'hour', formats),
			sortBy: ({ value }) => value
		},
		{
			key: 'time',
			head: m['table.sentWhen'],
			file: false,
			cell: (row, formats) => timeWords(row, row.of, formats),
			// days in the order of the week, then hours in that of the day
			sortBy: ({ of, value }) => (of === 'weekday' ? value : 7 + value)
		},
		{ key: 'issues', kind: 'count' },
		{ key: 'rate', head: m['table.clickRate'], kind: 'rate' },
		{ key: 'low', kind: 'rate' },
		{ key: 'high', kind: 'rate' },
		{ key: 'difference', kind: 'points', cell: ({ change }) => change },
		{ key: 'changeLow', head: changeEnds.low, kind: 'points', end: true },
		{ key: 'changeHigh', head: changeEnds.high, kind: 'points', end: true },
		{
			key: 'bar',
			head: m['table.bar'],
			file: false,
			draw: {
				as: 'bar',
				of: ({ rate, low, high }) => (rate === null ? null : { value: rate, low, high })
			}
		}
	],
	views: { figure: ['time', 'issues', 'rate', 'bar'] }
});

/** What readers click and open with. */
export const deviceTable = declare<AudienceFigures['devices'][number]>()({
	name: 'audience-devices',
	idle: ofIssues,
	columns: [
		{ key: 'device', cell: ({ device }, { locale }) => deviceName(device, locale) },
		{ key: 'clickers', kind: 'count', people: true, need: 'clicks' },
		{ key: 'clicks', kind: 'count', need: 'clicks' },
		{ key: 'openers', head: m['table.openersHuman'], kind: 'count', people: true }
	],
	views: {}
});

/** Where readers are. */
export const countryTable = declare<AudienceFigures['countries'][number]>()({
	name: 'audience-countries',
	idle: ['window'],
	columns: [
		{ key: 'country', cell: ({ country }, { locale }) => countryName(country, locale) },
		{ key: 'readers', kind: 'count', people: true },
		{ key: 'clickers', kind: 'count', people: true, need: 'clicks' },
		{ key: 'openers', head: m['table.openersHuman'], kind: 'count', people: true }
	],
	views: {}
});
