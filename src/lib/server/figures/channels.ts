import { amountShape } from '#lib/measure/amount-shape.ts';
import { sumIntervals } from '#lib/measure/sum-interval.ts';
import { sources, type Cohort, type Source } from '#lib/spend/cohorts.ts';
import { daysOfMonth, monthOfDay, nameOfMonth } from '#lib/spend/months.ts';
import { dayNumber } from '#lib/spend/spread.ts';
import { deedsOf, isEarly, tally } from '#lib/spend/tally.ts';
import type { Db } from '../store/open.ts';
import type { Publication } from '../store/publications.ts';
import { localDate } from '../local-date.ts';
import { audienceOf, type Audience } from './acquired.ts';
import { archiveOf, derived, issuesIn } from './archive.ts';
import { attribute, type AttributedTo, type Attribution, type Sum } from './attribution.ts';
import { channelRow, type ChannelRow } from './channel-rows.ts';
import type { Filters } from './filters.ts';
import { moneyOf, type Aside } from './money.ts';
import { marginalOf, type Marginal } from './marginal.ts';
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
	marginal: Marginal[];
	meters: Meter[];
	window: number;
	currency: string;
	aside: Aside;
	attribution: Record<AttributedTo, Sum>;
	/** readers in no row: without a channel, without an instant of joining, come before any cost is known */
	channelless: number;
	undated: number;
	before: number;
	/** value from before its reader joined: in no figure */
	valueBefore: number;
	/** the last day that decides what is mature, `2026-11-23` as an instant; null without data */
	asOf: number | null;
	/** the list has readers who left */
	seesLeavers: boolean;
	dataUpTo: number | null;
};

const dayLength = 86_400_000;

/** What each channel, campaign and month of joining cost and brought. */
export function channelFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<ChannelFigures> {
	const { from, to, last, issue, window } = filters;
	const name = `channels ${JSON.stringify([from, to, last, issue, window])}`;
	return derived(db, publication, name, () => makeFigures(db, publication, filters));
}

async function makeFigures(db: Db, publication: Publication, filters: Filters) {
	const window = filters.window ?? usualWindow;
	const audience = await audienceOf(db, publication);
	const money = await moneyOf(db, publication);
	const attribution = attribute(money, audience);
	const archive = await archiveOf(db, publication);
	const period = periodOf(issuesIn(archive, filters, publication.zone), filters, publication);
	const asOf = lastDay(audience, attribution);

	const { readers, clicked, channels, campaigns, seesLeavers } = audience;
	const seen = {
		since: audience.clicksFrom === null ? 0 : daysOfMonth(monthOfDay(audience.clicksFrom)).first,
		asOf: asOf ?? -Infinity
	};
	const deeds = deedsOf(readers, clicked, attribution.earned, window);
	const found = sources({
		readers,
		spending: attribution.spending,
		ruled: attribution.ruled,
		from: period.from,
		// what is planned has brought nothing yet
		to: Math.min(period.to, audience.clicksUpTo ?? period.to)
	});
	const tallyOf = (cohorts: readonly Cohort[]) => tally(cohorts, readers, deeds, window, seen);
	const wholes = found.filter(({ campaign, cohorts }) => campaign < 0 && cohorts.length > 0);
	const intervalOf = sumIntervals(
		amountShape(wholes.map(({ cohorts }) => tallyOf(cohorts).amounts))
	);
	const rowOf = (source: Source, cohorts: readonly Cohort[], month: number | null): ChannelRow =>
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
			intervalOf,
			seesLeavers
		);
	const together = (paid: boolean): ChannelRow | null => {
		const own = wholes.filter((source) => source.paid === paid);
		const all = { channel: -1, campaign: -1, paid, cohorts: [], before: 0 };
		return own.length
			? rowOf(
					all,
					own.flatMap((source) => source.cohorts),
					null
				)
			: null;
	};

	// where no list names a campaign, nobody can be said to have come by one
	const namesCampaigns =
		readers.campaign.some((place) => place >= 0) ||
		attribution.ruled.some(({ campaign }) => campaign >= 0);
	const parts = found.filter(
		({ campaign, cohorts }) => namesCampaigns && campaign >= 0 && cohorts.length > 0
	);
	const ofMonths = (source: Source) =>
		source.cohorts.map((cohort) => rowOf(source, [cohort], cohort.month));
	const paid = together(true);

	return {
		channels: wholes.map((source) => rowOf(source, source.cohorts, null)).sort(bySpend),
		campaigns: parts.map((source) => rowOf(source, source.cohorts, null)).sort(bySpend),
		cohorts: [...wholes, ...parts].flatMap(ofMonths).sort(byName),
		paid,
		organic: together(false),
		marginal: wholes
			.flatMap((source) => marginalOf(source, channels.names, asOf))
			.sort((a, b) => (a.channel < b.channel ? -1 : 1)),
		meters: await metersOf(db, publication, {
			paid,
			audience,
			attribution,
			money,
			window,
			sources: wholes,
			deeds
		}),
		window,
		currency: publication.currency,
		aside: money.aside,
		attribution: attribution.sums,
		channelless: audience.channelless,
		undated: audience.undated,
		before: wholes.reduce((sum, { before }) => sum + before, 0),
		valueBefore: deeds.valueBefore,
		asOf: asOf === null ? null : asOf * dayLength,
		seesLeavers,
		dataUpTo: audience.clicksUpTo === null ? null : audience.clicksUpTo * dayLength
	};
}

function bySpend(a: ChannelRow, b: ChannelRow): number {
	return (
		Number(b.paid) - Number(a.paid) ||
		(b.spend ?? 0) - (a.spend ?? 0) ||
		b.joined - a.joined ||
		byName(a, b)
	);
}

function byName(a: ChannelRow, b: ChannelRow): number {
	const key = ({ channel, campaign, cohort }: ChannelRow) =>
		[channel, campaign ?? '', cohort ?? ''].join('\n');
	return key(a) < key(b) ? -1 : 1;
}

/** Days of joining that are looked at: dates as they are, a number of issues from the first's day on. */
function periodOf(
	issues: readonly { sentAt: number | null }[],
	{ from, to, last }: Filters,
	{ zone }: Publication
): { from: number; to: number } {
	const first = issues.find(({ sentAt }) => sentAt !== null)?.sentAt;
	if (last !== null && first)
		return { from: dayNumber(localDate(first, zone)), to: Number.MAX_SAFE_INTEGER };
	return {
		from: from === null ? Number.MIN_SAFE_INTEGER : dayNumber(from),
		to: to === null ? Number.MAX_SAFE_INTEGER : dayNumber(to)
	};
}

/**
 * The last day of which data tell both what readers clicked and what they brought: exports of value
 * come by months, so that value is taken to be known to the end of the month of its latest row.
 */
function lastDay({ clicksUpTo }: Audience, { earned, ruled }: Attribution): number | null {
	const ends = [...earned.map(({ day }) => day), ...ruled.map(({ to }) => to)];
	const latest = ends.reduce((last, day) => Math.max(last, day), -Infinity);
	if (clicksUpTo === null || latest === -Infinity) return clicksUpTo;
	return Math.min(clicksUpTo, daysOfMonth(monthOfDay(latest)).last);
}
