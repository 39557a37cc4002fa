import { expect, test } from 'vitest';
import { concentration } from './concentration.ts';

test('says what share the largest bring', () => {
	const amounts = Object.freeze([...Array<number>(9).fill(1), 11]);
	expect(concentration(amounts)).toMatchObject({ top1: 0.55, top10: 0.55 });
});

test('amounts that are all alike do not vary', () => {
	expect(concentration(Array<number>(100).fill(48))).toEqual({
		top1: 0.01,
		top10: 0.1,
		variation: 0
	});
});

test('the variation is the sample’s standard deviation against its mean', () => {
	// 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sample variance 32/7
	const { variation } = concentration([2, 4, 4, 4, 5, 5, 7, 9])!;
	expect(variation).toBeCloseTo(Math.sqrt(32 / 7) / 5, 12);
});

test('nothing, or more given back than taken, has no concentration', () => {
	expect(concentration([])).toBeNull();
	expect(concentration([10, -20])).toBeNull();
});
