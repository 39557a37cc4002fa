import { expect, test } from 'vitest';
import { throttle } from './throttle.ts';

test('allows a few tries, then none until time has passed', () => {
	const tries = throttle(3, 60_000);
	expect([0, 1, 2, 3].map((at) => tries.isTooMany('ana', at))).toEqual([false, false, false, true]);
	expect(tries.isTooMany('ana', 60_004)).toBe(false);
});

test('counts everybody for themselves, and forgets who succeeded', () => {
	const tries = throttle(1, 60_000);
	tries.isTooMany('ana', 0);
	expect(tries.isTooMany('ben', 1)).toBe(false);
	tries.forget('ana');
	expect(tries.isTooMany('ana', 2)).toBe(false);
});
