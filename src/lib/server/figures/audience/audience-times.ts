import { changeOfMeans } from '#lib/measure/stats/change-of-means.ts';
import { meanInterval } from '#lib/measure/stats/mean-interval.ts';
import type { IssueRow } from '../content/rows.ts';

/** Issues sent on one weekday, or in one hour: an association, since their content differs too. */
export type SendTimeRow = {
	of: 'weekday' | 'hour';
	/** 1 (Monday) to 7, or 0 to 23, local */
	value: number;
	issues: number;
	/** mean click rate of the issues, with the ends of its 90 % interval over issues */
	rate: number;
	low: number | null;
	high: number | null;
	/** difference from the mean of all other issues, with its 90 % interval; null if there is none */
	change: number | null;
	changeLow: number | null;
	changeHigh: number | null;
};

/**
 * When issues went out and how many clicked, over closed issues whose rate is known.
 *
 * @param among number of rows of which the clearest is picked: the intervals of that many changes hold at once
 */
export function sendTimeRows(issues: readonly IssueRow[], zone: string, among = 1): SendTimeRow[] {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		weekday: 'short',
		hour: 'numeric',
		hourCycle: 'h23'
	});
	const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
	const sent = issues.flatMap(({ sentAt, rate, open }) => {
		if (sentAt === null || rate === null || open) return [];
		const parts = new Map(format.formatToParts(sentAt).map(({ type, value }) => [type, value]));
		const weekday = days.indexOf(parts.get('weekday')!) + 1;
		return [{ weekday, hour: Number(parts.get('hour')), rate }];
	});
	return (['weekday', 'hour'] as const).flatMap((of) =>
		[...new Set(sent.map((issue) => issue[of]))]
			.sort((a, b) => a - b)
			.map((value): SendTimeRow => {
				const rates = (is: boolean) =>
					sent.filter((issue) => (issue[of] === value) === is).map(({ rate }) => rate);
				const own = rates(true);
				const { mean, low, high } = meanInterval(own)!;
				const change = changeOfMeans(rates(false), own, among);
				return {
					of,
					value,
					issues: own.length,
					rate: mean,
					low: low === null ? null : Math.max(0, low),
					high,
					change: change?.change ?? null,
					changeLow: change?.low ?? null,
					changeHigh: change?.high ?? null
				};
			})
	);
}
