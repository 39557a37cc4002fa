import { expect, test } from 'vitest';
import { monthFilters, daysTo } from './days.ts';

test('days that end with a date → as many, the date among them, across months and leap years', () => {
	expect(daysTo('2026-03-01', 7)).toEqual({ last: null, from: '2026-02-23', to: '2026-03-01' });
	expect(daysTo('2024-03-01', 2).from).toBe('2024-02-29');
	expect(daysTo('2026-01-05', 1).from).toBe('2026-01-05');
});

test('a month → its first to its last day', () => {
	expect(monthFilters('2025-12')).toEqual({ last: null, from: '2025-12-01', to: '2025-12-31' });
	expect(monthFilters('2024-02').to).toBe('2024-02-29');
	expect(monthFilters('2026-02').to).toBe('2026-02-28');
});
