import { expect, test } from 'vitest';
import { estimateOf, unsaid } from './estimate.ts';
import { fillNormal, seeded } from '../stats/random.ts';
import { rankSingly, rankJointly } from './ranks.ts';

/** Independent effects, as both ways of ranking take them. */
function effects(means: readonly number[], sd: number) {
	const k = means.length;
	const covariance = new Float64Array(k * k);
	for (let i = 0; i < k; i++) covariance[i * k + i] = sd ** 2;
	return {
		mean: Float64Array.from(means),
		sd: new Float64Array(k).fill(sd),
		covariance,
		estimates: means.map((mean) => estimateOf(mean, sd))
	};
}

test('a clear leader → a narrow range of ranks; similar effects → a wide one; no estimate → none', () => {
	const { estimates, ...known } = effects([2, 0.01, 0, -0.01, 5], 0.1);
	estimates[4] = unsaid('fewItems');
	const single = structuredClone(estimates);

	rankJointly(estimates, known, seeded(1), 500);
	rankSingly(single, known);
	for (const ranked of [estimates, single]) {
		expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, null]);
		expect(ranked.map(({ rankLow }) => rankLow)).toEqual([1, 2, 2, 2, null]);
		expect(ranked.map(({ rankHigh }) => rankHigh)).toEqual([1, 4, 4, 4, null]);
	}
});

test.each([
	['equal', () => 0],
	['in steps', (i: number) => i * 0.15]
])('groups that are %s → all ranges of ranks hold together nine times in ten', (_, truth) => {
	const planted = Array.from({ length: 8 }, (_, i) => truth(i));
	const order = [...planted.keys()].sort((a, b) => planted[b]! - planted[a]!);
	const noise = new Float64Array(8);
	const random = seeded(5);
	let held = 0;
	for (let trial = 0; trial < 200; trial++) {
		fillNormal(noise, random);
		const { estimates, ...known } = effects(
			planted.map((mean, i) => mean + 0.2 * noise[i]!),
			0.2
		);
		rankJointly(estimates, known, random, 200);
		// what is equal may take any of the ranks that equals share
		const holds = estimates.every(({ rankLow, rankHigh }, i) => {
			const ahead = planted.filter((one) => one > planted[i]!).length;
			const behind = planted.filter((one) => one < planted[i]!).length;
			return rankLow! <= ahead + 1 && rankHigh! >= order.length - behind;
		});
		if (holds) held++;
	}
	expect(held / 200).toBeGreaterThan(0.86);
});

test('correlated effects whose difference is known → ranks of their own', () => {
	const { estimates, mean } = effects([0.3, 0], 1);
	const covariance = Float64Array.of(1, 0.999, 0.999, 1);
	rankJointly(estimates, { mean, covariance }, seeded(1), 500);
	expect(estimates.map(({ rankLow, rankHigh }) => [rankLow, rankHigh])).toEqual([
		[1, 1],
		[2, 2]
	]);
});
