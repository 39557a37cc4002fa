import { expect, test } from 'vitest';
import type { RowReading } from '../facts.ts';
import { lessRefunds } from './refunds.ts';

const sale = ([amount = '']: string[]): RowReading => ({
	facts: [
		{
			fact: 'money',
			money: 'value',
			currency: 'EUR',
			from: null,
			to: null,
			amount: Number(amount) * 100
		}
	]
});

const amountsOf = (refunds: Parameters<typeof lessRefunds>[2], ...rows: string[][]) => {
	const read = lessRefunds(sale, 0, refunds);
	return rows.map((row) => {
		const reading = read(row);
		const [fact] = 'facts' in reading ? reading.facts : [];
		return fact?.fact === 'money' ? fact.amount : null;
	});
};

test('an amount paid back, with either sign → subtracted', () => {
	expect(amountsOf({ amount: 1 }, ['20', '5'], ['20', '-5'], ['20', ''])).toEqual([
		1500, 1500, 2000
	]);
});

test('a yes → nothing is left of the sale; a no → what was paid back in part is subtracted', () => {
	const refunds = { amount: 1, flag: 2 };
	expect(amountsOf(refunds, ['20', '0', 'yes'], ['20', '5', 'no'], ['20', '0', ''])).toEqual([
		0, 1500, 2000
	]);
});

test('all of a sale is paid back → no sale; a free one, and one of which something is left → untouched', () => {
	const read = lessRefunds(sale, 0, { amount: 1, flag: 2 });
	const sales = [
		['20', '20', ''],
		['20', '0', 'yes'],
		['0', '0', ''],
		['20', '5', '']
	];
	const counted = sales.map((row) => {
		const reading = read(row);
		const [fact] = 'facts' in reading ? reading.facts : [];
		return fact?.fact === 'money' ? fact.conversions : null;
	});
	expect(counted).toEqual([0, 0, undefined, undefined]);
});

test('a sale that was not paid → nothing of it; paid, or nothing said → all of it', () => {
	expect(amountsOf({ paid: 1 }, ['20', 'no'], ['20', 'yes'], ['20', ''])).toEqual([0, 2000, 2000]);
});

test('a row of what was paid back, by an amount less than nothing → it stays, whatever its state', () => {
	expect(amountsOf({ state: 1 }, ['-20', 'refunded'], ['20', 'refunded'])).toEqual([-2000, 0]);
});
