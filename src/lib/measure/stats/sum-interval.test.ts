import { expect, test } from 'vitest';
import { amountShape } from './amount-shape.ts';
import { fillNormal, seeded, type Random } from './random.ts';
import { effectiveNumber, sumIntervals } from './sum-interval.ts';

/** Amounts of very different kinds, each with its mean. */
const kinds: Record<string, { mean: number; draw: (random: Random) => number }> = {
	equal: { mean: 40, draw: () => 40 },
	'log-normal, σ = 1': { mean: Math.exp(0.5), draw: (random) => Math.exp(normal(random)) },
	'log-normal, σ = 1.4': { mean: Math.exp(0.98), draw: (random) => Math.exp(1.4 * normal(random)) },
	exponential: { mean: 1, draw: (random) => -Math.log(1 - random()) },
	'two plans': { mean: 0.7 * 48 + 0.3 * 480, draw: (random) => (random() < 0.7 ? 48 : 480) },
	'Pareto, α = 2.5': { mean: 2.5 / 1.5, draw: (random) => (1 - random()) ** (-1 / 2.5) }
};

function normal(random: Random): number {
	const pair = new Float64Array(2);
	fillNormal(pair, random);
	return pair[0]!;
}

/** Who bought, of 400 people of whom a share does. */
function buyers(random: Random, share: number, draw: (random: Random) => number): number[] {
	const amounts: number[] = [];
	for (let person = 0; person < 400; person++) if (random() < share) amounts.push(draw(random));
	return amounts;
}

test('500 channels of few buyers and unequal amounts → the 90 % interval holds the truth in at least 88 of 100', () => {
	for (const [kind, { mean, draw }] of Object.entries(kinds)) {
		const random = seeded(11);
		let held = 0;
		let given = 0;
		// ten publications of fifty channels, of 5 to 50 buyers on average
		for (let publication = 0; publication < 10; publication++) {
			const channels = Array.from({ length: 50 }, () => {
				const share = 0.0125 * 10 ** random();
				return { truth: 400 * share * mean, amounts: buyers(random, share, draw) };
			});
			const intervalOf = sumIntervals(amountShape(channels.map(({ amounts }) => amounts)));
			for (const { truth, amounts } of channels) {
				if (amounts.length < 5) continue;
				const { low, high } = intervalOf(amounts)!;
				given++;
				if (low <= truth && truth <= high) held++;
			}
		}
		expect(held / given, kind).toBeGreaterThanOrEqual(0.88);
		expect(held / given, kind).toBeLessThanOrEqual(0.97);
	}
});

test('publications of a single channel, log-normal amounts → the interval holds as often', () => {
	const random = seeded(5);
	const { mean, draw } = kinds['log-normal, σ = 1']!;
	let held = 0;
	let given = 0;
	while (given < 500) {
		const amounts = buyers(random, 0.03, draw);
		if (amounts.length < 5) continue;
		const { low, high } = sumIntervals(amountShape([amounts]))(amounts)!;
		given++;
		if (low <= 12 * mean && 12 * mean <= high) held++;
	}
	expect(held / given).toBeGreaterThanOrEqual(0.88);
});

test('1,200 buyers → the interval is that of the logarithm of the sum, normally distributed', () => {
	const amounts = Array.from({ length: 1200 }, (_, i) => 1 + (i % 3));
	const { low, high, chanceAbove } = sumIntervals(amountShape([amounts]))(amounts)!;
	// the sum is 2400, its standard error √5600: 74.8
	expect(low).toBeCloseTo(2400 * Math.exp((-1.644854 * Math.sqrt(5600)) / 2400), 3);
	expect(high).toBeCloseTo(2400 * Math.exp((1.644854 * Math.sqrt(5600)) / 2400), 3);
	expect(chanceAbove(2400)).toBeCloseTo(0.5, 6);
	expect(chanceAbove(0)).toBe(1);
});

test('the same amounts → the same interval, narrower ends within wider ones, rising with the amounts', () => {
	const amounts = Object.freeze([10, 20, 35, 35, 80, 410]);
	const intervalOf = sumIntervals(amountShape([amounts]));
	const { low, low50, high50, high } = intervalOf(amounts)!;
	expect([low, low50, 590, high50, high]).toEqual(
		[low, low50, 590, high50, high].sort((a, b) => a - b)
	);
	expect(sumIntervals(amountShape([amounts]))(amounts)).toMatchObject({ low, high });
	expect(intervalOf(amounts.map((amount) => 10 * amount))!.low).toBeCloseTo(10 * low, 6);
	expect(intervalOf([])).toBe(null);
	expect(() => amountShape([[1, 0]])).toThrow(RangeError);
});

test('equal amounts → as many effective buyers as buyers; one that outweighs all → one; none → 0', () => {
	expect(effectiveNumber([5, 5, 5, 5])).toBeCloseTo(4, 12);
	expect(effectiveNumber([1, 1, 1, 1_000_000])).toBeCloseTo(1, 4);
	expect(effectiveNumber([])).toBe(0);
});
