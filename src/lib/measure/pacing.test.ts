import { expect, test } from 'vitest';
import { pacing } from './pacing.ts';
import { seeded } from './random.ts';

const halves = Object.freeze(Array<number>(20).fill(0.5));

test('half of all is expected to double, give or take chance', () => {
	const found = pacing(100, halves, 180, seeded(1))!;

	expect(found.expected).toBeGreaterThan(190);
	expect(found.expected).toBeLessThan(210);
	expect(found.low).toBeGreaterThan(170);
	expect(found.high).toBeLessThan(235);
	expect(found.chance).toBeGreaterThan(0.8);
});

test('what is complete stays as it is', () => {
	expect(pacing(60, Array<number>(8).fill(1), 61, seeded(1))).toMatchObject({
		expected: 60,
		low: 60,
		high: 60,
		chance: 0
	});
});

test('where issues differ in how fast they are read, less is sure', () => {
	const even = pacing(100, halves, null, seeded(1))!;
	const uneven = pacing(100, [0.3, 0.4, 0.5, 0.6, 0.7], null, seeded(1))!;
	expect(uneven.high - uneven.low).toBeGreaterThan(even.high - even.low);
});

test('its interval holds the final count nine times in ten', () => {
	const random = seeded(3);
	let held = 0;
	const runs = 400;
	for (let run = 0; run < runs; run++) {
		// 80 clicks to come on average, each early with chance 0.4 to 0.6
		const final = draw(80, random);
		const share = 0.4 + 0.2 * random();
		let reached = 0;
		for (let click = 0; click < final; click++) if (random() < share) reached++;
		const shares = Array.from({ length: 25 }, () => 0.4 + 0.2 * random());
		const { low, high } = pacing(reached, shares, null, random)!;
		if (final >= low && final <= high) held++;
	}
	expect(held / runs).toBeGreaterThan(0.86);
	expect(held / runs).toBeLessThan(0.97);
});

test('four earlier issues are too few', () => {
	expect(pacing(10, [0.5, 0.5, 0.5, 0.5, 0], null, seeded(1))).toBeNull();
});

function draw(mean: number, random: () => number): number {
	let count = 0;
	for (let product = random(); product > Math.exp(-mean); product *= random()) count++;
	return count;
}
