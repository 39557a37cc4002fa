// Long, because all that is told of channels is put together in one place.
import { amountShape } from '#lib/measure/stats/amount-shape.ts';
import { sumIntervals } from '#lib/measure/stats/sum-interval.ts';
import {
	sources,
	type Acquired,
	type AcquisitionSource,
	type ChannelCohort
} from '#lib/spend/cohorts.ts';
import { nameOfMonth } from '#lib/spend/months.ts';
import { broughtBy, earnedBefore } from '#lib/spend/brought.ts';
import { partOf } from '#lib/spend/spread.ts';
import { hasPeriod } from '#lib/filters/narrowing.ts';
import { readerActivity, isEarly, tally } from '#lib/spend/tally.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { endOfLocalDay } from '../../local-date.ts';
import { nameKey } from '#lib/name-key.ts';
import { daysIn } from '../audience/audience-span.ts';
import { derived } from '../archive.ts';
import { nothingCompared, otherDays, type Compared } from '../comparison.ts';
import { channelChanges } from './channel-changes.ts';
import { channelKeys, type ChannelKeys } from './channel-keys.ts';
import { sumsOf, type AttributedTo, type Sum } from './attribution.ts';
import { beside } from '../beside.ts';
import { channelRow, type ChannelRow } from './channel-rows.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { unratedSums, type Aside, type Unrated, type UnratedSum } from './money.ts';
import { moneyOfPeriod } from './period-days.ts';
import { openRevisions, type Revision } from './revisions.ts';
import { joinedBy, knowsJoining } from '../audience/movements.ts';
import { peopleKeys } from '../audience/people.ts';
import { readersOfPeriod } from '../audience/period-readers.ts';
import { countedFigure } from '../key-figures.ts';
import { firstSpent, knownOf, lastDay, seenDays } from './money-days.ts';
import { marginalOf, type Marginal } from './marginal.ts';
import { suppressedChannels } from './suppressed-rows.ts';
import { metersOf, type Meter } from './return-meters.ts';

/** Days within which a new reader's clicks and money count, unless the page says otherwise. */
export const usualWindow = 90;

export type ChannelFigures = {
	/** a row a channel: those that cost first, by spend */
	channels: ChannelRow[];
	campaigns: ChannelRow[];
	/** a row a channel and month of joining, and one a campaign and month */
	cohorts: ChannelRow[];
	/** all channels that cost, and all that do not; null where there is none */
	paid: ChannelRow | null;
	organic: ChannelRow | null;
	/** readers who joined in the period, by whichever channel or none; null where no signup is known */
	joined: number | null;
	/** the period lies outside all data, or there are none yet */
	noData: 'period' | 'ever' | null;
	/**
	 * whether any reader's signup is, any list or amount names a channel, and any spend and value are,
	 * whatever the period
	 */
	known: { readers: boolean; channels: boolean; spend: boolean; value: boolean };
	keyFigures: ChannelKeys;
	/** what the key figures are compared with */
	compared: Compared;
	/** the beginning of the first local day that spend is known of; null without any */
	spendSince: number | null;
	/** the last instant of the period, as far as there are data; null without any */
	periodEnd: number | null;
	/** its first and its last local day: that of the latest issues goes on until the data end; null without data */
	period: { from: string | null; to: string } | null;
	marginal: Marginal[];
	meters: Meter[];
	window: number;
	currency: string;
	aside: Aside & { noRate: UnratedSum[] };
	revisions: Revision[];
	attribution: Record<AttributedTo, Sum>;
	/**
	 * readers in no row: who joined in the period without a channel, those without an instant of joining,
	 * who came before any cost is known
	 */
	channelless: number;
	undated: number;
	before: number;
	/** value from before its reader joined: in no figure */
	valueBefore: number;
	/** the end of the last local day that decides what is mature; null where nothing tells of readers */
	asOf: number | null;
	/** the list has readers who left */
	seesLeavers: boolean;
	dataUpTo: number | null;
};

/** What each channel, campaign and month of joining cost and brought. */
export const channelFigures = beside('channels', makeChannelFigures);

async function makeChannelFigures(
	db: Db,
	publication: Publication,
	filters: Filters,
	now: number
): Promise<ChannelFigures> {
	const { days, ...figures } = await ofPeriod(db, publication, filters, now);
	const other = days
		? otherDays(days.period, days.known, filters, publication.zone)
		: { filters: null, compared: nothingCompared(filters) };
	const before = other.filters && (await ofPeriod(db, publication, other.filters, now));
	const people = await peopleKeys(db, publication, filters, now);
	const joined = people?.figures.joined ?? countedFigure(figures.joined, null, other.compared);
	return {
		...figures,
		// one that begins after all data has no days that could be told
		period: figures.noData === 'period' || !days ? null : days.period,
		...channelChanges(figures, before, other.compared, joined),
		keyFigures: channelKeys(figures, before, joined, other.compared),
		compared: other.compared
	};
}

/** Figures of a period as they are by themselves, with its local days; null without any data. */
type OfPeriod = Omit<ChannelFigures, 'keyFigures' | 'compared' | 'period'> & {
	days: ReturnType<typeof daysIn> | null;
};

function ofPeriod(
	db: Db,
	publication: Publication,
	filters: Filters,
	now: number
): Promise<OfPeriod> {
	const { from, to, last, window } = filters;
	const { channel } = readersOfPeriod(publication, filters);
	const key = channel && nameKey(channel);
	const name = `channels ${JSON.stringify([from, to, last, key, window])}`;
	return derived(db, publication, name, () =>
		makeFigures(db, publication, { ...filters, channel }, now)
	);
}

// eslint-disable-next-line max-lines-per-function -- one figure put together: each of its fields is made in one place
async function makeFigures(
	db: Db,
	publication: Publication,
	filters: Filters,
	now: number
): Promise<OfPeriod> {
	const window = filters.window ?? usualWindow;
	const reckoned = await moneyOfPeriod(db, publication, filters, now);
	const { audience, money, attribution, dated, span, period, whole, leftUntil } = reckoned;
	const { readers, clicked, channels, campaigns, seesLeavers } = audience;
	const asOf = lastDay(audience, attribution, span, now, publication.zone);
	const known = { readers: knowsJoining(dated.readers), ...knownOf(channels, attribution) };

	const knowsClicks = audience.clicksFrom !== null;
	const seen = seenDays(audience, asOf, leftUntil, publication.zone);
	const activity = readerActivity(readers, clicked, attribution.earned, window);
	const { spending, ruled } = attribution;
	// what is planned has brought nothing yet
	const every = sources({ readers, spending, ruled, ...period });
	const tallyOf = (cohorts: readonly ChannelCohort[]) =>
		tally(cohorts, readers, activity, window, seen);
	const isThere = ({ cohorts, before }: AcquisitionSource) => cohorts.length + before > 0;
	// amounts are alike from channel to channel: all of them tell how unequal they are
	const isChannel = (source: AcquisitionSource) => source.campaign < 0 && isThere(source);
	const wholeSources = every.filter(isChannel);
	const wanted = filters.channel === null ? null : channels.find(filters.channel);
	const isAsked = (source: AcquisitionSource) => wanted === null || source.channel === wanted;
	const wholes = wholeSources.filter(isAsked);
	const amounts = new Map(wholeSources.map((source) => [source, tallyOf(source.cohorts).amounts]));
	const intervalOf = sumIntervals(amountShape([...amounts.values()]));
	const brought = broughtBy(readers, attribution.earned, attribution.ruled);
	// what no row holds is told of the period, if one is asked for
	const days = hasPeriod(filters)
		? { first: period.from, last: period.to }
		: { first: -Infinity, last: Infinity };
	const earnedBy = (channel: number | null) =>
		attribution.earned.filter(
			({ reader }) => channel === null || readers.channel[reader] === channel
		);
	const beside = (source: AcquisitionSource) => ({
		before: source.before,
		...brought(source, period.from, period.to)
	});
	const rowOf = (
		source: Pick<AcquisitionSource, 'channel' | 'campaign' | 'paid'>,
		cohorts: readonly ChannelCohort[],
		month: number | null,
		more: ReturnType<typeof beside>
	): ChannelRow =>
		channelRow(
			{
				channel: channels.names[source.channel] ?? '',
				campaign: source.campaign < 0 ? null : (campaigns.names[source.campaign] ?? ''),
				cohort: month === null ? null : nameOfMonth(month),
				paid: source.paid,
				currency: publication.currency,
				window,
				early: month !== null && isEarly(cohorts[0]!, seen)
			},
			tallyOf(cohorts),
			more,
			intervalOf,
			{ ...known, leavers: seesLeavers }
		);
	const together = (paid: boolean): ChannelRow | null => {
		const own = wholeSources.filter((source) => source.paid === paid);
		const all = { channel: -1, campaign: -1, paid };
		const sums = own.map(beside);
		const sum = (pick: (one: (typeof sums)[number]) => number) =>
			sums.reduce((total, one) => total + pick(one), 0);
		return own.length
			? rowOf(
					all,
					own.flatMap((source) => source.cohorts),
					null,
					{
						before: sum(({ before }) => before),
						value: sum(({ value }) => value),
						conversions: sum(({ conversions }) => conversions)
					}
				)
			: null;
	};

	// where no list names a campaign, nobody can be said to have come by one
	const namesCampaigns =
		readers.campaign.some((place) => place >= 0) ||
		attribution.ruled.some(({ campaign }) => campaign >= 0);
	const parts = every.filter((source) => namesCampaigns && source.campaign >= 0 && isThere(source));
	const ofMonths = (source: AcquisitionSource) =>
		source.cohorts.map((cohort) =>
			rowOf(source, [cohort], cohort.month, {
				before: 0,
				...brought(source, cohort.first, cohort.last)
			})
		);
	const wholeRow = (one: AcquisitionSource) => rowOf(one, one.cohorts, null, beside(one));
	const shown = suppressedChannels({
		channels: wholeSources.map(wholeRow),
		campaigns: parts.map(wholeRow),
		cohorts: [...wholeSources, ...parts].flatMap(ofMonths),
		paid: together(true),
		organic: together(false),
		wanted: wanted === null ? null : (channels.names[wanted] ?? ''),
		knowsClicks
	});
	return {
		...shown,
		joined: span ? joinedBy(dated.readers, span, filters.channel) : null,
		noData: wholes.length > 0 ? null : span?.outside ? 'period' : span ? null : 'ever',
		known,
		periodEnd: span?.asOf ?? null,
		days: span && daysIn(span, publication.zone),
		spendSince: firstSpent(spending, publication.zone),
		marginal: wholes
			.flatMap((source) => marginalOf(source, channels.names, asOf))
			.sort((a, b) => (a.channel < b.channel ? -1 : 1)),
		meters: await metersOf(db, publication, {
			paid: shown.paid,
			amounts: wholes.flatMap((source) => (source.paid ? amounts.get(source)! : [])),
			audience,
			attribution,
			money,
			window,
			activity,
			sources: sources({ readers, spending, ruled, ...whole }).filter(isChannel)
		}),
		window,
		currency: publication.currency,
		aside: { ...money.aside, noRate: unratedSums(unratedOn(money.unrated, days, filters.channel)) },
		revisions: await openRevisions(db, publication),
		attribution: sumsOf(attribution, days.first, days.last),
		channelless: channellessOf(readers, period),
		undated: audience.undated,
		before: wholes.reduce((sum, { before }) => sum + before, 0),
		valueBefore: earnedBefore(readers.joined, earnedBy(wanted), days.first, days.last),
		dataUpTo: knowsClicks ? dated.dataUpTo : null,
		asOf: asOf === null ? null : endOfLocalDay(asOf, publication.zone),
		seesLeavers
	};
}

/** Readers who joined in a period by no channel that is known: a stay each. */
function channellessOf(
	{ length, joined, channel }: Acquired,
	{ from, to, joinedTo }: { from: number; to: number; joinedTo: number }
): number {
	let n = 0;
	for (let i = 0; i < length; i++) {
		const day = joined[i]!;
		if (channel[i]! < 0 && day >= from && day <= Math.min(to, joinedTo)) n++;
	}
	return n;
}

/** What of amounts without a rate falls on some days, of a channel or of none that is known. */
function unratedOn(
	rows: readonly Unrated[],
	{ first, last }: { first: number; last: number },
	channel: string | null
): Unrated[] {
	const isOf = (row: Unrated) =>
		channel === null || row.channel === null || nameKey(row.channel) === nameKey(channel);
	return rows
		.filter((row) => isOf(row) && row.to >= first && row.from <= last)
		.map((row) => ({ ...row, amount: partOf(row, first, last) }));
}
