import { expect, test } from 'vitest';
import { estimateOf, unsaid } from './estimate.ts';
import { fillNormal, seeded } from './random.ts';
import { rank } from './ranks.ts';

test('clear leaders have a narrow range, look-alikes a wide one, and the unsaid none', () => {
	const means = [2, 0.01, 0, -0.01];
	const estimates = [...means.map((mean) => estimateOf(mean, 0.1)), unsaid('fewItems')];
	const random = seeded(1);

	rank(
		estimates,
		(into) => {
			fillNormal(into, random);
			means.forEach((mean, i) => (into[i] = mean + 0.1 * into[i]!));
		},
		500
	);

	expect(estimates.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, null]);
	expect(estimates.map(({ rankLow }) => rankLow)).toEqual([1, 2, 2, 2, null]);
	expect(estimates.map(({ rankHigh }) => rankHigh)).toEqual([1, 4, 4, 4, null]);
});
