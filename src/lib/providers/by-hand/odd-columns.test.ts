import { expect, test } from 'vitest';
import { tableOf } from '../../../../tests/table-of.ts';
import { oddColumns, unreadDates } from './odd-columns.ts';

const file = (header: string[], ...sample: string[][]) => ({
	name: 'export.csv',
	labels: [],
	table: tableOf(header, ...sample)
});
const flags = file(
	['email', 'opened', 'clicked', 'date', 'last update'],
	['ana@example.com', 'yes', 'no', '3-9-2025 08:05', '2025-10-01'],
	['bob@example.com', 'no', 'no', '', '2025-10-01']
);

test('flags beside a date → it is asked what the date is of, and not of the last update', () => {
	expect(unreadDates(flags, 'events', { address: 0, opened: 1, clicked: 2 })).toEqual([
		{ code: 'datesUnread', waits: true, column: 'date', values: ['3-9-2025 08:05'] }
	]);
});

test.each([
	['the date is read', 'events', { address: 0, opened: 1, at: 3 }],
	['a list of readers', 'subscribers', { address: 0 }]
] as const)('%s → nothing is asked', (_, kind, columns) => {
	expect(unreadDates(flags, kind, columns)).toEqual([]);
});

test('dates beside words in a column of times → the doubt shows those that are none', () => {
	const clicks = file(
		['email', 'timestamp', 'url'],
		['ana@example.com', '2025-09-03 08:05', 'https://example.com/a'],
		['bob@example.com', 'no', 'https://example.com/a'],
		['cyr@example.com', 'sent', 'https://example.com/a']
	);
	expect(oddColumns(clicks, 'clicks', { address: 0, at: 1, url: 2 })).toEqual([
		{ code: 'oddlyFilled', waits: true, column: 'timestamp', values: ['no', 'sent'] }
	]);
});
