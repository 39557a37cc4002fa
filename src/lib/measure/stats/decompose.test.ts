import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decomposeChange, type Explained } from './decompose.ts';
import { seeded } from './random.ts';

const log = fc.double({ min: -2, max: 2, noNaN: true });
const issue = fc.record({
	rate: fc.double({ min: 1e-4, max: 1, noNaN: true }),
	parts: fc.record({ topics: log, positions: log })
});

test('any two runs of issues → parts and remainder add up to the change', () => {
	const run = fc.array(issue, { minLength: 1, maxLength: 12 });

	fc.assert(
		fc.property(run, run, (before, after) => {
			const { whole, parts, remainder } = decomposeChange(before, after)!;
			const sum = Object.values(parts).reduce((s, { change }) => s + change, remainder.change);
			expect(sum).toBeCloseTo(whole.change, 12);
		})
	);
});

test('any run against itself → no change, in no part', () => {
	fc.assert(
		fc.property(fc.array(issue, { minLength: 1, maxLength: 8 }), (run) => {
			const { whole, parts, remainder } = decomposeChange(run, run)!;
			for (const { change } of [whole, remainder, ...Object.values(parts)])
				expect(change).toBeCloseTo(0, 12);
		})
	);
});

test('a change that one part explains → all of it in that part', () => {
	const of = (topics: number): Explained => ({ rate: 0.1 * Math.exp(topics), parts: { topics } });
	const parts = decomposeChange([of(0), of(0), of(0)], [of(0.2), of(0.2), of(0.2)])!;

	expect(parts.parts.topics!.change).toBeCloseTo(0.1 * (Math.exp(0.2) - 1), 12);
	expect(parts.remainder.change).toBeCloseTo(0, 12);
});

test('planted changes → inside their intervals about nine times in ten', () => {
	const random = seeded(7);
	// the sum of twelve uniform numbers less six is near enough to normal
	const noise = () => Array.from({ length: 12 }, random).reduce((sum, x) => sum + x, -6);
	const issueOf = (topics: number, rest: number): Explained => {
		const part = topics + 0.05 * noise();
		return { rate: 0.1 * Math.exp(part + rest + 0.08 * noise()), parts: { topics: part } };
	};
	const runs = 400;
	let topics = 0;
	let rest = 0;
	for (let run = 0; run < runs; run++) {
		const before = Array.from({ length: 12 }, () => issueOf(0, 0));
		const after = Array.from({ length: 12 }, () => issueOf(0.1, -0.05));
		const { parts, remainder } = decomposeChange(before, after)!;
		const holds = ({ low, high }: { low: number | null; high: number | null }, truth: number) =>
			Number(low! <= truth && truth <= high!);
		// the mean rate of the planted runs is near 0.1
		topics += holds(parts.topics!, 0.1 * 0.1025);
		rest += holds(remainder, -0.05 * 0.1025);
	}
	expect(topics / runs).toBeGreaterThan(0.85);
	expect(rest / runs).toBeGreaterThan(0.85);
	expect(rest / runs).toBeLessThan(0.96);
});

test('an empty run → nothing; a rate of zero → refused', () => {
	const one = { rate: 0.1, parts: {} };
	expect(decomposeChange([], [one])).toBeNull();
	expect(() => decomposeChange([{ rate: 0, parts: {} }], [one])).toThrow(RangeError);
});
