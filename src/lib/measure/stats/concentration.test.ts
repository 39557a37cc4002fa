import { expect, test } from 'vitest';
import { concentration } from './concentration.ts';

test('ten amounts, one of them large → the share that the largest brings', () => {
	const amounts = Object.freeze([...Array<number>(9).fill(1), 11]);
	expect(concentration(amounts)).toMatchObject({ top1: 0.55, top10: 0.55 });
});

test('amounts all equal → no variation', () => {
	expect(concentration(Array<number>(100).fill(48))).toEqual({
		top1: 0.01,
		top10: 0.1,
		variation: 0
	});
});

test('amounts → a variation of sample standard deviation over mean', () => {
	// 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sample variance 32/7
	const { variation } = concentration([2, 4, 4, 4, 5, 5, 7, 9])!;
	expect(variation).toBeCloseTo(Math.sqrt(32 / 7) / 5, 12);
});

test('no amounts, or more refunded than taken → no concentration', () => {
	expect(concentration([])).toBeNull();
	expect(concentration([10, -20])).toBeNull();
});
