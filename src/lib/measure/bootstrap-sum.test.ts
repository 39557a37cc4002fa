import { expect, test } from 'vitest';
import { bootstrapSums } from './bootstrap-sum.ts';
import { quantile } from './quantile.ts';
import { seeded } from './random.ts';

test('has the mean of the sample, and the standard error of its sum', () => {
	// of 1000 people 50 have 10 and 10 have 200: the sum is 2500, its variance n × var
	const amounts = [...Array<number>(50).fill(10), ...Array<number>(10).fill(200)];
	const sums = bootstrapSums(Object.freeze(amounts), 1000, 4000, seeded(1));
	const mean = sums.reduce((sum, one) => sum + one, 0) / sums.length;
	const sd = Math.sqrt(sums.reduce((sum, one) => sum + (one - mean) ** 2, 0) / sums.length);

	const variance = (50 * 10 ** 2 + 10 * 200 ** 2) / 1000 - 2.5 ** 2;
	expect(mean).toBeCloseTo(2500, -2);
	expect(sd / Math.sqrt(1000 * variance)).toBeCloseTo(1, 1);
	expect(quantile(sums, 0.05)).toBeLessThan(quantile(sums, 0.95));
});

test('its 90 % interval holds the true mean nine times in ten', () => {
	const random = seeded(7);
	let held = 0;
	const runs = 300;
	for (let run = 0; run < runs; run++) {
		const amounts: number[] = [];
		// one in ten brings 50 or 150: 10 a person
		for (let person = 0; person < 600; person++)
			if (random() < 0.1) amounts.push(random() < 0.5 ? 50 : 150);
		const sums = bootstrapSums(amounts, 600, 300, random);
		if (quantile(sums, 0.05) <= 6000 && quantile(sums, 0.95) >= 6000) held++;
	}
	expect(held / runs).toBeGreaterThan(0.85);
	expect(held / runs).toBeLessThan(0.95);
});

test('nobody with an amount sums to nought', () => {
	expect([...bootstrapSums([], 10, 3, seeded(1))]).toEqual([0, 0, 0]);
});
