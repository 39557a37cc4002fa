import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { checkSource } from './read.ts';

const how = { map: null, zone: 'UTC', now: Date.UTC(2026, 0, 1) };
const clicks = {
	name: 'Clicks',
	rows: [
		['Email', 'Clicked at', 'Link', 'Campaign'],
		['ana@example.com', '2024-05-02 10:00:00', 'https://example.com/a', 'Letter 12']
	]
};

test('a sheet that nobody recognises → named beside the one that is read', async () => {
	const notes = { name: 'Notes', rows: [['Colour'], ['red'], ['green']] };
	const bytes = await writeXlsx({ sheets: [notes, clicks, { name: 'Empty', rows: [] }] });

	const result = await checkSource(bytesInMemory('export.xlsx', bytes), how);

	expect(result).toMatchObject({ kind: 'clicks', accepted: 1, more: [] });
	expect(result.doubts).toEqual([
		{ code: 'tableUnread', waits: false, values: ['Notes'], rows: 1 }
	]);
});

test('two sheets that are recognised → both are reported', async () => {
	const list = {
		name: 'Readers',
		rows: [
			['Email', 'Status', 'Subscribed at'],
			['ana@example.com', 'Subscribed', '2024-01-02']
		]
	};
	const bytes = await writeXlsx({ sheets: [clicks, list] });

	const result = await checkSource(bytesInMemory('export.xlsx', bytes), how);

	expect([result, ...result.more].map(({ kind }) => kind)).toEqual(['clicks', 'subscribers']);
	expect(result.doubts).toEqual([]);
});

const counts = (name: string, ...rows: (string | number)[][]) => {
	return { name, rows: [['Campaign', 'Link', 'Clicks'], ...rows] };
};
const spend = (name: string, ...rows: (string | number)[][]) => {
	return { name, rows: [['Date', 'Channel', 'Spend'], ...rows] };
};
const march = ['Letter 12', 'https://example.org/a', 12];
const april = ['Letter 13', 'https://example.org/a', 9];

test.each([
	[
		'a sheet and its copy',
		true,
		[counts('Clicks', march, april), counts('Clicks (2)', march, april)]
	],
	[
		'a year and its months',
		true,
		[counts('2025', march, april), counts('March', march), counts('April', april)]
	],
	[
		'months and their year',
		true,
		[counts('March', march), counts('April', april), counts('2025', march, april)]
	],
	[
		'spend of a year and of its months',
		true,
		[
			spend('March', ['2025-03-03', 'Facebook', 100]),
			spend('Year', ['2025-03-03', 'Facebook', 100], ['2025-04-03', 'Google', 50]),
			spend('April', ['2025-04-03', 'Google', 50])
		]
	],
	[
		'two months',
		false,
		[
			counts('March', march, april),
			counts('April', march, ['Letter 14', 'https://example.org/a', 9])
		]
	],
	[
		'two days of one amount',
		false,
		[spend('A', ['2025-03-03', 'Facebook', 100]), spend('B', ['2025-03-04', 'Facebook', 100])]
	],
	[
		'two letters with the same clicks',
		false,
		['Letter 12', 'Letter 13'].map((name) => ({
			name,
			rows: [
				['Link', 'Clicks'],
				['https://example.org/a', 2],
				['https://example.org/b', 1]
			]
		}))
	]
])('%s → asked whether tables repeat others: %s', async (_, isAsked, sheets) => {
	const bytes = await writeXlsx({ sheets });
	const { doubts } = await checkSource(bytesInMemory('totals.xlsx', bytes), how);
	expect(doubts.some(({ code }) => code === 'tablesRepeat')).toBe(isAsked);
});
