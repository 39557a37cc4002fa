import { expect, test } from 'vitest';
import { dayOfDate } from '#lib/spend/spread.ts';
import { monthTotals } from './month-totals.ts';

const spent = (channel: string, amount: number, from: string, to: string) => ({
	id: 1,
	channel,
	campaign: null,
	unrated: false,
	amount,
	from: dayOfDate(from),
	to: dayOfDate(to)
});
const brought = (channel: string | null, amount: number, day: string) => ({
	...spent('', amount, day, day),
	channel,
	kind: null,
	readerId: null,
	issue: null,
	item: null,
	urlId: null,
	sessions: null,
	refunded: false,
	conversions: 1
});

test('a fee over two months → its days of each, and their sum to the cent', () => {
	const totals = monthTotals({
		spent: [spent('Fair', 3101, '2026-01-16', '2026-02-15')],
		brought: []
	});
	expect(totals.map(({ month }) => month)).toEqual(['2026-02', '2026-01']);
	expect(totals.reduce((sum, { spend }) => sum + spend, 0)).toBe(3101);
	expect(totals[0]!.spend).toBeCloseTo((3101 * 15) / 31, -1);
});

test('one channel written two ways → one line a month; value of no channel → a line of its own', () => {
	const totals = monthTotals({
		spent: [
			spent('Fair', 100, '2026-01-01', '2026-01-01'),
			spent('fair ', 50, '2026-01-02', '2026-01-02')
		],
		brought: [brought('FAIR', 70, '2026-01-03'), brought(null, -20, '2026-01-04')]
	});
	expect(totals).toEqual([
		{ month: '2026-01', channel: null, spend: 0, value: -20 },
		{ month: '2026-01', channel: 'Fair', spend: 150, value: 70 }
	]);
});

test('a period and a channel → their days of each row, and no row of another channel', () => {
	const money = {
		spent: [
			spent('Fair', 3100, '2026-01-16', '2026-02-15'),
			spent('Search', 900, '2026-02-01', '2026-02-01')
		],
		brought: [brought('fair', 70, '2026-02-03'), brought(null, 5, '2026-02-03')]
	};
	const within = { from: dayOfDate('2026-02-01'), to: dayOfDate('2026-02-10'), channel: 'FAIR' };
	expect(monthTotals(money, within)).toEqual([
		{ month: '2026-02', channel: 'Fair', spend: 1000, value: 70 }
	]);
	expect(monthTotals(money, { ...within, channel: 'Nobody' })).toEqual([]);
	expect(monthTotals(money, { from: -Infinity, to: Infinity, channel: null })).toEqual(
		monthTotals(money)
	);
});
