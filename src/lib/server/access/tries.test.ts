import { expect, test } from 'vitest';
import { triesOf } from './tries.ts';

const terms = { free: 3, first: 1000, longest: 60_000, group: 20, most: 100 };

/** Fails so often, as early as it may, and says when it is over. */
function fail(
	tries: ReturnType<typeof triesOf>,
	of: string,
	times: number,
	from = 0,
	by = ['net']
) {
	let now = from;
	for (let made = 0; made < times; made++) {
		const wait = tries.begin(of, by, now);
		now += wait;
		if (wait > 0) expect(tries.begin(of, by, now)).toBe(0);
	}
	return now;
}

test('a few tries are free, then waits double up to the longest', () => {
	const tries = triesOf(terms);
	const waits: number[] = [];
	let now = 0;
	for (let made = 0; made < 12; made++) {
		const wait = tries.begin('ana', [], now);
		waits.push(wait);
		now += wait;
		if (wait > 0) tries.begin('ana', [], now);
	}
	expect(waits).toEqual([
		...[0, 0, 0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]
	]);
});

test('a try that is refused prolongs nothing', () => {
	const tries = triesOf(terms);
	const now = fail(tries, 'ana', 5);
	const left = tries.begin('ana', [], now);
	for (let at = now; at < now + left; at += 10) tries.begin('ana', [], at);
	expect(tries.begin('ana', [], now + left)).toBe(0);
});

test('a thousand tries at once are as many as one after the other', () => {
	const tries = triesOf(terms);
	const made = Array.from({ length: 1000 }, () => tries.begin('ana', [], 0));
	expect(made.filter((wait) => wait === 0)).toHaveLength(3);
});

test('nobody waits for what others failed at, and who succeeded begins anew', () => {
	const tries = triesOf(terms);
	fail(tries, 'ana', 8);
	expect(tries.begin('ben', ['net'], 0)).toBe(0);
	tries.succeed('ana', ['net']);
	expect(tries.begin('ana', ['net'], 0)).toBe(0);
});

test('where a group fails a lot, its members have one free try, and still have it', () => {
	const tries = triesOf(terms);
	for (let n = 0; n < 25; n++) tries.begin(`name ${n}`, ['net'], 0);
	expect(tries.begin('ana', ['net'], 0)).toBe(0);
	expect(tries.begin('ana', ['net'], 0)).toBeGreaterThan(0);
	expect(tries.begin('ana', ['another'], 0)).toBe(0);
});

test('thousands of other names do not push a name out of memory', () => {
	const tries = triesOf(terms);
	const now = fail(tries, 'ana', 10);
	for (let n = 0; n < 10_000; n++) tries.begin(`name ${n}`, [], now);
	expect(tries.begin('ana', [], now)).toBeGreaterThan(0);
});

test('what was quiet for an hour is forgotten', () => {
	const tries = triesOf(terms);
	const now = fail(tries, 'ana', 10);
	expect(tries.begin('ana', [], now + 61 * 60_000)).toBe(0);
	expect(tries.begin('ana', [], now + 61 * 60_000)).toBe(0);
});

test('a clock that is set back for a day keeps nobody out for a day', () => {
	const tries = triesOf(terms);
	const day = 86_400_000;
	fail(tries, 'ana', 4, day);
	expect(tries.begin('ana', [], 0)).toBeLessThanOrEqual(terms.longest);
	expect(tries.begin('ana', [], terms.longest)).toBe(0);
});
