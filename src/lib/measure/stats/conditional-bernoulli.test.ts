import { expect, test } from 'vitest';
import { conditionalBernoulli } from './conditional-bernoulli.ts';

test('a reader of one item → drawn by what attracts; a reader of all items → each for certain', () => {
	const choice = conditionalBernoulli([30, 20, 10], [0, 60]);
	expect([...choice.inclusion(1)].map((p) => p.toFixed(3))).toEqual(['0.500', '0.333', '0.167']);
	const three = conditionalBernoulli([1, 1, 1], [0, 0, 0, 1]);
	expect([...three.inclusion(3)]).toEqual([1, 1, 1]);
});

test('chances of each item → they add up to the items clicked, and give back the clickers', () => {
	const clickers = [70, 40, 25, 10, 5];
	const readers = [0, 60, 30, 10];
	const choice = conditionalBernoulli(clickers, readers);

	for (const n of [1, 2, 3])
		expect(choice.inclusion(n).reduce((sum, p) => sum + p, 0)).toBeCloseTo(n, 9);
	clickers.forEach((clicked, i) => {
		const expected = readers.reduce((sum, have, n) => sum + have * choice.inclusion(n)[i]!, 0);
		expect(expected).toBeCloseTo(clicked, 0);
	});
});
