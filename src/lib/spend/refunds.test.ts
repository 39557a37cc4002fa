import { expect, test } from 'vitest';
import { refundsOnSales } from './refunds.ts';

const sold = (day: number, amount: number, more: object = {}) => ({
	readerId: 1 as number | null,
	channel: null,
	campaign: null,
	issue: null,
	item: null,
	urlId: null,
	amount,
	from: day,
	to: day,
	conversions: amount > 0 ? 1 : 0,
	...more
});
const said = (rows: ReturnType<typeof sold>[]) =>
	refundsOnSales(Object.freeze(rows)).map(({ from, amount, conversions }) => [
		from,
		amount,
		conversions
	]);

test('a sale given back whole → its refund stands on its day, and neither is a purchase', () => {
	expect(said([sold(10, 4900), sold(80, 4900), sold(99, -4900)])).toEqual([
		[10, 4900, 1],
		[80, 4900, 1],
		[80, -4900, -1]
	]);
	// the other sale when both are given back
	expect(said([sold(10, 4900), sold(80, 4900), sold(99, -4900), sold(99, -4900)]).slice(2)).toEqual(
		[
			[80, -4900, -1],
			[10, -4900, -1]
		]
	);
});

test('a part given back → less of its sale, which stays a purchase until the rest is given back too', () => {
	expect(said([sold(10, 9000), sold(40, -2000), sold(50, -7000)]).slice(1)).toEqual([
		[10, -2000, 0],
		[10, -7000, -1]
	]);
});

test('a refund without a sale before it → stays on its day, and is no purchase', () => {
	expect(said([sold(30, -500), sold(40, 500), sold(45, -900)])).toEqual([
		[30, -500, 0],
		[40, 500, 1],
		[45, -900, 0]
	]);
});

test('without a reader → the refund is of a sale of the same channel or page alone', () => {
	const of = (channel: string) => ({ readerId: null, channel });
	expect(
		said([sold(1, 100, of('a')), sold(2, 100, of('b')), sold(9, -100, of('a'))]).at(-1)
	).toEqual([1, -100, -1]);
});
