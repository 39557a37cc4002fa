import fc from 'fast-check';
import { expect, test } from 'vitest';
import { survivalAt } from './survival.ts';

/** Weeks to relapse under 6-mercaptopurine: Freireich et al. 1963, as in every textbook of the method. */
const relapse = Object.freeze([6, 6, 6, 7, 10, 13, 16, 22, 23]);
const censored = Object.freeze([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);
const durations = Float64Array.from([...relapse, ...censored]);
const ended = Uint8Array.from([...relapse.map(() => 1), ...censored.map(() => 0)]);

test('the textbook’s relapses → the published Kaplan–Meier table (Collett)', () => {
	const curve = survivalAt(durations, ended, [0, 6, 7, 10, 13, 16, 22, 23]);

	expect(curve.map(({ share }) => Number(share.toFixed(4)))).toEqual([
		1, 0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482
	]);
	expect(curve.map(({ atRisk }) => atRisk)).toEqual([21, 21, 17, 15, 12, 11, 7, 6]);
});

test('an interval of survival → Greenwood’s variance on the scale of log(−log)', () => {
	const [at23] = survivalAt(durations, ended, [23]);
	// standard error at week 23: 0.1346 (Kleinbaum and Klein, table 2.3)
	const half = (1.6448536 * 0.1346) / (0.4482 * Math.abs(Math.log(0.4482)));
	expect(at23!.low).toBeCloseTo(0.4482 ** Math.exp(half), 3);
	expect(at23!.high).toBeCloseTo(0.4482 ** Math.exp(-half), 3);
});

test('no censored reader → the plain share that is still there', () => {
	const everybody = Float64Array.of(1, 2, 2, 3, 5);
	const curve = survivalAt(everybody, new Uint8Array(5).fill(1), [0, 1, 2, 4, 5]);
	expect(curve.map(({ share }) => Number(share.toFixed(12)))).toEqual([1, 0.8, 0.4, 0.2, 0]);
});

test('any durations → survival that falls, within its interval and 0..1', () => {
	const person = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 1 }));
	fc.assert(
		fc.property(fc.array(person), (people) => {
			const curve = survivalAt(
				Float64Array.from(people, ([duration]) => duration),
				Uint8Array.from(people, ([, end]) => end),
				[0, 5, 10, 20, 40]
			);
			let before = 1;
			for (const { share, low, high } of curve) {
				expect(share).toBeLessThanOrEqual(before);
				expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
				before = share;
			}
		})
	);
});

test('readers who came before ends were noted → at risk from then on alone', () => {
	// two of four were seen from age 2 on: at age 1 one of two ends, at age 3 one of three
	const curve = survivalAt(
		Float64Array.of(1, 3, 4, 4),
		Uint8Array.of(1, 1, 0, 0),
		[1, 3],
		Float64Array.of(0, 0, 2, 2)
	);
	expect(curve.map(({ atRisk }) => atRisk)).toEqual([2, 3]);
	expect(curve[0]!.share).toBeCloseTo(1 / 2, 12);
	expect(curve[1]!.share).toBeCloseTo(1 / 3, 12);
});

test('a negative, missing or unmatched duration → refused', () => {
	expect(() => survivalAt(Float64Array.of(-1), Uint8Array.of(0), [1])).toThrow(RangeError);
	expect(() => survivalAt(Float64Array.of(NaN), Uint8Array.of(0), [1])).toThrow(RangeError);
	expect(() => survivalAt(Float64Array.of(1), new Uint8Array(), [1])).toThrow(RangeError);
});
