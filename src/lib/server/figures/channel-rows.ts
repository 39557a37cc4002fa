import { bootstrapSums } from '#lib/measure/bootstrap-sum.ts';
import { quantile } from '#lib/measure/quantile.ts';
import { seeded } from '#lib/measure/random.ts';
import { wilson } from '#lib/measure/wilson.ts';
import { activationDays, type Tally } from '#lib/spend/tally.ts';

/** A share of readers with its 90 % interval; all null where nobody could. */
export type Rate = {
	n: number;
	of: number;
	rate: number | null;
	low: number | null;
	high: number | null;
};

/** Why a return is not given, or is given without an interval. Worded under `why.<code>`. */
export type ReturnWhy = 'immature' | 'notPaid' | 'fewBuyers' | 'byRule' | 'noValue';

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
	/** null where nothing is spent on the channel */
	spend: number | null;
	joined: number;
	costPerReader: number | null;
	/** a human click by so many days after joining, of the cohorts as old as that, and what one such reader cost */
	activation: Activation[];
	/** spent on mature cohorts, and readers who joined with them: what all that follows rests on */
	matureSpend: number | null;
	matureJoined: number;
	engaged: number;
	engagement: Rate;
	costPerEngaged: number | null;
	costPerEngagedLow: number | null;
	costPerEngagedHigh: number | null;
	clicks: number;
	costPerClick: number | null;
	/** still there at the end of the window; null where no list includes those who left */
	retention: Rate | null;
	/** so far, of all cohorts, by readers and by rule */
	value: number;
	conversions: number;
	/** within the window, of mature cohorts */
	valueInWindow: number;
	/** of that, attributed to the channel by rule and not to a reader */
	valueByRule: number;
	buyers: number;
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

type Named = Pick<ChannelRow, 'channel' | 'campaign' | 'cohort' | 'paid' | 'currency' | 'early'>;

/** Fewer buyers than this do not tell how value varies. */
const leastBuyers = 5;

/** Draws for the interval of a return: the same every time. */
const draws = 1000;

/** A cost per something in minor units, rounded; null where there is nothing to divide by. */
export function per(amount: number | null, count: number): number | null {
	return amount === null || count <= 0 ? null : Math.round(amount / count);
}

export function rateOf({ n, of }: { n: number; of: number }): Rate {
	if (of === 0) return { n, of, rate: null, low: null, high: null };
	const [low, high] = wilson(n, of);
	return { n, of, rate: n / of, low, high };
}

/** What a tally says, with the intervals of the rates behind it. */
export function channelRow(named: Named, tally: Tally, seesLeavers: boolean): ChannelRow {
	const spend = named.paid ? tally.spend : null;
	const matureSpend = named.paid ? tally.matureSpend : null;
	const engagement = rateOf({ n: tally.engaged, of: tally.matureJoined });
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
		joined: tally.joined,
		costPerReader: per(spend, tally.joined),
		activation: tally.activated.map((part, i) => {
			const rate = rateOf(part);
			const cost = (share: number | null) =>
				share && named.paid ? per(part.spend, part.of * share) : null;
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
		retention: seesLeavers ? rateOf({ n: tally.kept, of: tally.matureJoined }) : null,
		value: tally.value,
		conversions: tally.conversions,
		valueInWindow: bought + tally.ruled,
		valueByRule: tally.ruled,
		buyers: tally.amounts.length,
		...returnOf(tally, named.paid, bought),
		payback: tally.payback,
		paybackObserved: tally.observed
	};
}

type Return = Pick<
	ChannelRow,
	'return' | 'low' | 'high' | 'low50' | 'high50' | 'above' | 'enough' | 'why'
>;

/** Value ÷ spend, its interval by drawing readers anew; value by rule varies with nobody. */
function returnOf(tally: Tally, paid: boolean, bought: number): Return {
	const { amounts, ruled, matureSpend, matureJoined, mature } = tally;
	const unsaid = (why: ReturnWhy, value: number | null = null): Return => ({
		return: value,
		...{ low: null, high: null, low50: null, high50: null, above: null },
		enough: false,
		why
	});
	if (!paid) return unsaid('notPaid');
	if (mature === 0 || matureSpend <= 0) return unsaid('immature');
	const value = (bought + ruled) / matureSpend;
	if (amounts.length === 0 && ruled !== 0) return unsaid('byRule', value);
	if (amounts.length === 0) return unsaid('noValue', value);
	if (amounts.length < leastBuyers) return unsaid('fewBuyers', value);

	const sums = bootstrapSums(amounts, matureJoined, draws, seeded(2026));
	const at = (share: number) => (quantile(sums, share) + ruled) / matureSpend;
	return {
		return: value,
		low: at(0.05),
		high: at(0.95),
		low50: at(0.25),
		high50: at(0.75),
		above: sums.filter((sum) => sum + ruled > matureSpend).length / draws,
		enough: true,
		why: null
	};
}
