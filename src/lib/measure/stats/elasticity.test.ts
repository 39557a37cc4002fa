import { expect, test } from 'vitest';
import { elasticity } from './elasticity.ts';

test.each([
	// λ = 1: 1 ÷ (1 − e^−1) items a clicker
	[1, 1],
	[1 / (1 - Math.exp(-1)), 1 / (Math.E - 1)],
	[2 / (1 - Math.exp(-2)), 2 / (Math.exp(2) - 1)]
])('%d items per clicker → an elasticity of %d', (perClicker, expected) => {
	expect(elasticity(perClicker)).toBeCloseTo(expected, 9);
});

test('fewer than one item per clicker → refused', () => {
	expect(() => elasticity(0.5)).toThrow(RangeError);
});
