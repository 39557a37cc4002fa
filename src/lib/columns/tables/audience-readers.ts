import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import type { AudienceFigures } from '../../server/figures/audience/audience.ts';
import { declare, endsOf } from '../declare.ts';
import { answerWords } from './estimate.ts';

/** Who joined and left, month by month. */
export const monthTable = declare<AudienceFigures['months'][number]>()({
	name: 'audience-months',
	columns: [
		{ key: 'month', kind: 'month' },
		{ key: 'running', cell: ({ running }, formats) => answerWords(running, formats) },
		{ key: 'joined', kind: 'count', people: true },
		{ key: 'left', kind: 'count', people: true },
		{ key: 'net', kind: 'count' },
		{ key: 'there', kind: 'count', people: true },
		{ key: 'engaged', kind: 'count', people: true }
	],
	views: { paper: ['month', 'joined', 'left', 'net', 'there', 'engaged'] }
});

/** How many readers were engaged, by the end of each period. */
export const engagedTable = declare<AudienceFigures['engaged'][number]>()({
	name: 'audience-engaged',
	columns: [
		{
			key: 'period',
			kind: 'day',
			cell: ({ at }, formats) => formats.date(at)
		},
		{ key: 'engaged', kind: 'count', people: true },
		{ key: 'partial', cell: ({ partial }, formats) => answerWords(!partial, formats) }
	],
	views: {}
});

type ArrivalChannel = AudienceFigures['channels'][number] & {
	/** the last of its months is not over */
	running: boolean;
};

/** The rows of the table of channels. */
export function arrivalChannels({
	channels,
	months
}: Pick<AudienceFigures, 'channels' | 'months'>): ArrivalChannel[] {
	const running = months.at(-1)?.running ?? false;
	return channels.map((row) => ({ ...row, running }));
}

const keptEnds = endsOf(m['table.kept']);

/** By which channel readers came, and what became of them. */
export const arrivalChannelTable = declare<ArrivalChannel>()({
	name: 'audience-channels',
	columns: [
		{
			key: 'channel',
			cell: ({ channel }, { locale }) => channel ?? m['audience.channel.none']({}, { locale })
		},
		{ key: 'joined', kind: 'count', people: true },
		{ key: 'left', kind: 'count', people: true },
		{ key: 'there', kind: 'count', people: true },
		{ key: 'engaged', kind: 'count', people: true, cell: ({ engaged }) => engaged.readers },
		{ key: 'engagedShare', kind: 'share', of: 'there', cell: ({ engaged }) => engaged.share },
		{
			key: 'engagedLow',
			head: m['table.low'],
			kind: 'share',
			cell: ({ engaged }) => engaged.low
		},
		{
			key: 'engagedHigh',
			head: m['table.high'],
			kind: 'share',
			cell: ({ engaged }) => engaged.high
		},
		{ key: 'kept', kind: 'share', of: 'joined', cell: ({ kept }) => kept?.share ?? null },
		{
			key: 'keptLow',
			head: keptEnds.low,
			kind: 'share',
			cell: ({ kept }) => kept?.low ?? null
		},
		{
			key: 'keptHigh',
			head: keptEnds.high,
			kind: 'share',
			cell: ({ kept }) => kept?.high ?? null
		},
		{
			key: 'byMonth',
			head: m['table.byMonth'],
			file: false,
			draw: {
				as: 'line',
				of: ({ joinedByMonth, running }) => ({ values: joinedByMonth, open: running })
			}
		},
		{
			key: 'bar',
			head: m['table.bar'],
			file: false,
			draw: {
				as: 'bar',
				of: ({ engaged: { share, low, high } }) =>
					share === null ? null : { value: share, low, high }
			}
		},
		{
			key: 'keptRange',
			head: m['table.kept'],
			kind: 'share',
			file: false,
			cell: ({ kept }) => kept?.share ?? null,
			text: ({ kept }, formats) =>
				kept ? formats.share(kept.share) : m['mark.few']({}, { locale: formats.locale }),
			beside: ({ kept }, formats) =>
				kept ? formats.interval(kept.low, kept.high, formats.share) : ''
		}
	],
	views: {
		figure: ['channel', 'joined', 'byMonth', 'left', 'there', 'engagedShare', 'bar', 'keptRange'],
		/** those who left are not known */
		figureThere: ['channel', 'joined', 'byMonth', 'there', 'engagedShare', 'bar'],
		paper: [
			'channel',
			'joined',
			'left',
			'there',
			'engaged',
			'engagedShare',
			'engagedLow',
			'engagedHigh',
			'kept'
		]
	}
});

/** How engaged readers are. */
export const tierTable = declare<AudienceFigures['tiers'][number]>()({
	name: 'audience-tiers',
	columns: [
		{ key: 'tier', cell: ({ tier }, { locale }) => m[`tier.${tier}`]({}, { locale }) },
		{ key: 'readers', kind: 'count', people: true },
		{ key: 'share', kind: 'share', of: 'readers' },
		{ key: 'young', kind: 'count', people: true },
		{ key: 'opened', kind: 'count', people: true },
		{ key: 'proxied', kind: 'count', people: true },
		{
			key: 'bar',
			head: m['table.bar'],
			file: false,
			draw: { as: 'bar', of: ({ share }) => (share === null ? null : { value: share }) }
		}
	],
	views: { figure: ['tier', 'readers', 'share', 'bar', 'young', 'opened', 'proxied'] }
});

type CurvePoint = AudienceFigures['curves'][number]['points'][number] & { channel: string | null };

/** The share still there after so many months, of all and of each channel. */
export const curveTable = declare<CurvePoint>()({
	name: 'audience-curves',
	idle: ['window'],
	columns: [
		{
			key: 'channel',
			cell: ({ channel }, { locale }) => channel ?? m['audience.curves.all']({}, { locale })
		},
		{ key: 'after', kind: 'count' },
		{ key: 'atRisk', kind: 'count', people: true },
		{ key: 'share', head: m['table.keptShare'], kind: 'share', of: 'atRisk' },
		{ key: 'low', kind: 'share' },
		{ key: 'high', kind: 'share' }
	],
	views: {}
});

/** How engaged readers are, by how long they have been there. */
export const tenureTable = declare<AudienceFigures['tenure'][number]>()({
	name: 'audience-tenure',
	columns: [
		{ key: 'tenure', cell: ({ from, to }, formats) => tenureWords(from, to, formats) },
		{ key: 'readers', kind: 'count', people: true },
		{ key: 'engaged', kind: 'count', people: true },
		{ key: 'share', head: m['table.engagedShare'], kind: 'share', of: 'readers' },
		{ key: 'low', kind: 'share' },
		{ key: 'high', kind: 'share' },
		{
			key: 'bar',
			head: m['table.bar'],
			file: false,
			draw: {
				as: 'bar',
				of: ({ share, low, high }) => (share === null ? null : { value: share, low, high })
			}
		}
	],
	views: { figure: ['tenure', 'readers', 'share', 'bar'] }
});

function tenureWords(from: number, to: number | null, { locale }: Formats): string {
	if (to === null) return m['audience.tenure.from']({ from }, { locale });
	return from === 0
		? m['audience.tenure.under']({}, { locale })
		: m['audience.tenure.between']({ from, to }, { locale });
}

/** The points of all curves, one a row. */
export function curvePoints({ curves }: Pick<AudienceFigures, 'curves'>): CurvePoint[] {
	return curves.flatMap(({ channel, points }) => points.map((point) => ({ channel, ...point })));
}
