import { expect, test } from 'vitest';
import { changeOfMeans, changeOfPeriods } from './change-of-means.ts';
import { normals, seeded } from './random.ts';

// R 4.3: t.test(after, before, conf.level = 0.9)$conf.int for the sleep data of Student (1908)
test('Student’s sleep data → the interval of Welch’s test in R', () => {
	const before = Object.freeze([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]);
	const after = Object.freeze([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
	const change = changeOfMeans(before, after)!;

	expect(change.change).toBeCloseTo(1.58, 10);
	expect(change.low).toBeCloseTo(0.1077, 2);
	expect(change.high).toBeCloseTo(3.0523, 2);
});

test('one value on each side → the change without interval; none on one side → nothing', () => {
	expect(changeOfMeans([1], [2])).toEqual({ change: 1, low: null, high: null });
	expect(changeOfMeans([], [2])).toBeNull();
});

test.each([
	[2, 12],
	[3, 3],
	[3, 12],
	[3, 50],
	[4, 12],
	[5, 50],
	[12, 12]
])('%i issues against %i that vary alike → its interval misses in a tenth at most', (few, many) => {
	const normal = normals(seeded(20));
	for (const skew of [0.01, 0.3, 0.8]) {
		const rates = (n: number) => Array.from({ length: n }, () => Math.exp(skew * normal()));
		let missed = 0;
		const runs = 4000;
		for (let run = 0; run < runs; run++) {
			const { low, high } = changeOfMeans(rates(few), rates(many))!;
			if (low !== null && (low > 0 || high! < 0)) missed++;
		}
		// and by chance of so many runs a little more
		expect(missed / runs).toBeLessThan(0.1 + 0.012);
	}
});

/** Values of which neighbours are correlated, each normal with a variance of 1. */
function correlated(n: number, serial: number, normal: () => number): number[] {
	const values = [normal()];
	while (values.length < n)
		values.push(serial * values.at(-1)! + Math.sqrt(1 - serial ** 2) * normal());
	return values;
}

/** How often an interval misses that nothing changed between two runs that follow one another. */
function missed(few: number, many: number, serial: number, of: typeof changeOfMeans): number {
	const normal = normals(seeded(31));
	const runs = 3000;
	let missed = 0;
	for (let run = 0; run < runs; run++) {
		const values = correlated(few + many, serial, normal);
		const { low, high } = of(values.slice(0, few), values.slice(few))!;
		if (low! > 0 || high! < 0) missed++;
	}
	return missed / runs;
}

test.each([
	[3, 3],
	[4, 12],
	[8, 8],
	[13, 13],
	[26, 26],
	[3, 50],
	[12, 50]
])('%i issues before %i whose neighbours are alike → misses in about a tenth', (few, many) => {
	for (const [serial, most] of [
		[0, 0.1],
		[0.3, 0.11],
		[0.5, 0.14]
	] as const)
		// and by chance of so many runs a little more
		expect(missed(few, many, serial, changeOfPeriods), `${serial}`).toBeLessThan(most + 0.01);
});

test('issues whose neighbours are alike, taken as independent → misses in a fifth', () => {
	expect(missed(13, 13, 0.3, changeOfMeans)).toBeGreaterThan(0.18);
});

test('independent issues → an interval hardly wider where there are many', () => {
	const normal = normals(seeded(7));
	const width = ({ low, high }: { low: number | null; high: number | null }) => high! - low!;
	let [independent, periods] = [0, 0];
	for (let run = 0; run < 300; run++) {
		const [before, after] = [correlated(52, 0, normal), correlated(52, 0, normal)];
		independent += width(changeOfMeans(before, after)!);
		periods += width(changeOfPeriods(before, after)!);
	}
	expect(periods / independent).toBeLessThan(1.1);
});

test('the order of time turned round → the same interval', () => {
	const [before, after] = [
		[0.2, 0.3, 0.25, 0.4, 0.35],
		[0.3, 0.45, 0.4, 0.5]
	];
	expect(changeOfPeriods(before.toReversed(), after.toReversed())!.low).toBeCloseTo(
		changeOfPeriods(before, after)!.low!,
		12
	);
});
