import { expect, test } from 'vitest';
import { mixtureEstimate } from './mixture.ts';

test('draws that nothing is unsure of but rounding → a chance, and ends in order', () => {
	const { lift, low, high, above } = mixtureEstimate([-1e-9, 0, 0, 1e-9], 0);
	expect(above).toBe(0.5);
	expect(lift).toBeCloseTo(1, 6);
	expect(low!).toBeLessThanOrEqual(high!);
});

test('no doubt around draws that differ → the chance is their share above 1', () => {
	expect(mixtureEstimate([-0.2, 0.1, 0.2, 0.3], 0).above).toBe(0.75);
});
