import type { Earned, Flow, Spending } from '#lib/spend/cohorts.ts';
import { partOf, type Flat } from '#lib/spend/spread.ts';
import type { AcquiredAudience } from './acquired.ts';
import type { Brought, PublicationMoney } from './money.ts';

/** How many rows, and what they sum up to in minor units. */
export type Sum = { n: number; amount: number };

/** Where value was found to belong. */
export type Attribution = {
	earned: Earned[];
	/** by rule: the channel or campaign that the row names */
	ruled: (Flow & { conversions: number })[];
	spending: Spending[];
	/** of items: by their page, title or issue */
	items: Brought[];
	/** of every amount of value, what it was found to belong to */
	found: (Flat & { as: AttributedTo })[];
};

/**
 * `reader`: to the channel of the reader who brought it. `channel`: to the channel or campaign it
 * names. `item`: to the page, item or issue it names. The others are in no channel's figures: of a reader
 * whom no list knows, or whose instant of joining none does, or whose channel; of nothing that is known.
 */
export const attributions = [
	'reader',
	'channel',
	'item',
	'unknownReader',
	'undatedReader',
	'noChannel',
	'nowhere'
] as const;
export type AttributedTo = (typeof attributions)[number];

/** Finds for every amount the channel it is spent on, or what brought it. Names of channels are learnt on the way. */
export function attribute(
	{ spent, brought }: PublicationMoney,
	audience: AcquiredAudience
): Attribution {
	const { channels, campaigns, readers, rowOn } = audience;
	const earned: Earned[] = [];
	const ruled: Attribution['ruled'] = [];
	const items: Brought[] = [];

	const byCampaign = channelsOfCampaigns(audience);
	const spending = spent.map(({ channel, campaign, amount, from, to, unrated }): Spending => {
		const place = campaign === null ? -1 : campaigns.of(campaign);
		// spend that names its campaign alone is of the channel by which that campaign's readers came
		const own = channel === '' ? byCampaign.get(place) : channels.of(channel);
		const attributed = own ?? channels.of(campaign ?? '');
		if (place >= 0 && !byCampaign.has(place)) byCampaign.set(place, attributed);
		return { amount, from, to, unrated, channel: attributed, campaign: place };
	});

	const found = brought.map((row) => {
		const { amount, from, to } = row;
		return { as: place(row), amount, from, to };
	});
	return { earned, ruled, spending, items, found };

	function place(row: Brought): AttributedTo {
		const { amount, from, to, conversions, refunded } = row;
		const reader = row.readerId === null ? undefined : rowOn(row.readerId, from);
		if (reader !== undefined && !Number.isNaN(readers.joined[reader]!)) {
			if (readers.channel[reader]! < 0) return 'noChannel';
			earned.push({ reader, day: from, amount, conversions, refunded });
			return 'reader';
		}
		const campaign = row.campaign === null ? -1 : campaigns.find(row.campaign);
		const channel = row.channel === null ? byCampaign.get(campaign) : channels.of(row.channel);
		if (channel !== undefined) {
			ruled.push({ amount, from, to, conversions, channel, campaign });
			return 'channel';
		}
		if (reader !== undefined) return 'undatedReader';
		if (row.readerId !== null) return 'unknownReader';
		if (row.urlId === null && row.issue === null && row.item === null) return 'nowhere';
		items.push(row);
		return 'item';
	}
}

/** How many amounts of value belong to what, and what of them falls on some days, both ends counted. */
export function sumsOf(
	{ found }: Pick<Attribution, 'found'>,
	first = -Infinity,
	last = Infinity
): Record<AttributedTo, Sum> {
	const sums = Object.fromEntries(attributions.map((to) => [to, { n: 0, amount: 0 }])) as Record<
		AttributedTo,
		Sum
	>;
	for (const row of found) {
		if (row.to < first || row.from > last) continue;
		sums[row.as].n++;
		sums[row.as].amount += partOf(row, first, last);
	}
	return sums;
}

/** By campaign the channel of most of its readers. */
function channelsOfCampaigns({ readers }: AcquiredAudience): Map<number, number> {
	const counts = new Map<number, Map<number, number>>();
	for (let i = 0; i < readers.length; i++) {
		const [campaign, channel] = [readers.campaign[i]!, readers.channel[i]!];
		if (campaign < 0 || channel < 0) continue;
		const own = counts.get(campaign) ?? new Map<number, number>();
		counts.set(campaign, own.set(channel, (own.get(channel) ?? 0) + 1));
	}
	return new Map(
		[...counts].map(([campaign, own]) => [campaign, [...own].sort((a, b) => b[1] - a[1])[0]![0]])
	);
}
