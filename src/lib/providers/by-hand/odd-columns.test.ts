import { expect, test } from 'vitest';
import { unreadDates } from './odd-columns.ts';

const file = (header: string[], ...sample: string[][]) => ({
	name: 'export.csv',
	labels: [],
	table: { title: null, header, headerRow: 1, endRow: null, sample }
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
