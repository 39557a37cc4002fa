import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/**
 * Inverse of a symmetric positive definite matrix, given by its lower triangle, row-major.
 *
 * @throws {RangeError} if it is not positive definite
 */
export function inverse(lower: Float64Array, p: number): Float64Array {
	return inverseOfRoot(choleskyRoot(lower, p), p);
}

/** Inverse of the matrix whose lower triangular root is given, row-major. */
export function inverseOfRoot(root: Float64Array, p: number): Float64Array {
	// the root's own inverse, then its product with itself: a third of the cost of solving for every column of
	// the identity
	const inverted = new Float64Array(p * p);
	for (let j = 0; j < p; j++) {
		inverted[j * p + j] = 1 / root[j * p + j]!;
		for (let i = j + 1; i < p; i++) {
			let sum = 0;
			for (let k = j; k < i; k++) sum -= root[i * p + k]! * inverted[k * p + j]!;
			inverted[i * p + j] = sum / root[i * p + i]!;
		}
	}

	const result = new Float64Array(p * p);
	for (let k = 0; k < p; k++)
		for (let i = 0; i <= k; i++) {
			const factor = inverted[k * p + i]!;
			if (factor === 0) continue;
			for (let j = 0; j <= i; j++) result[i * p + j]! += factor * inverted[k * p + j]!;
		}
	for (let i = 0; i < p; i++) for (let j = 0; j < i; j++) result[j * p + i] = result[i * p + j]!;
	return result;
}

/**
 * Lower triangular root of a symmetric positive definite matrix, both row-major; only the lower
 * triangle is read.
 *
 * @throws {RangeError} if it is not positive definite
 */
export function choleskyRoot(lower: Float64Array, p: number): Float64Array {
	const matrix = new Matrix(p, p);
	for (let i = 0; i < p; i++)
		for (let j = 0; j <= i; j++) {
			matrix.set(i, j, lower[i * p + j]!);
			matrix.set(j, i, lower[i * p + j]!);
		}

	const decomposition = new CholeskyDecomposition(matrix);
	if (!decomposition.isPositiveDefinite()) throw new RangeError('not positive definite');

	const root = decomposition.lowerTriangularMatrix;
	const flat = new Float64Array(p * p);
	for (let i = 0; i < p; i++) for (let j = 0; j <= i; j++) flat[i * p + j] = root.get(i, j);
	return flat;
}

/** A square matrix, row-major, times a vector. */
export function multiply(matrix: Float64Array, vector: Float64Array, p: number): Float64Array {
	const result = new Float64Array(p);
	for (let j = 0; j < p; j++) {
		const factor = vector[j]!;
		if (factor === 0) continue;
		for (let i = 0; i < p; i++) result[i]! += matrix[j * p + i]! * factor;
	}
	return result;
}

/** Sum of products. */
export function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
	return sum;
}

/** A diagonal block of a square matrix, row-major: rows and columns from `from` to before `to`. */
export function blockOf(matrix: Float64Array, p: number, from: number, to: number): Float64Array {
	const k = to - from;
	return Float64Array.from(
		{ length: k * k },
		(_, at) => matrix[(from + Math.floor(at / k)) * p + from + (at % k)]!
	);
}
