import { nameKey } from '#lib/name-key.ts';
import { daysOfMonth, monthOfDay, nameOfMonth } from '#lib/spend/months.ts';
import { partOf } from '#lib/spend/spread.ts';
import type { Dated, Money } from './money.ts';

/** What a channel cost and brought in a month; minor units of the publication's currency. */
export type MonthTotal = {
	/** `2026-02` */
	month: string;
	/** null for value that no channel is stated for */
	channel: string | null;
	spend: number;
	value: number;
};

/** Sums by month and channel, the latest month first; a flat amount is spread over its days. */
export function monthTotals({ spent, brought }: Pick<Money, 'spent' | 'brought'>): MonthTotal[] {
	const totals = new Map<string, MonthTotal & { place: number }>();
	const add = (of: 'spend' | 'value', { channel, ...flat }: Dated & { channel: string | null }) => {
		for (let place = monthOfDay(flat.from); place <= monthOfDay(flat.to); place++) {
			const { first, last } = daysOfMonth(place);
			const key = `${place} ${channel === null ? '' : `of ${nameKey(channel)}`}`;
			const total = totals.get(key) ?? {
				...{ month: nameOfMonth(place), channel, place, spend: 0, value: 0 }
			};
			total[of] += partOf(flat, first, last);
			totals.set(key, total);
		}
	};
	for (const row of spent) add('spend', row);
	for (const row of brought) add('value', row);
	return [...totals.values()]
		.sort((a, b) => b.place - a.place || (a.channel ?? '').localeCompare(b.channel ?? ''))
		.map(({ place: _, ...total }) => total);
}
