import { DAY } from '#lib/duration.ts';
import { dayNumber } from './instant-shapes.ts';

export type DayOrder = 'dmy' | 'mdy';

/** Distinct days of a column beyond these add nothing to what the first told. */
const mostDays = 5000;

const PAIR = /(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;

const orders: readonly DayOrder[] = ['dmy', 'mdy'];

/**
 * Gathers the days of a column whose cells each read day first and month first, to tell which of
 * the two was meant by what days there are then.
 */
export function dayEvidence() {
	const days: Record<DayOrder, Set<number>> = { dmy: new Set(), mdy: new Set() };
	/** under an order, the days of the month that there are */
	const numbers: Record<DayOrder, Set<number>> = { dmy: new Set(), mdy: new Set() };

	return {
		observe(cell: string) {
			const match = PAIR.exec(cell);
			if (!match || days.dmy.size >= mostDays) return;
			const [, a, , b, c = ''] = match;
			const year = c.length === 2 ? Number(c) + (Number(c) < 70 ? 2000 : 1900) : Number(c);
			for (const order of orders) {
				const [day, month] = order === 'dmy' ? [Number(a), Number(b)] : [Number(b), Number(a)];
				const number = dayNumber(year, month, day);
				if (Number.isNaN(number)) continue;
				days[order].add(number);
				numbers[order].add(day);
			}
		},

		/**
		 * The order under which the days follow each other, where under the other one they are months
		 * apart; null where both make sense. So 1/3, 2/3, 3/3 are three days in March, not the third of three
		 * months.
		 *
		 * @param rhythm things of the column may happen on the first of each month, as bills do, or once a
		 *   month on any day, as letters are sent
		 */
		byDays(rhythm: 'first' | 'monthly' | null): DayOrder | null {
			const runs = { dmy: runsOf(days.dmy), mdy: runsOf(days.mdy) };
			for (const order of orders) {
				const other = order === 'dmy' ? 'mdy' : 'dmy';
				const isClear = runs[order] >= 2 && runs[order] >= 4 * runs[other];
				const isBill = rhythm !== null && numbers[other].size === 1 && numbers[other].has(1);
				const isLetter = rhythm === 'monthly' && isOnceAMonth(days[other]);
				if (isClear && !isBill && !isLetter) return order;
			}
			return null;
		},

		/**
		 * The order under which no day lies after today, where under the other one some do; null where that
		 * tells nothing.
		 */
		byNow(now: number): DayOrder | null {
			const tomorrow = Math.floor(now / DAY) + 1;
			const late = (order: DayOrder) => [...days[order]].some((day) => day > tomorrow);
			if (late('dmy') === late('mdy')) return null;
			return late('dmy') ? 'mdy' : 'dmy';
		}
	};
}

/** Whether no two of the days are of one month. */
function isOnceAMonth(days: ReadonlySet<number>): boolean {
	const months = new Set([...days].map((day) => new Date(day * DAY).toISOString().slice(0, 7)));
	return months.size === days.size;
}

/** How many of the days follow one that is there as well, at most two days before. */
function runsOf(days: ReadonlySet<number>): number {
	let runs = 0;
	for (const day of days) if (days.has(day - 1) || days.has(day - 2)) runs++;
	return runs;
}
