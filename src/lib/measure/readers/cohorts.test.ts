import { expect, test } from 'vitest';
import { clickTally, cohortsOf } from './cohorts.ts';

// four readers of month 0, of whom one left at once, one in month 2; one of month 1; one unknown
const joined = Int16Array.of(0, 0, 0, 0, 1, -1);
const left = Int16Array.of(0, 2, 9, 9, 9, 1);

test('readers who left → in the size of their cohort, absent from that month on', () => {
	expect(cohortsOf(joined, left, 3)).toEqual([
		{ month: 0, size: 4, still: [3, 3, 2], clicked: [0, 0, 0] },
		{ month: 1, size: 1, still: [1, 1], clicked: [0, 0] },
		null
	]);
});

test('several clicks of a reader in a month → counted once', () => {
	const cohorts = cohortsOf(joined, left, 3);
	const add = clickTally(cohorts, joined);
	add(0, [1, 2, 2, -1]);
	add(0, [2]);
	add(2, [2, 3, 4, 5]);

	expect(cohorts.map((cohort) => cohort?.clicked)).toEqual([[2, 0, 2], [0, 1], undefined]);
});
