import { expect, test } from 'vitest';
import { fillNormal, seeded } from '../stats/random.ts';
import {
	chosenAmounts,
	deviationHabits,
	deviations,
	groupEvidence,
	type Evidence
} from './selection.ts';

const ISSUES = 40;

/** Four items of a topic an issue, two topics; topic 0 moves by `step` in the second half. */
function evidence(step: number): Evidence {
	const noise = new Float64Array(ISSUES * 8);
	fillNormal(noise, seeded(3));
	const issueOf = Int32Array.from(noise, (_, i) => Math.floor(i / 8));
	const moved = (i: number) => (i % 2 ? 0 : step * (issueOf[i]! < ISSUES / 2 ? -0.5 : 0.5));
	return groupEvidence(
		issueOf,
		{
			residual: noise.map((z, i) => 0.3 * z + moved(i)),
			precision: noise.map(() => 1 / 0.09),
			// as if issues' own effects were known: they are in no residual here
			issuePrecision: new Float64Array(ISSUES).fill(1e9)
		},
		2,
		(item) => [item % 2]
	);
}

const part = (from: number, to: number) => (issue: number) => issue >= from && issue < to;
const quarters = [part(0, 10), part(10, 20), part(20, 30), part(30, 40)];

const within = (all: Evidence, from: number, to: number) =>
	deviations(all, part(from, to), deviationHabits(all, quarters));

test('a topic that moved deviates in a part of time, and one that stood still hardly does', () => {
	const [moved, still] = within(evidence(0.8), 30, 40);
	expect(moved!.mean).toBeCloseTo(0.4, 0.8);
	expect(moved!.mean - 1.645 * moved!.sd).toBeGreaterThan(0.2);
	expect(Math.abs(still!.mean)).toBeLessThan(0.08);
});

test('where nothing moves, nothing is said to deviate, and hardly any doubt is added', () => {
	for (const { mean, sd } of within(evidence(0), 30, 40)) {
		expect(Math.abs(mean)).toBeLessThan(0.05);
		expect(sd).toBeLessThan(0.08);
	}
});

test('of everything there is no deviation, and no doubt', () => {
	expect(within(evidence(0.8), 0, ISSUES)).toEqual([
		{ mean: 0, sd: 0 },
		{ mean: 0, sd: 0 }
	]);
});

test('of nothing is known only how far topics deviate elsewhere', () => {
	const [moved, still] = within(evidence(0.8), ISSUES, ISSUES + 1);
	expect(moved!.mean).toBe(0);
	expect(moved!.sd).toBeGreaterThan(0.2);
	expect(still!.sd).toBeLessThan(moved!.sd);
});

test('where one topic of an issue rises, the other does not seem to fall', () => {
	const issueOf = Int32Array.from({ length: 320 }, (_, i) => Math.floor(i / 8));
	// the issue's own effect has taken half of the rise: the fit leaves ± a quarter
	const rise = (i: number) => (issueOf[i]! < 20 ? -0.2 : 0.2);
	const all = groupEvidence(
		issueOf,
		{
			residual: Float64Array.from(issueOf, (_, i) => (i % 2 ? -rise(i) / 3 : rise(i))),
			precision: new Float64Array(320).fill(10),
			// four items of each, and an issue's own effect that hardly varies
			issuePrecision: new Float64Array(ISSUES).fill(80 + 100)
		},
		2,
		(item) => [item % 2]
	);
	const [risen, other] = within(all, 30, 40);
	expect(risen!.mean).toBeGreaterThan(0.15);
	expect(Math.abs(other!.mean)).toBeLessThan(risen!.mean / 3);
});

test('items of two groups count half for each', () => {
	const shared = groupEvidence(
		Int32Array.of(0, 0, 1),
		{
			residual: Float64Array.of(0.1, 0.1, 0.1),
			precision: Float64Array.of(10, 10, 10),
			issuePrecision: Float64Array.of(1e9, 1e9)
		},
		2,
		(item) => (item === 0 ? [0, 1] : [0])
	);
	expect(chosenAmounts(shared, () => true)).toEqual([
		{ items: 2.5, issues: 2 },
		{ items: 0.5, issues: 1 }
	]);
});
