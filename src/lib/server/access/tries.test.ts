import { describe, expect, test } from 'vitest';
import { open } from '../store/sql/open.ts';
import { sharedTriesOf, triesOf, type TryTerms } from './tries.ts';

const terms = { free: 3, first: 1000, longest: 60_000, group: 20, most: 100 };

const kinds = [
	['in memory', async (terms: Partial<TryTerms>) => triesOf(terms)],
	[
		'in the database',
		async (terms: Partial<TryTerms>) => sharedTriesOf(await open(':memory:'), terms)
	]
] as const;

/** Fails so often, as early as it may, and says when it is over. */
async function fail(
	tries: Awaited<ReturnType<(typeof kinds)[number][1]>>,
	of: string,
	times: number,
	from = 0,
	by = ['net']
) {
	let now = from;
	for (let made = 0; made < times; made++) {
		const wait = await tries.begin(of, by, now);
		now += wait;
		if (wait > 0) expect(await tries.begin(of, by, now)).toBe(0);
	}
	return now;
}

describe.each(kinds)('%s', (_where, make) => {
	test('failed tries → a few are free, then waits double up to the longest', async () => {
		const tries = await make(terms);
		const waits: number[] = [];
		let now = 0;
		for (let made = 0; made < 12; made++) {
			const wait = await tries.begin('ana', [], now);
			waits.push(wait);
			now += wait;
			if (wait > 0) await tries.begin('ana', [], now);
		}
		expect(waits).toEqual([
			0, 0, 0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000
		]);
	});

	test('a try during the wait → refused, and prolongs nothing', async () => {
		const tries = await make(terms);
		const now = await fail(tries, 'ana', 5);
		const left = await tries.begin('ana', [], now);
		for (let at = now; at < now + left; at += 10) await tries.begin('ana', [], at);
		expect(await tries.begin('ana', [], now + left)).toBe(0);
	});

	test('a thousand tries at once → as many allowed as one after the other', async () => {
		const tries = await make(terms);
		const asked = Array.from({ length: 1000 }, async () => tries.begin('ana', [], 0));
		const made = await Promise.all(asked);
		expect(made.filter((wait) => wait === 0)).toHaveLength(3);
	});

	test('failures of others → no wait; a success → a fresh start', async () => {
		const tries = await make(terms);
		await fail(tries, 'ana', 8);
		expect(await tries.begin('ben', ['net'], 0)).toBe(0);
		await tries.succeed('ana', ['net']);
		expect(await tries.begin('ana', ['net'], 0)).toBe(0);
	});

	test('a group that fails a lot → one free try for each of its names, also later', async () => {
		const tries = await make(terms);
		for (let n = 0; n < 25; n++) await tries.begin(`name ${n}`, ['net'], 0);
		expect(await tries.begin('ana', ['net'], 0)).toBe(0);
		expect(await tries.begin('ana', ['net'], 0)).toBeGreaterThan(0);
		expect(await tries.begin('ana', ['another'], 0)).toBe(0);
	});

	test('ten times as many other names as are remembered → the failures of a name still known', async () => {
		const tries = await make(terms);
		const now = await fail(tries, 'ana', 10);
		for (let n = 0; n < 10 * terms.most; n++) await tries.begin(`name ${n}`, [], now);
		expect(await tries.begin('ana', [], now)).toBeGreaterThan(0);
	});

	test('an hour without tries → failures forgotten', async () => {
		const tries = await make(terms);
		const now = await fail(tries, 'ana', 10);
		expect(await tries.begin('ana', [], now + 61 * 60_000)).toBe(0);
		expect(await tries.begin('ana', [], now + 61 * 60_000)).toBe(0);
	});

	test('a clock set back by a day → no wait longer than the longest', async () => {
		const tries = await make(terms);
		const day = 86_400_000;
		await fail(tries, 'ana', 4, day);
		expect(await tries.begin('ana', [], 0)).toBeLessThanOrEqual(terms.longest);
		expect(await tries.begin('ana', [], terms.longest)).toBe(0);
	});
});
