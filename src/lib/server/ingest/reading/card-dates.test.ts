import { expect, test } from 'vitest';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { checkSource } from './read.ts';

const datesOf = async (name: string, text: string) => {
	const now = Date.UTC(2026, 5, 1);
	return (await checkSource(bytesInMemory(name, text), { map: null, zone: 'UTC', now })).dates;
};

test('a service that writes the month first → its order and its letters agree, and nobody is said to have answered', async () => {
	const text =
		'Campaign Performance Report (in UTC)\nReport Start: 1/1/2026\n\n' +
		'Start Date (in UTC)\tAccount Name\tCampaign Name\tCurrency\tTotal Spent\tImpressions\tClicks\n' +
		'1/2/2026\tRow\tReaders\tEUR\t99.50\t5000\t40\n1/3/2026\tRow\tReaders\tEUR\t101.00\t5100\t42\n';
	expect(await datesOf('campaigns.csv', text)).toMatchObject({
		format: 'MM/DD/YYYY',
		order: 'mdy',
		orderFrom: 'service',
		first: Date.UTC(2026, 0, 2),
		last: Date.UTC(2026, 0, 3)
	});
});

test('spend of a month in one row → the span of the file is the month', async () => {
	const text =
		'"Reporting starts","Reporting ends","Campaign name","Amount spent (EUR)"\n' +
		'"2026-01-01","2026-01-31","Readers","321.55"\n';
	expect(await datesOf('ads.csv', text)).toMatchObject({
		first: Date.UTC(2026, 0, 1),
		last: Date.UTC(2026, 0, 31)
	});
});

test.each(['01', '05'])(
	'spend of day %s of each month → no run of days, so that it is asked',
	async (day) => {
		const rows = ['03', '04', '05', '06'].map((month) => `${day}/${month}/2025;Affiches;464,27\n`);
		const text = `Date;Canal;Dépense (€)\n${rows.join('')}`;
		expect((await datesOf('depenses.csv', text)).orderFrom).toBe('guess');
	}
);

test('spend of two days of each month → days that follow each other, month first', async () => {
	const text =
		'Date,Channel,Spend (USD)\n01/03/2025,Posters,4\n01/04/2025,Posters,5\n01/05/2025,Posters,5\n' +
		'02/05/2025,Posters,5\n02/06/2025,Posters,5\n02/07/2025,Posters,5\n';
	expect(await datesOf('spend.csv', text)).toMatchObject({ order: 'mdy', orderFrom: 'days' });
});
