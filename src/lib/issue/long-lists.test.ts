import fc from 'fast-check';
import { expect, test } from 'vitest';
import { append, largest, smallest } from './long-lists.ts';

const lists = fc.array(fc.integer());

test('any numbers → the largest and the smallest, as a call with all of them would say', () => {
	fc.assert(
		fc.property(lists, fc.integer(), (values, bound) => {
			expect(largest(values, bound)).toBe(Math.max(bound, ...values));
			expect(smallest(values, bound)).toBe(Math.min(bound, ...values));
			expect(largest(values)).toBe(Math.max(...values));
			expect(smallest(values)).toBe(Math.min(...values));
		})
	);
});

test('more values than a call takes arguments → none is lost', () => {
	const many = Array.from({ length: 500_000 }, (_, i) => i);
	const list = [-1];
	append(list, many);
	expect(list).toHaveLength(500_001);
	expect([smallest(list), largest(list)]).toEqual([-1, 499_999]);
	expect(() => Math.max(...many)).toThrow(RangeError);
});
