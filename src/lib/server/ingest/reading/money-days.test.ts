import { expect, test } from 'vitest';
import { moneyDays } from './money-days.ts';

const day = (cell: string, own: string | null, written: string | null = null, timed = true) => {
	const at = moneyDays({ order: 'dmy' }, { own, written, timed })(cell);
	return at === null ? null : new Date(at).toISOString().slice(0, 10);
};

test.each([
	['2025-03-30T23:30:00Z', 'Europe/Paris', '2025-03-31'],
	['2025-03-30T23:30:00Z', 'America/Los_Angeles', '2025-03-30'],
	['2025-03-30 20:00:00 UTC', 'Asia/Kolkata', '2025-03-31'],
	['2025-03-31 00:30:00 +0200', 'Europe/Paris', '2025-03-31'],
	['2025-03-31 00:30:00 +0200', 'America/Los_Angeles', '2025-03-30'],
	['31/03/2025 00:30', 'America/Los_Angeles', '2025-03-31'],
	['31/03/2025', 'America/Los_Angeles', '2025-03-31'],
	['31-03-2025', 'America/Los_Angeles', '2025-03-31'],
	['2025-03-30 11:30:00 PM UTC', 'Europe/Paris', '2025-03-31'],
	['2025-03-30T23:30:00.123Z', 'Europe/Paris', '2025-03-31'],
	['2025-03-31 00:30:00 +0200', null, '2025-03-31'],
	['soon', 'Europe/Paris', null]
])('%s in %s → %s', (cell, own, expected) => {
	expect(day(cell, own)).toBe(expected);
});

test('a column that names its zone → its times are of the publication’s days', () => {
	expect(day('2025-03-30 23:30', 'Europe/Paris', 'UTC')).toBe('2025-03-31');
	expect(day('2025-03-30 23:30', 'Asia/Kolkata', 'America/Los_Angeles')).toBe('2025-03-31');
});

test('a column of midnights → the dates as written, in any zone', () => {
	expect(day('2025-03-31T00:00:00Z', 'America/Los_Angeles', null, false)).toBe('2025-03-31');
	expect(day('2025-03-31T00:00:00+02:00', 'Europe/Paris', null, false)).toBe('2025-03-31');
	expect(day('2025-03-31', 'America/Los_Angeles', 'UTC', false)).toBe('2025-03-31');
});
