import { asLift } from '#lib/findings/channels.ts';
import { certainty } from '#lib/findings/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { Formats } from '#lib/messages/format.ts';
import { returnWhy } from '#lib/messages/why-words.ts';
import type { ChannelRow, Rate } from '../../server/figures/money/channel-rows.ts';
import { needUnlessKnown, quotientNeed } from '../needs.ts';

/** What the cost of a reader takes: spend, and who joined. */
export const costPerReaderNeed = quotientNeed({
	of: ['spend'],
	need: 'spend',
	by: 'joined',
	needBy: 'readers'
});

/** Of what waits for months to be as old as the window: where spend is known, each row says what it waits for. */
export const matureNeed = needUnlessKnown('mature', 'spend');

/** A share with its interval and what it is of. */
export function shareWords(part: Rate | null | undefined, formats: Formats): string {
	if (!part || part.rate === null || part.n === null) return '–';
	return m['channels.share'](
		{
			rate: formats.percent(part.rate),
			interval: formats.interval(part.low!, part.high!, formats.percent),
			n: formats.number(part.n),
			of: formats.number(part.of)
		},
		{ locale: formats.locale }
	);
}

/** The share of readers who had clicked by the end of so many days. */
export const activation = ([7, 14, 30] as const).map((day, i) => ({
	key: `activatedBy${day}` as const,
	head: (_: object, { locale }: Formats) => m['table.activatedBy']({ day }, { locale }),
	kind: 'rate' as const,
	of: 'joined',
	cell: (row: ChannelRow) => row.activation[i]?.rate ?? null,
	text: (row: ChannelRow, formats: Formats) => shareWords(row.activation[i], formats)
}));

/** What a figure of channels shows beside what their files hold: drawn, or shorter. */
export const channelFigureColumns = [
	{
		key: 'rate',
		head: m['table.engagement'],
		kind: 'rate',
		file: false,
		cell: ({ engagement }: ChannelRow) => engagement.rate
	},
	{
		key: 'forest',
		head: m['table.forest'],
		file: false,
		one: m['chart.moneyBack'],
		draw: {
			as: 'forest',
			of: (row: ChannelRow) =>
				row.enough ? { estimate: asLift(row), n: row.buyers ?? undefined } : null
		}
	},
	{
		key: 'interval',
		kind: 'ratio',
		file: false,
		cell: ({ low }: ChannelRow) => low,
		text: ({ low, high }: ChannelRow, formats: Formats) =>
			low === null || high === null ? '' : formats.interval(low, high)
	},
	{
		key: 'sure',
		file: false,
		blank: '',
		cell: ({ enough }: ChannelRow) => (enough ? '' : null),
		text: (row: ChannelRow, { locale }: Formats) => (row.enough ? null : returnWhy(row, locale)),
		mark: (row: ChannelRow) => (row.enough ? certainty(asLift(row)) : null)
	},
	{
		key: 'month',
		file: false,
		names: true,
		cell: ({ cohort }: ChannelRow) => cohort,
		text: ({ cohort }: ChannelRow, formats: Formats) =>
			cohort === null ? '' : formats.monthOf(cohort),
		// of a month in which nobody is known to have joined there is nothing to wait for
		beside: ({ mature, early, joined }: ChannelRow, { locale }: Formats) =>
			mature || joined === null
				? ''
				: m[early ? 'channels.early' : 'channels.young']({}, { locale })
	},
	...activation.map(({ key, head, kind, of, cell }) => ({
		key: `${key}Rate`,
		head,
		kind,
		of,
		cell,
		file: false as const
	})),
	{
		key: 'retained',
		head: m['table.retention'],
		kind: 'rate',
		file: false,
		cell: ({ retention }: ChannelRow) => retention?.rate ?? null
	}
] as const;

const amounts = ['spend', 'joined', 'costPerReader', 'rate', 'costPerEngaged'] as const;
const returned = ['forest', 'return', 'interval', 'sure'] as const;
/** Where too few bought for an interval of any, there is nothing to draw. */
const unjudged = ['return', 'sure'] as const;

/** The views of figures; where nobody paid for any, nothing could come back. */
export const channelFigureViews = {
	figure: ['channel', ...amounts, ...returned],
	figureUnjudged: ['channel', ...amounts, ...unjudged],
	figureOrganic: ['channel', ...amounts],
	figureCampaigns: ['campaignOf', ...amounts, ...returned],
	figureCampaignsUnjudged: ['campaignOf', ...amounts, ...unjudged],
	figureCampaignsOrganic: ['campaignOf', ...amounts],
	figureCohorts: [
		'month',
		'spend',
		'joined',
		'costPerReader',
		'activatedBy7Rate',
		'activatedBy14Rate',
		'activatedBy30Rate',
		'rate',
		'costPerEngaged',
		'retained',
		'valueToDate',
		'return',
		'payback'
	],
	/** who was active by which day is for those who have the room, or choose it */
	card: [
		'channel',
		'campaignOf',
		'month',
		...amounts,
		...returned,
		'retained',
		'valueToDate',
		'payback'
	]
} as const;

/** Whether any return has an interval: without one there is nothing to draw, and no scale. */
export const isJudged = (rows: readonly Pick<ChannelRow, 'enough'>[]) =>
	rows.some(({ enough }) => enough);

type Drawn = readonly Pick<ChannelRow, 'paid' | 'enough'>[];

const isPaid = (rows: Drawn) => rows.some(({ paid }) => paid);

/** The view of a figure that rows fill: no return where nobody paid for any, none drawn where none is judged. */
export function viewOf<Figure extends 'figure' | 'figureCampaigns'>(figure: Figure, rows: Drawn) {
	if (!isPaid(rows)) return `${figure}Organic` as const;
	return isJudged(rows) ? figure : (`${figure}Unjudged` as const);
}

/** What a figure of channels or campaigns is called: of returns where anybody paid for any. */
export function returnTitle(
	of: 'channels' | 'campaigns',
	rows: Drawn,
	options: { locale?: Locale } = {}
): string {
	if (of === 'campaigns')
		return m[isPaid(rows) ? 'channels.campaigns' : 'channels.campaigns.unpaid']({}, options);
	return m[isPaid(rows) ? 'channels.return' : 'channels.unpaid']({}, options);
}

/** What returns within a window of days are; of a scale and an interval only where they are drawn. */
export function returnSub(rows: Drawn, window: number, options: { locale?: Locale } = {}): string {
	if (!isPaid(rows)) return m['channels.unpaid.sub']({}, options);
	const words = isJudged(rows) ? m['channels.return.sub'] : m['channels.return.sub.unjudged'];
	return words({ n: window }, options);
}
