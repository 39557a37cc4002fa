import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDate, localMonths, startOfLocalDate } from './local-date.ts';

test.each([
	['2026-07-01', 'Europe/Paris', Date.UTC(2026, 5, 30, 22)],
	['2026-01-01', 'Pacific/Kiritimati', Date.UTC(2025, 11, 31, 10)],
	['2026-01-01', 'America/St_Johns', Date.UTC(2026, 0, 1, 3, 30)],
	// clocks go forward at midnight: the day begins at one
	['2025-09-07', 'America/Santiago', Date.UTC(2025, 8, 7, 4)]
])('%s in %s → begins at %i', (date, zone, at) => {
	expect(startOfLocalDate(date, zone)).toBe(at);
});

test('a day of any zone → begins with its first minute', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 20_000 }),
			fc.constantFrom('Europe/Paris', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe'),
			(day, zone) => {
				const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
				const start = startOfLocalDate(date, zone);
				expect(localDate(start, zone)).toBe(date);
				expect(localDate(start - 60_000, zone) < date).toBe(true);
			}
		)
	);
});

test('a first and a last instant → the months between them, and one more that ends the last', () => {
	const months = localMonths(Date.UTC(2025, 10, 5), Date.UTC(2026, 0, 31, 23, 30), 'Europe/Paris');
	// half past eleven in London is February in Paris
	expect(months.map(({ name }) => name)).toEqual([
		'2025-11',
		'2025-12',
		'2026-01',
		'2026-02',
		'2026-03'
	]);
});
