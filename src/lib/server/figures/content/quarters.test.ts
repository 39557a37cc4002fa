import { expect, test } from 'vitest';
import { quarterOf, quartersOf } from './quarters.ts';

test('an instant near the end of a quarter → the quarter where the publication is, not in UTC', () => {
	const lastHour = Date.UTC(2026, 2, 31, 23);
	expect(quarterOf(lastHour, 'UTC')).toBe('2026-Q1');
	expect(quarterOf(lastHour, 'Europe/Paris')).toBe('2026-Q2');
});

test('a quarter without an issue → listed, so that a line shows the gap', () => {
	const issues = [
		{ sentAt: Date.UTC(2025, 10, 1) },
		{ sentAt: Date.UTC(2026, 4, 1) },
		{ sentAt: null }
	];
	expect(quartersOf(issues, 'UTC').map(({ name }) => name)).toEqual([
		'2025-Q4',
		'2026-Q1',
		'2026-Q2'
	]);
});

test('no issues → no quarters', () => {
	expect(quartersOf([], 'UTC')).toEqual([]);
});
