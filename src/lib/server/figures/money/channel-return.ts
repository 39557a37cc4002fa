import { effectiveNumber, type SumInterval } from '#lib/measure/stats/sum-interval.ts';
import type { Tally } from '#lib/spend/tally.ts';
import type { ChannelRow, ChannelRowName, ReturnWhy } from './channel-rows.ts';

/** Fewer buyers than this do not tell how value varies. */
const leastBuyers = 5;

/** With fewer effective buyers, a return above or below 1 is never called clear. */
const leastEffective = 8;

/** What is known at all, whatever the row: any reader, any value, and that readers left. */
export type Knows = { readers: boolean; value: boolean; leavers: boolean };

type Return = Pick<
	ChannelRow,
	'return' | 'low' | 'high' | 'low50' | 'high50' | 'above' | 'enough' | 'why'
>;

/** The interval of what buyers of these amounts brought; null without any. */
export type IntervalOf = (amounts: readonly number[]) => SumInterval | null;

/**
 * Value ÷ spend, with the interval of what buyers brought; value by rule and what was given back beyond
 * it vary with nobody. One month of many has none: among twelve, one lies clearly above by luck alone.
 */
export function returnOf(
	tally: Tally,
	{ paid, cohort, everJoined }: ChannelRowName & { everJoined: number },
	bought: number,
	intervalOf: IntervalOf,
	knows: Knows
): Return {
	const { amounts, ruled, givenBack, spend, matureSpend, mature, cohorts, early } = tally;
	const unsaid = (why: ReturnWhy, value: number | null = null): Return => ({
		return: value,
		low: null,
		high: null,
		low50: null,
		high50: null,
		above: null,
		enough: false,
		why
	});
	if (!paid) return unsaid('notPaid');
	// of what was spent a part only is known: a return on that would be too high
	if (tally.unrated) return unsaid('unrated');
	// value that is given by channel needs no list of readers
	if (!knows.readers && ruled === 0) return unsaid('noReaders');
	const whyEarly = knows.readers && everJoined === 0 ? 'nobodyJoined' : 'early';
	if (mature === 0) return unsaid(early === cohorts ? whyEarly : 'immature');
	// all that was spent was spent on readers of whom nothing can be told
	if (matureSpend <= 0 && spend > 0) return unsaid(tally.earlySpend > 0 ? whyEarly : 'immature');
	if (matureSpend <= 0) return unsaid('notPaid');
	if (!knows.value) return unsaid('valueUnknown');
	const fixed = ruled + givenBack;
	const value = (bought + fixed) / matureSpend;
	if (amounts.length === 0) return unsaid(whyNoBuyer(tally), value);
	if (cohort !== null) return unsaid('month', value);
	const sum = amounts.length < leastBuyers ? null : intervalOf(amounts);
	if (!sum) return unsaid('fewBuyers', value);

	const at = (end: number) => (end + fixed) / matureSpend;
	return {
		return: value,
		low: at(sum.low),
		high: at(sum.high),
		low50: at(sum.low50),
		high50: at(sum.high50),
		above: sum.chanceAbove(matureSpend - fixed),
		enough: true,
		why: effectiveNumber(amounts) < leastEffective ? 'uneven' : null
	};
}

/** Why a return rests on no buyer. */
function whyNoBuyer({ ruled, refunded, zero, later, refundedLater }: Tally): ReturnWhy {
	if (ruled !== 0) return 'byRule';
	if (refunded) return 'refunded';
	if (zero) return 'zero';
	return refundedLater && later <= 0 ? 'refundedLater' : 'noValue';
}
