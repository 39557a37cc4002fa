import { nameKey } from '#lib/name-key.ts';
import { daysOfMonth, monthOfDay, nameOfMonth } from '#lib/spend/months.ts';
import { partOf } from '#lib/spend/spread.ts';
import type { DatedAmount, PublicationMoney } from './money.ts';

/** What a channel cost and brought in a month; minor units of the publication's currency. */
export type MonthTotal = {
	/** `2026-02` */
	month: string;
	/** null for value that no channel is stated for */
	channel: string | null;
	spend: number;
	value: number;
};

/** Days, both counted, and the channel that sums are narrowed to. */
type Within = { from: number; to: number; channel: string | null };

const always: Within = { from: -Infinity, to: Infinity, channel: null };

/** Sums by month and channel, the latest month first, of what has a rate; a flat amount is spread over its days. */
export function monthTotals(
	{ spent, brought }: Pick<PublicationMoney, 'spent' | 'brought'>,
	within: Within = always
): MonthTotal[] {
	const totals = new Map<string, MonthTotal & { index: number }>();
	const wanted = within.channel === null ? null : nameKey(within.channel);
	const add = (
		of: 'spend' | 'value',
		{ channel, ...flat }: DatedAmount & { channel: string | null }
	) => {
		if (wanted !== null && (channel === null || nameKey(channel) !== wanted)) return;
		const [from, to] = [Math.max(flat.from, within.from), Math.min(flat.to, within.to)];
		if (from > to) return;
		for (let index = monthOfDay(from); index <= monthOfDay(to); index++) {
			const { first, last } = daysOfMonth(index);
			const key = `${index} ${channel === null ? '' : `of ${nameKey(channel)}`}`;
			const total = totals.get(key) ?? {
				month: nameOfMonth(index),
				channel,
				index,
				spend: 0,
				value: 0
			};
			total[of] += partOf(flat, Math.max(first, from), Math.min(last, to));
			totals.set(key, total);
		}
	};
	for (const row of spent) if (!row.unrated) add('spend', row);
	for (const row of brought) add('value', row);
	return [...totals.values()]
		.sort((a, b) => b.index - a.index || (a.channel ?? '').localeCompare(b.channel ?? ''))
		.map(({ index: _, ...total }) => total);
}
