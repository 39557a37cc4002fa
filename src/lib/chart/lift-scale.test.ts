import { expect, test } from 'vitest';
import { liftScale } from './lift-scale.ts';

test('a lift scale → 1 in the middle, half and double equally far from it', () => {
	const scale = liftScale([{ lift: 2.2, enough: true }]);

	expect(scale.at(1)).toBeCloseTo(50, 6);
	expect(scale.at(2) - 50).toBeCloseTo(50 - scale.at(0.5), 6);
});

test('an estimate beyond the scale → the scale reaches it; one without enough data → ignored', () => {
	expect(liftScale([{ lift: 0.3, enough: true }]).min).toBeLessThan(0.3);
	expect(liftScale([{ lift: 9, enough: false }]).max).toBe(1.78);
});

test('the end of an interval → within the scale, unless it is far beyond its estimate', () => {
	const usual = { lift: 1.7, low: 1.3, high: 2.3, enough: true };
	expect(liftScale([usual]).max).toBeGreaterThan(2.3);
	expect(liftScale([{ ...usual, lift: 0.6, low: 0.45, high: 0.8 }]).min).toBeLessThan(0.45);
	expect(liftScale([{ ...usual, high: 20 }]).max).toBeLessThan(2.6);
});

test('a lift outside the scale → drawn at its edge', () => {
	const scale = liftScale([]);

	expect(scale.at(100)).toBe(100);
	expect(scale.at(0.001)).toBe(0);
});

test('a lift scale → ticks within it alone, three where there is little room', () => {
	expect(liftScale([]).ticks).toEqual([0.7, 1, 1.4]);
	expect(liftScale([{ lift: 1.9, enough: true }]).ticks).toEqual([0.5, 0.7, 1, 1.4, 2]);
	expect(liftScale([{ lift: 1.9, enough: true }], true).ticks).toEqual([0.5, 1, 2]);
});

test('lifts far beyond the usual → ticks that reach as far, on both sides of 1', () => {
	for (const lift of [1, 2.5, 4.2, 60])
		for (const narrow of [false, true]) {
			const { min, max, ticks } = liftScale([{ lift, enough: true }], narrow);
			expect(ticks[0]! * ticks.at(-1)!).toBeCloseTo(1, 1);
			expect(Math.log(max) / Math.log(ticks.at(-1)!)).toBeLessThan(2.1);
			expect(min).toBeLessThanOrEqual(ticks[0]!);
		}
});
