import { expect, test } from 'vitest';
import { withoutRevised } from './revised.ts';

const row = (importId: number | null, key: string, amount: number, leftOut = false) => ({
	importId,
	key,
	amount,
	leftOut
});
function standing(...rows: ReturnType<typeof row>[]) {
	const result = withoutRevised(
		Object.freeze(rows),
		({ key }) => key || null,
		({ key, amount }) => `${key} ${amount}`
	);
	expect(result.rows.length + result.replaced.size).toBe(rows.length);
	return result.rows.map(({ importId, amount }) => [importId, amount]);
}

test('a later file with another amount for the same → replaces it', () => {
	expect(standing(row(1, 'jan', 100), row(1, 'feb', 50), row(2, 'jan', 120))).toEqual([
		[1, 50],
		[2, 120]
	]);
	// and back again
	expect(standing(row(1, 'jan', 120), row(2, 'jan', 100), row(3, 'jan', 120))).toEqual([[3, 120]]);
});

test('a later file that says the same, less, or one more → replaces nothing', () => {
	expect(standing(row(1, 'jan', 100), row(2, 'jan', 100))).toHaveLength(2);
	expect(standing(row(1, 'jan', 100), row(1, 'jan', 70), row(2, 'jan', 70))).toHaveLength(3);
	expect(standing(row(1, 'jan', 100), row(2, 'jan', 100), row(2, 'jan', 70))).toHaveLength(3);
});

test('rows of one file, what people typed, left out, or without dates → replace nothing', () => {
	expect(standing(row(1, 'jan', 100), row(1, 'jan', 120))).toHaveLength(2);
	expect(standing(row(1, 'jan', 100), row(null, 'jan', 120))).toHaveLength(2);
	expect(standing(row(1, 'jan', 100), row(2, 'jan', 120, true))).toHaveLength(2);
	expect(standing(row(1, '', 100), row(2, '', 120))).toHaveLength(2);
});
