import { effectiveNumber } from '#lib/measure/stats/sum-interval.ts';
import { wilson } from '#lib/measure/stats/wilson.ts';
import { activationDays, type Tally } from '#lib/spend/tally.ts';
import type { RowChange } from '../row-change.ts';
import { returnOf, type IntervalOf, type Knows } from './channel-return.ts';

/** A share of readers with its 90 % interval; all null where nobody could, the count too where they are few. */
export type Rate = {
	n: number | null;
	of: number;
	rate: number | null;
	low: number | null;
	high: number | null;
};

/**
 * Why a return is not given, is given without an interval, or with one that is never called clear
 * (`uneven`: as few buyers as that may have been luck). Worded by `returnWhy`.
 */
export type ReturnWhy =
	| 'immature'
	| 'early'
	| 'nobodyJoined'
	| 'noReaders'
	| 'notPaid'
	| 'unrated'
	| 'fewBuyers'
	| 'byRule'
	| 'valueUnknown'
	| 'noValue'
	| 'refunded'
	| 'refundedLater'
	| 'zero'
	| 'month'
	| 'uneven';

/**
 * What a channel, one of its campaigns, or those who joined in one month cost and brought. Money is in
 * integer minor units; what needs the window is of mature cohorts alone.
 */
export type ChannelRow = {
	channel: string;
	/** null for all campaigns together */
	campaign: string | null;
	/** month of joining, `2026-03`; null for all months together */
	cohort: string | null;
	paid: boolean;
	/** some of it is old enough for the window; in a row of a month, all of it */
	mature: boolean;
	/** of a month: it came before the first clicks are known, so that nothing can be said of what it did */
	early: boolean;
	cohorts: number;
	matureCohorts: number;
	currency: string;
	/** days since joining within which clicks and value count */
	window: number;
	/**
	 * null where no spend is known: that is not to say that it costs nothing. Without what is in a currency
	 * without a rate, of which `why` tells: no cost then follows from it
	 */
	spend: number | null;
	/** on the days of the row; null where no reader of the publication is known */
	joined: number | null;
	/** of these, since the first month of which any spend on the channel is known: what costs are divided by */
	joinedSinceSpend: number | null;
	costPerReader: number | null;
	/** how these moved from the period that it is compared with; not there where none is */
	joinedChange?: RowChange | null;
	costChange?: RowChange | null;
	/** a human click by so many days after joining, of the cohorts as old as that, and what one such reader cost */
	activation: Activation[];
	/** spent on mature cohorts, and readers who joined with them: what all that follows rests on */
	matureSpend: number | null;
	matureJoined: number;
	/** null of few, or of all but few; so are `engagement` and what follows from it */
	engaged: number | null;
	engagement: Rate;
	costPerEngaged: number | null;
	costPerEngagedLow: number | null;
	costPerEngagedHigh: number | null;
	clicks: number | null;
	costPerClick: number | null;
	/** still there at the end of the window; null where no list includes those who left */
	retention: Rate | null;
	/**
	 * what came on the days of the period, of a month's row on those of the month, by the channel's
	 * readers, whenever they joined, and by rule; null, as all that follows from it, where no value of the
	 * publication is known
	 */
	value: number | null;
	/** on the same days; null of few, too */
	conversions: number | null;
	/** so far, by those who joined on the days of the row since any spend is known, and by rule */
	valueToDate: number | null;
	/** within the window, of mature cohorts */
	valueInWindow: number | null;
	/** of that, attributed to the channel by rule and not to a reader */
	valueByRule: number | null;
	/** what mature cohorts brought after the window: in no return */
	valueLater: number | null;
	/** readers who brought something within the window, net of refunds; null of few */
	buyers: number | null;
	/** as many buyers of equal amounts would tell as much */
	effectiveBuyers: number | null;
	/** share of what buyers brought that the largest of them did, 0..1; null without any */
	largestBuyer: number | null;
	/** value within the window ÷ spend, both of mature cohorts */
	return: number | null;
	/** ends of its 90 % and 50 % intervals, and the chance that it exceeds 1 */
	low: number | null;
	high: number | null;
	low50: number | null;
	high50: number | null;
	above: number | null;
	enough: boolean;
	why: ReturnWhy | null;
	/** months after joining by which value had reached spend; null: not yet */
	payback: number | null;
	/** months that were looked at for it */
	paybackObserved: number;
};

/** A share of readers at an age, and what each of them had cost, with its 90 % interval. */
export type Activation = Rate & {
	day: number;
	cost: number | null;
	costLow: number | null;
	costHigh: number | null;
};

export type ChannelRowName = Pick<
	ChannelRow,
	'channel' | 'campaign' | 'cohort' | 'paid' | 'currency' | 'window' | 'early'
>;

/** What a tally of cohorts does not hold: who joined before any spend is known, and value by its days. */
type Beside = { before: number; value: number; conversions: number };

/** A cost per something in minor units, rounded; null where there is nothing to divide by. */
export function per(amount: number | null, count: number): number | null {
	return amount === null || count <= 0 ? null : Math.round(amount / count);
}

/** A rate with its Wilson interval; null of nobody. */
export function rateOf({ n, of }: { n: number; of: number }): Rate {
	if (of === 0) return { n, of, rate: null, low: null, high: null };
	const [low, high] = wilson(n, of);
	return { n, of, rate: n / of, low, high };
}

/** What a tally says, with the intervals of the rates behind it. */
// eslint-disable-next-line max-lines-per-function -- one figure put together: each of its fields is made in one place
export function channelRow(
	named: ChannelRowName,
	tally: Tally,
	{ before, value, conversions }: Beside,
	intervalOf: IntervalOf,
	knows: Knows
): ChannelRow {
	// in a month without any, its cost is as unknown as that of a channel without any
	const known = (amount: number) => (named.paid && amount > 0 ? amount : null);
	// nor is it where a part of it has no rate
	const whole = (amount: number) => (tally.unrated ? null : known(amount));
	const spend = known(tally.spend);
	const matureSpend = whole(tally.matureSpend);
	const engagement = rateOf({ n: tally.engaged, of: tally.matureJoined });
	/** what is 0 where nothing is known is unknown */
	const joined = (count: number) => (knows.readers ? count : null);
	const worth = (amount: number) => (knows.value ? amount : null);
	const bought = tally.amounts.reduce((sum, amount) => sum + amount, 0);
	/** spend per reader over a rate: dear where the rate is low */
	const atRate = (rate: number | null) =>
		rate ? per(matureSpend, tally.matureJoined * rate) : null;

	return {
		...named,
		mature: tally.mature > 0,
		cohorts: tally.cohorts,
		matureCohorts: tally.mature,
		spend,
		joined: joined(tally.joined + before),
		joinedSinceSpend: joined(tally.joined),
		costPerReader: per(whole(tally.spend), tally.joined),
		activation: tally.activated.map((part, i) => {
			const rate = rateOf(part);
			const cost = (share: number | null) =>
				share ? per(whole(part.spend), part.of * share) : null;
			return {
				day: activationDays[i]!,
				...rate,
				cost: cost(rate.rate),
				costLow: cost(rate.high),
				costHigh: cost(rate.low)
			};
		}),
		matureSpend,
		matureJoined: tally.matureJoined,
		engaged: tally.engaged,
		engagement,
		costPerEngaged: per(matureSpend, tally.engaged),
		costPerEngagedLow: atRate(engagement.high),
		costPerEngagedHigh: atRate(engagement.low),
		clicks: tally.clicks,
		costPerClick: per(matureSpend, tally.clicks),
		retention: knows.leavers ? rateOf(tally.kept) : null,
		value: worth(value),
		conversions: worth(conversions),
		valueToDate: worth(tally.value),
		valueInWindow: worth(bought + tally.givenBack + tally.ruled),
		valueByRule: worth(tally.ruled),
		valueLater: worth(tally.later),
		buyers: worth(tally.amounts.length),
		effectiveBuyers: worth(effectiveNumber(tally.amounts)),
		largestBuyer: bought
			? tally.amounts.reduce((most, amount) => Math.max(most, amount), 0) / bought
			: null,
		...returnOf(tally, { ...named, everJoined: tally.joined + before }, bought, intervalOf, knows),
		payback: tally.unrated ? null : tally.payback,
		paybackObserved: tally.unrated ? 0 : tally.observed
	};
}
