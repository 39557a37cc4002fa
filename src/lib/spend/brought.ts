import type { Acquired, Earned, Flow } from './cohorts.ts';
import { partOf } from './spread.ts';

/** Value on some days that came before its reader joined: from customers who subscribed later. */
export function earnedBefore(
	joined: Float64Array,
	earned: readonly Earned[],
	first: number,
	last: number
): number {
	return earned.reduce(
		(sum, { reader, day, amount }) =>
			day < joined[reader]! && day >= first && day <= last ? sum + amount : sum,
		0
	);
}

/** Value that came on some days, in minor units, and its conversions. */
export type BroughtOn = { value: number; conversions: number };

/**
 * What the readers of a channel (campaign −1: all of its campaigns) brought on some days, whenever they
 * joined, and what came by rule. Value from before its reader joined is left out.
 */
export function broughtBy(
	{ joined, channel, campaign }: Acquired,
	earned: readonly Earned[],
	ruled: readonly (Flow & { conversions: number })[]
): (of: { channel: number; campaign: number }, first: number, last: number) => BroughtOn {
	const rows = new Map<string, (Flow & { conversions: number })[]>();
	const add = (key: string, row: Flow & { conversions: number }) => {
		const own = rows.get(key);
		if (own) own.push(row);
		else rows.set(key, [row]);
	};
	const both = (row: Flow & { conversions: number }) => {
		add(`${row.channel} -1`, row);
		if (row.campaign >= 0) add(`${row.channel} ${row.campaign}`, row);
	};
	for (const { reader, day, amount, conversions } of earned)
		if (day >= joined[reader]!)
			both({
				channel: channel[reader]!,
				campaign: campaign[reader]!,
				from: day,
				to: day,
				amount,
				conversions
			});
	for (const row of ruled) both(row);

	return (of, first, last) => {
		const sum = { value: 0, conversions: 0 };
		for (const row of rows.get(`${of.channel} ${of.campaign}`) ?? []) {
			if (row.to < first || row.from > last) continue;
			sum.value += partOf(row, first, last);
			sum.conversions += partOf({ ...row, amount: row.conversions }, first, last);
		}
		return sum;
	};
}
