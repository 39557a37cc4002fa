import type { ChannelCohort, AcquisitionSource } from '#lib/spend/cohorts.ts';
import { daysOfMonth, monthOfDay, nameOfMonth } from '#lib/spend/months.ts';
import { per } from './channel-rows.ts';

/** What the last full month brought, beside the three before it. */
export type Marginal = {
	channel: string;
	month: string;
	spend: number;
	joined: number;
	costPerReader: number | null;
	/** means of those of the three months before of which a spend is known; null without any */
	before: { months: number; spend: number; joined: number; costPerReader: number | null } | null;
	/** what each further reader cost, where more was spent and more came; null elsewhere */
	costPerFurther: number | null;
};

/** The last month that is over, against those just before it. */
export function marginalOf(
	{ channel, paid, cohorts }: AcquisitionSource,
	names: readonly string[],
	asOf: number | null
): Marginal[] {
	if (!paid || asOf === null) return [];
	const whole = cohorts.filter(({ month }) => daysOfMonth(month).last <= asOf);
	const latest = whole.at(-1);
	if (!latest || latest.spend <= 0 || latest.unrated || latest.month < monthOfDay(asOf + 1) - 2)
		return [];

	// what a month without a known spend cost is unknown, not nothing
	const before = whole.slice(-4, -1).filter(({ spend, unrated }) => spend > 0 && !unrated);
	const mean = (pick: (cohort: ChannelCohort) => number) =>
		before.reduce((sum, cohort) => sum + pick(cohort), 0) / before.length;
	const usual = before.length
		? { spend: mean(({ spend }) => spend), joined: mean(({ readers }) => readers.length) }
		: null;
	const more = usual && {
		spend: latest.spend - usual.spend,
		joined: latest.readers.length - usual.joined
	};
	return [
		{
			channel: names[channel] ?? '',
			month: nameOfMonth(latest.month),
			spend: latest.spend,
			joined: latest.readers.length,
			costPerReader: per(latest.spend, latest.readers.length),
			before: usual && {
				months: before.length,
				spend: Math.round(usual.spend),
				joined: usual.joined,
				costPerReader: per(usual.spend, usual.joined)
			},
			costPerFurther:
				more && more.spend > 0 && more.joined > 0 ? per(more.spend, more.joined) : null
		}
	];
}
