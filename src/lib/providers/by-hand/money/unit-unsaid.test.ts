import { expect, test } from 'vitest';
import type { FileFacts } from '../../recogniser.ts';
import { thousandsUnsaid, unitUnsaid } from './unit-unsaid.ts';

const columns = { address: 0, currency: 1, amount: 2 };

test.each<[what: string, head: string, currency: string, amounts: string[], isAsked: boolean]>([
	['prices in whole numbers of a hundred and more', 'total', 'EUR', ['2900', '4900', '999'], true],
	['prices of which some were free', 'total', 'USD', ['2900', '0', '4900', '2900'], true],
	['a header that says cents', 'total_cents', 'EUR', ['2900', '4900', '999'], false],
	['an amount below a hundred', 'total', 'EUR', ['2900', '29', '4900'], false],
	['an amount with decimals', 'total', 'EUR', ['2900', '49.00', '999'], false],
	['numbers that are no prices', 'total', 'EUR', ['2913', '4871', '1234'], false],
	['a currency without cents', 'total', 'JPY', ['2900', '4900', '9900'], false],
	['two amounts', 'total', 'EUR', ['2900', '4900'], false]
])('%s → asked about the unit, or not', (_, head, currency, amounts, isAsked) => {
	const sample = amounts.map((amount, i) => [`r${i}@example.com`, currency, amount]);
	const table = {
		header: ['email', 'currency', head],
		sample,
		title: null,
		headerRow: 1,
		endRow: null
	};
	const file: FileFacts = { name: 'orders.csv', labels: [], table };

	expect(unitUnsaid(file, 'value', columns).map(({ code }) => code)).toEqual(
		isAsked ? ['unitUnsaid'] : []
	);
});

test.each<[what: string, currency: string, amounts: string[], isAsked: boolean]>([
	['amounts of one point and three figures that end in naught', 'EUR', ['1.200', '12.500'], true],
	['one that has no cents as a third figure', 'EUR', ['1.200', '12.505'], false],
	['one without a point', 'EUR', ['1.200', '900'], false],
	['one with cents', 'EUR', ['1.200', '12.50'], false],
	['a currency of three decimals', 'TND', ['1.200', '12.500'], false],
	['one amount alone', 'EUR', ['1.200'], false]
])('%s → asked whether they are thousands, or not', (_, currency, amounts, isAsked) => {
	const sample = amounts.map((amount) => ['Fair', currency, amount]);
	const header = ['Channel', 'Currency', 'Cost'];
	const table = { header, sample, title: null, headerRow: 1, endRow: null };
	const file: FileFacts = { name: 'spend.csv', labels: [], table };
	const doubts = thousandsUnsaid(file, 'spend', { channel: 0, currency: 1, amount: 2 });

	expect(doubts.map(({ values }) => values)).toEqual(isAsked ? [amounts] : []);
});
