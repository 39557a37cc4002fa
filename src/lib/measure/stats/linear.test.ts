import { expect, test } from 'vitest';
import { choleskyRoot, dot, inverse, multiply } from './linear.ts';

// the classic 3 × 3 example: root and inverse from https://en.wikipedia.org/wiki/Cholesky_decomposition
const matrix = Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98);

test('the textbook matrix → its published Cholesky factor', () => {
	expect([...choleskyRoot(matrix, 3)]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
});

test('a matrix times its inverse → the identity', () => {
	const inverted = inverse(matrix, 3);
	for (let j = 0; j < 3; j++) {
		const column = multiply(matrix, inverted.subarray(j * 3, j * 3 + 3), 3);
		[0, 1, 2].forEach((i) => expect(column[i]).toBeCloseTo(i === j ? 1 : 0, 9));
	}
});

test('a matrix that is not positive definite → refused', () => {
	expect(() => inverse(Float64Array.of(1, 2, 2, 1), 2)).toThrow(RangeError);
});

test('two vectors → the sum of their products', () => {
	expect(dot(Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6))).toBe(32);
});
