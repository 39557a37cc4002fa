import { expect, test } from 'vitest';
import { DAY } from '#lib/duration.ts';
import { normals, seeded } from '#lib/measure/stats/random.ts';
import { sendTimeRows } from '../figures/audience/audience-times.ts';
import type { IssueRow } from '../figures/content/rows.ts';
import { bestDay } from './next.ts';

/** Daily issues of some weeks, whose rates scatter; those of one weekday are clicked by so much more. */
function issues(weeks: number, more: number, seed: number): IssueRow[] {
	const normal = normals(seeded(seed));
	return Array.from({ length: 7 * weeks }, (_, day) => ({
		sentAt: Date.UTC(2026, 0, 5, 9) + day * DAY,
		rate: 0.1 * Math.exp(0.2 * normal() + (day % 7 === 2 ? more : 0)),
		open: false
	})) as IssueRow[];
}

test('seven weekdays that do not differ → a best one is named in fewer than one case in ten', () => {
	const named = Array.from({ length: 200 }, (_, seed) => bestDay(issues(12, 0, seed + 1), 'UTC'));
	expect(named.filter((day) => day !== null).length / 200).toBeLessThan(0.1);
});

test('a weekday clicked by half as much again → it is named, with the interval that the audience shows', () => {
	const given = issues(12, 0.4, 1);
	const { weekday, low, high } = bestDay(given, 'UTC')!;
	expect(weekday).toBe(3);
	expect(low).toBeGreaterThan(0);
	const shown = sendTimeRows(given, 'UTC').find(
		({ of, value }) => of === 'weekday' && value === 3
	)!;
	expect([low, high]).toEqual([shown.changeLow, shown.changeHigh]);
});
