import { expect, test } from 'vitest';
import { fitLift } from '#lib/measure/lift/lift.ts';
import { Z90 } from '#lib/measure/stats/normal.ts';
import { dealt } from '../combinations.ts';
import { countReference, simulateCounts, type CountOptions } from './counts.ts';

// Where topics stand in the latest issue, as what is said of one more item rests on it: of archives whose
// topics stand still, drift or change, how many 90 % intervals hold.

/** Topics in one archive against the mean of all of them: what all do at once is the issues'. */
function heldNow(options: Partial<CountOptions>, seed: number): boolean[] {
	const { input, effects } = simulateCounts(options, seed);
	const { coefficients, covariance, count, topicFrom } = fitLift(input, {
		seed: 1,
		draws: 10
	}).basis;
	const columns = effects.map((_, topic) => topicFrom + topic);
	const meanOf = (values: readonly number[]) =>
		values.reduce((sum, value) => sum + value, 0) / values.length;
	const covariances = columns.map((row) =>
		columns.map((column) => covariance[row * count + column]!)
	);
	const shared = covariances.map(meanOf);
	const usual = meanOf(columns.map((column) => coefficients[column]!));
	const truths = effects.map((effect) => effect.at(-1)!);
	return columns.map((column, topic) => {
		const variance = covariances[topic]![topic]! - 2 * shared[topic]! + meanOf(shared);
		const off = coefficients[column]! - usual - (truths[topic]! - meanOf(truths));
		return Math.abs(off) < Z90 * Math.sqrt(variance);
	});
}

const kinds = [
	['nothing changes, over 12 issues', { issues: 12 }, [0.88, 0.97]],
	['nothing changes, over 40 issues', { issues: 40 }, [0.88, 0.97]],
	['nothing changes, and items get few clicks', { issues: 40, reach: 400 }, [0.88, 0.97]],
	['a quarter of the topics changes', { issues: 40, change: 0.5 }, [0.9, 0.98]],
	['all drift, over 12 issues', { issues: 12, drift: 0.4 }, [0.77, 0.9]],
	['all drift a little, over 40 issues', { issues: 40, drift: 0.2 }, [0.79, 0.9]],
	['all drift, over 40 issues', { issues: 40, drift: 0.4 }, [0.82, 0.92]],
	['all drift, over 100 issues', { issues: 100, drift: 0.4 }, [0.86, 0.95]],
	['all drift far, over 40 issues', { issues: 40, drift: 0.8 }, [0.86, 0.95]]
] as const;

test.each(dealt(1, kinds, 2))(
	'%s → so many intervals of where topics stand hold',
	(_, options, [least, most]) => {
		const held = Array.from({ length: 40 }, (_, seed) => heldNow(options, seed + 1)).flat();
		const share = held.filter(Boolean).length / held.length;
		expect(share).toBeGreaterThan(least);
		expect(share).toBeLessThan(most);
	}
);

test.each([
	['nothing changes', { issues: 40 }],
	['all drift', { issues: 40, drift: 0.4 }],
	['all drift far', { issues: 40, drift: 0.8 }],
	['all drift far over 100 issues', { issues: 100, drift: 0.8 }]
])(
	'%s → items of a forecast scatter as planted, and not by what their topics moved',
	(_, options) => {
		const runs = 40;
		let sum = 0;
		for (let seed = 1; seed <= runs; seed++)
			sum += fitLift(simulateCounts(options, seed).input, { seed: 1, draws: 10 }).basis.variance
				.item;
		const planted = countReference.itemSd ** 2;
		expect(sum / runs / planted).toBeGreaterThan(0.8);
		expect(sum / runs / planted).toBeLessThan(1.2);
	}
);
