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
