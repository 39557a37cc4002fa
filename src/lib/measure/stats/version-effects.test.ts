import { expect, test } from 'vitest';
import { normals, poisson, seeded } from './random.ts';
import { versionEffects } from './version-effects.ts';

/** Tests of planted versions, and the planted factor of each version to the mean of the others. */
function planted(seed: number, { spread, tests = 40, versions = 2, delivered = 2000 }: Shape) {
	const random = seeded(seed);
	const normal = normals(random);
	return Array.from({ length: tests }, () => {
		const rate = 0.1 * Math.exp(0.3 * normal());
		const effects = Array.from({ length: versions }, () => spread * normal());
		return effects.map((effect, version) => {
			const others = effects.filter((_, i) => i !== version);
			const mean = others.reduce((sum, other) => sum + other, 0) / others.length;
			const clickers = poisson(delivered * rate * Math.exp(effect), random);
			return { delivered, clickers, truth: Math.exp(effect - mean) };
		});
	});
}
type Shape = { spread: number; tests?: number; versions?: number; delivered?: number };

test.each([
	['much', { spread: 0.25 }],
	['little', { spread: 0.08 }],
	['in tests of four', { spread: 0.15, versions: 4 }],
	['among few readers', { spread: 0.2, delivered: 300 }]
])('versions that differ %s → intervals hold the truth nine times in ten', (_, shape: Shape) => {
	let [n, held] = [0, 0];
	for (let seed = 1; seed <= 20; seed++) {
		const tests = planted(seed, shape);
		const effects = versionEffects(tests);
		tests.flat().forEach(({ truth }, i) => {
			const { low, high } = effects.flat()[i]!;
			n++;
			held += low <= truth && truth <= high ? 1 : 0;
		});
	}
	expect(held / n).toBeGreaterThan(0.87);
	expect(held / n).toBeLessThan(0.93);
});

test('versions that do not differ → hardly ever said to', () => {
	const effects = [1, 2, 3, 4, 5].flatMap((seed) => versionEffects(planted(seed, { spread: 0 })));
	const sure = effects.flat().filter(({ low, high }) => low > 1 || high < 1);
	expect(sure.length / effects.flat().length).toBeLessThan(0.02);
});

test('the winner of each test → on average as good as it is said to be', () => {
	let [n, over] = [0, 0];
	for (let seed = 1; seed <= 20; seed++) {
		const tests = planted(seed, { spread: 0.1 });
		versionEffects(tests).forEach((effects, i) => {
			const best = effects[0]!.lift > effects[1]!.lift ? 0 : 1;
			over += Math.log(effects[best]!.lift) - Math.log(tests[i]![best]!.truth);
			n++;
		});
	}
	expect(Math.abs(over / n)).toBeLessThan(0.02);
});

test('two versions → each is the other one turned over', () => {
	const [a, b] = versionEffects([
		[
			{ delivered: 2000, clickers: 200 },
			{ delivered: 2000, clickers: 280 }
		]
	])[0]!;
	expect(a!.lift * b!.lift).toBeCloseTo(1, 6);
	expect(a!.low * b!.high).toBeCloseTo(1, 6);
	expect(b!.lift).toBeGreaterThan(1.2);
	expect(b!.lift).toBeLessThan(1.4);
});

test('nobody clicked, or nobody tested → an interval around 1, nothing thrown', () => {
	expect(versionEffects([])).toEqual([]);
	const [a] = versionEffects([
		[
			{ delivered: 10, clickers: 0 },
			{ delivered: 10, clickers: 0 }
		]
	])[0]!;
	expect(a!.lift).toBeCloseTo(1, 6);
	expect(a!.low).toBeLessThan(1);
	expect(a!.high).toBeGreaterThan(1);
});
