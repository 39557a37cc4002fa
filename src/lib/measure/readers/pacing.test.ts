import { expect, test } from 'vitest';
import { pacing, usualCount } from './pacing.ts';
import { normals, poisson, seeded } from '../stats/random.ts';

/** Of each of some issues, the share of 1000 clicks that had come. */
const of = (shares: readonly number[]) =>
	shares.map((share) => ({ then: 1000 * share, all: 1000 }));

const halves = Object.freeze(of(Array<number>(20).fill(0.5)));

test('half of the clicks so far → double expected, within what chance allows', () => {
	const pace = pacing(100, halves, 180, null, seeded(1))!;

	expect(pace.expected).toBeGreaterThan(190);
	expect(pace.expected).toBeLessThan(210);
	expect(pace.low).toBeGreaterThan(170);
	expect(pace.high).toBeLessThan(235);
	expect(pace.chance).toBeGreaterThan(0.8);
});

test('others that were complete at this age → hardly more to come, though one more is not ruled out', () => {
	const pace = pacing(60, of(Array<number>(8).fill(1)), 61, null, seeded(1))!;
	expect(pace).toMatchObject({ expected: 60, low: 60 });
	expect(pace.high).toBeLessThanOrEqual(61);
	expect(pace.chance).toBeGreaterThan(0);
	expect(pace.chance).toBeLessThan(0.15);
});

test('issues read at different speeds → a wider interval', () => {
	const even = pacing(100, halves, null, null, seeded(1))!;
	const uneven = pacing(100, of([0.3, 0.4, 0.5, 0.6, 0.7]), null, null, seeded(1))!;
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
		const { low, high } = pacing(reached, of(shares), null, null, random)!;
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
		const pace = pacing(reached, of(shares), null, usual, random)!;
		const own = pacing(reached, of(shares), null, null, random)!;
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
	const usual = { mean: 100, spreads: [{ spread: 0.1, share: 1 }] };
	const at = (share: number, reached: number) =>
		pacing(reached, of(Array<number>(20).fill(share)), null, usual, seeded(1))!.expected;
	// a place that gets 300
	expect(at(0.02, 6)).toBeLessThan(140);
	expect(at(0.3, 90)).toBeGreaterThan(220);
	expect(at(0.9, 270)).toBeGreaterThan(290);
});

test('counts of others → their mean, and how they may differ beyond chance; too few, or all zero → none', () => {
	const spreadOf = (counts: number[]) =>
		usualCount(counts)!.spreads.reduce((sum, { spread, share }) => sum + share * spread, 0);
	expect(usualCount(Object.freeze([100, 100, 100]))!.mean).toBe(100);
	expect(spreadOf([50, 100, 150])).toBeGreaterThan(2 * spreadOf([100, 100, 100]));
	// three that happen to be alike do not show that the next one is
	expect(spreadOf([100, 100, 100])).toBeGreaterThan(2 * spreadOf(Array<number>(30).fill(100)));
	expect(usualCount([0, 0, 0])).toBe(null);
	expect(usualCount([4, 5])).toBe(null);
});

test.each([5, 8])(
	'%d issues read at speeds of their own, places that differ → nine in ten held',
	(n) => {
		const random = seeded(n);
		const normal = normals(random);
		const runs = 200;
		for (const mean of [35, 250]) {
			let held = 0;
			for (let run = 0; run < runs; run++) {
				const early = () => 1 / (1 + Math.exp(1 - 0.5 * normal()));
				const level = () => mean * Math.exp(0.4 * normal());
				const arrived = Array.from({ length: n }, () => {
					const share = early();
					const [then, later] = [
						poisson(2000 * share, random),
						poisson(2000 * (1 - share), random)
					];
					return { then, all: then + later };
				});
				const usual = usualCount([1, 2, 3].map(() => poisson(level(), random)));
				const [own, share] = [level(), early()];
				const reached = poisson(own * share, random);
				const final = reached + poisson(own * (1 - share), random);
				const { low, high } = pacing(reached, arrived, null, usual, random)!;
				if (low <= final && final <= high) held++;
			}
			expect(held / runs, `${mean} clicks`).toBeGreaterThan(0.84);
		}
	}
);

test('four earlier issues with clicks → no forecast', () => {
	expect(pacing(10, of([0.5, 0.5, 0.5, 0.5, 0]), null, null, seeded(1))).toBeNull();
});

function draw(mean: number, random: () => number): number {
	let count = 0;
	for (let product = random(); product > Math.exp(-mean); product *= random()) count++;
	return count;
}
