import { expect, test } from 'vitest';
import { changeOfRate } from './change.ts';

const before = Object.freeze({ count: 48, of: 80 });
const after = Object.freeze({ count: 56, of: 70 });

test('agrees with the published example at its level', () => {
	// Newcombe 1998, table II (a): 56/70 against 48/80; its 95 % interval is 0.0524 to 0.3339, and
	// the same formula with scipy's 90 % Wilson intervals gives these
	const { difference, low, high } = changeOfRate(before, after);
	expect(difference).toBeCloseTo(0.2, 12);
	expect(low).toBeCloseTo(0.076564, 6);
	expect(high).toBeCloseTo(0.313645, 6);
});

test('the other way round is the mirror image', () => {
	const there = changeOfRate(before, after);
	const back = changeOfRate(after, before);
	expect(back.low).toBeCloseTo(-there.high, 12);
	expect(back.above).toBeCloseTo(1 - there.above, 6);
});

test('no change is as likely to be one as the other', () => {
	expect(changeOfRate(before, before).above).toBeCloseTo(0.5, 6);
});
