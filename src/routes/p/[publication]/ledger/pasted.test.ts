import { expect, test } from 'vitest';
import { leftLines, pastedFile, pastedRowsName } from './pasted.ts';

test('rows without a head → the head of as many columns as they have, in their separator', () => {
	expect(pastedFile('spend', 'Fair\t2026-01-01\t2026-01-03\t120\r\n', 'en')).toBe(
		'Channel\tFrom\tTo\tSpend\nFair\t2026-01-01\t2026-01-03\t120\n'
	);
	expect(pastedFile('placement', '\nAcme;12;300;EUR', 'en')).toBe(
		'Sponsor;Issue;Fee;Currency\nAcme;12;300;EUR\n'
	);
});

test('rows without a head and of more cells than columns are known → the others have their number', () => {
	expect(pastedFile('value', '2026-01-02\t12\tEUR\tSalon\tHiver\tAtelier\tx', 'en')).toBe(
		'Date\tValue\tCurrency\tChannel\tCampaign\tType\t#7\n' +
			'2026-01-02\t12\tEUR\tSalon\tHiver\tAtelier\tx\n'
	);
});

test('a later row without a head that is wider than the first → the head of as many columns', () => {
	expect(pastedFile('placement', 'Acme\t12\t300\nAcme\t13\t300\tEUR\t40', 'en')).toBe(
		'Sponsor\tIssue\tFee\tCurrency\tGuaranteed clicks\nAcme\t12\t300\nAcme\t13\t300\tEUR\t40\n'
	);
});

test('rows with a head of their own → as they are', () => {
	expect(pastedFile('value', 'Montant,Jour\n12,2026-01-01', 'fr')).toBe(
		'Montant,Jour\n12,2026-01-01\n'
	);
});

test('rows that were refused → are what stays, with the head where there was one', () => {
	const read = {
		lines: [
			{ row: 2, why: null },
			{ row: 3, why: 'no date' }
		],
		rejected: 1
	};
	const bare = 'Fair\t2026-01-01\t2026-01-03\t120\nFair\tsoon\t2026-01-03\t120';
	expect(leftLines(bare, pastedFile('spend', bare, 'en'), read)).toBe(
		'Fair\tsoon\t2026-01-03\t120'
	);
	const headed = 'Channel,From\nFair,2026-01-01\nFair,soon';
	expect(leftLines(headed, pastedFile('spend', headed, 'en'), read)).toBe(
		'Channel,From\nFair,soon'
	);
	// of those that are not shown nobody knows which they are
	expect(leftLines(bare, pastedFile('spend', bare, 'en'), { ...read, rejected: 2 })).toBe(bare);
});

test.each([
	['Europe/Paris', '2026-12-01-00-30'],
	['America/Toronto', '2026-11-30-18-30']
])('rows pasted just before midnight in UTC, in %s → called by the time there', (zone, time) => {
	const now = Date.UTC(2026, 10, 30, 23, 30);
	expect(pastedRowsName('spend', now, zone)).toBe(`pasted-spend-${time}.csv`);
});
