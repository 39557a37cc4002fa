import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOfPeriods } from './change-of-means.ts';
import { seeded } from './random.ts';
import { ratioValues } from './ratio-values.ts';

test.each([
	[[{ got: 1, of: 10 }], [0.1]],
	[
		[
			{ got: 1, of: 10 },
			{ got: 3, of: 10 }
		],
		[0.1, 0.3]
	],
	// a ratio of one for all scatters not at all, however large they are
	[
		[
			{ got: 1, of: 10 },
			{ got: 3, of: 30 }
		],
		[0.1, 0.1]
	]
])('%j → %j', (parts, values) => {
	expect(ratioValues(parts)).toEqual(values.map((value) => expect.closeTo(value, 12)));
});

test('any parts → the mean of the values is the ratio of the sums', () => {
	const part = fc.record({
		got: fc.integer({ min: 0, max: 99 }),
		of: fc.integer({ min: 1, max: 999 })
	});
	fc.assert(
		fc.property(fc.array(part, { minLength: 1 }), (parts) => {
			const values = ratioValues(parts);
			const sum = (pick: (one: (typeof parts)[number]) => number) =>
				parts.reduce((all, one) => all + pick(one), 0);
			const mean = values.reduce((all, value) => all + value, 0) / values.length;
			expect(mean).toBeCloseTo(sum(({ got }) => got) / sum(({ of }) => of), 9);
		})
	);
});

test('nothing to divide by → refused', () => {
	expect(() => ratioValues([{ got: 0, of: 0 }])).toThrow(RangeError);
});

test.each([3, 5, 12])(
	'%d issues a period, each of one to four items → intervals of a change that is none hold in 88 to 98 of 100',
	(issues) => {
		const random = seeded(7);
		const TRIALS = 2000;
		const period = () =>
			Array.from({ length: issues }, () => {
				// readers of one issue are in a mood, and items one to four of unequal reach
				const mood = Math.exp(0.25 * (random() + random() + random() - 1.5) * 2);
				const items = 1 + Math.floor(random() * 4);
				const of = items * (900 + random() * 200);
				const mean = of * 0.03 * mood;
				return {
					got: Math.round(mean + Math.sqrt(mean) * (random() + random() + random() - 1.5) * 2),
					of
				};
			});
		let held = 0;
		for (let i = 0; i < TRIALS; i++) {
			const moved = changeOfPeriods(ratioValues(period()), ratioValues(period()))!;
			if (moved.low! <= 0 && 0 <= moved.high!) held++;
		}
		expect(held / TRIALS).toBeGreaterThan(0.88);
		expect(held / TRIALS).toBeLessThan(0.98);
	}
);
