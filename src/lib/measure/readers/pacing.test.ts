import { expect, test } from 'vitest';
import { pacing, usualCount } from './pacing.ts';
import { seeded } from '../stats/random.ts';

const halves = Object.freeze(Array<number>(20).fill(0.5));

test('half of the clicks so far → double expected, within what chance allows', () => {
	const pace = pacing(100, halves, 180, null, seeded(1))!;

	expect(pace.expected).toBeGreaterThan(190);
	expect(pace.expected).toBeLessThan(210);
	expect(pace.low).toBeGreaterThan(170);
	expect(pace.high).toBeLessThan(235);
	expect(pace.chance).toBeGreaterThan(0.8);
});

test('an issue that is complete → its count as the forecast, no chance of more', () => {
	expect(pacing(60, Array<number>(8).fill(1), 61, null, seeded(1))).toMatchObject({
		expected: 60,
		low: 60,
		high: 60,
		chance: 0
	});
});

test('issues read at different speeds → a wider interval', () => {
	const even = pacing(100, halves, null, null, seeded(1))!;
	const uneven = pacing(100, [0.3, 0.4, 0.5, 0.6, 0.7], null, null, seeded(1))!;
	expect(uneven.high - uneven.low).toBeGreaterThan(even.high - even.low);
});

test('400 simulated issues → the interval holds the final count nine times in ten', () => {
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
		const { low, high } = pacing(reached, shares, null, null, random)!;
		if (final >= low && final <= high) held++;
	}
	expect(held / runs).toBeGreaterThan(0.86);
	expect(held / runs).toBeLessThan(0.97);
});

test('clicks at six hours, and what is usual → nine in ten held, unbiased, narrower than by clicks alone', () => {
	const random = seeded(8);
	const runs = 600;
	let held = 0;
	let error = 0;
	let widths = 0;
	let alone = 0;
	for (let run = 0; run < runs; run++) {
		// places get 40 to 160 clicks on average, a tenth to a third of them within six hours
		const mean = () => 40 + 120 * random();
		const early = () => 0.1 + 0.23 * random();
		const usual = usualCount(Array.from({ length: 12 }, () => draw(mean(), random)));
		const shares = Array.from({ length: 25 }, early);
		const final = draw(mean(), random);
		const share = early();
		let reached = 0;
		for (let click = 0; click < final; click++) if (random() < share) reached++;
		const pace = pacing(reached, shares, null, usual, random)!;
		const own = pacing(reached, shares, null, null, random)!;
		if (final >= pace.low && final <= pace.high) held++;
		error += pace.expected - final;
		widths += pace.high - pace.low;
		alone += own.high - own.low;
	}
	expect(held / runs).toBeGreaterThan(0.86);
	expect(held / runs).toBeLessThan(0.96);
	// of 100 clicks on average
	expect(Math.abs(error / runs)).toBeLessThan(6);
	expect(widths).toBeLessThan(0.75 * alone);
});

test('more clicks so far → less weight on what is usual', () => {
	const usual = { mean: 100, spread: 0.1 };
	const at = (share: number, reached: number) =>
		pacing(reached, Array<number>(20).fill(share), null, usual, seeded(1))!.expected;
	// a place that gets 300
	expect(at(0.02, 6)).toBeLessThan(140);
	expect(at(0.3, 90)).toBeGreaterThan(220);
	expect(at(0.9, 270)).toBeGreaterThan(290);
});

test('counts of others → their mean, and how they differ beyond chance; too few, or all zero → none', () => {
	expect(usualCount(Object.freeze([100, 100, 100]))!.mean).toBe(100);
	expect(usualCount([100, 100, 100])!.spread).toBeCloseTo((0.01 * 4) / 3, 12);
	// variance 2500 less 100 of chance, ÷ 100²
	expect(usualCount([50, 100, 150])!.spread).toBeCloseTo((0.24 * 4) / 3, 12);
	expect(usualCount([0, 0, 0])).toBe(null);
	expect(usualCount([4, 5])).toBe(null);
});

test('four earlier issues with clicks → no forecast', () => {
	expect(pacing(10, [0.5, 0.5, 0.5, 0.5, 0], null, null, seeded(1))).toBeNull();
});

function draw(mean: number, random: () => number): number {
	let count = 0;
	for (let product = random(); product > Math.exp(-mean); product *= random()) count++;
	return count;
}
