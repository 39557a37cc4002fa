import { expect, test } from 'vitest';
import { fillNormal, seeded } from './random.ts';
import { deviations, groupEvidence, selectedAmounts, type IssueEvidence } from './selection.ts';

const ISSUES = 40;

/** Four items of a topic an issue, two topics; topic 0 moves by `step` in the second half. */
function evidence(step: number): IssueEvidence[][] {
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

function within(all: IssueEvidence[][], from: number, to: number) {
	const part = (a: number, b: number) =>
		all.map((own) => own.filter(({ issue }) => issue >= a && issue < b));
	const length = to - from;
	const alike = Array.from({ length: Math.floor(ISSUES / length) }, (_, i) =>
		part(i * length, (i + 1) * length)
	);
	return deviations(all, part(from, to), alike);
}

test('a topic that moved deviates in a part of time, and one that stood still hardly does', () => {
	const [moved, still] = within(evidence(0.8), 30, 40);
	expect(moved!.mean).toBeCloseTo(0.4, 0.8);
	expect(moved!.mean - 1.645 * moved!.sd).toBeGreaterThan(0.2);
	expect(Math.abs(still!.mean)).toBeLessThan(0.08);
});

test('where nothing moves, nothing is said to deviate, and hardly any doubt is added', () => {
	for (const { mean, sd } of within(evidence(0), 30, 40)) {
		expect(Math.abs(mean)).toBeLessThan(0.04);
		expect(sd).toBeLessThan(0.06);
	}
});

test('of everything there is no deviation, and no doubt', () => {
	const all = evidence(0.8);
	expect(deviations(all, all, [all])).toEqual([
		{ mean: 0, sd: 0 },
		{ mean: 0, sd: 0 }
	]);
});

test('of nothing is known only how far topics deviate elsewhere', () => {
	const all = evidence(0.8);
	const part = (a: number, b: number) =>
		all.map((own) => own.filter(({ issue }) => issue >= a && issue < b));
	const [moved, still] = deviations(all, [[], []], [part(0, 20), part(20, 40)]);
	expect(moved).toMatchObject({ mean: 0 });
	expect(moved!.sd).toBeGreaterThan(0.2);
	expect(still!.sd).toBeLessThan(moved!.sd);
});

test('items of two groups count half for each, and say less of either', () => {
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
	expect(selectedAmounts(shared)).toEqual([
		{ items: 2.5, issues: 2 },
		{ items: 0.5, issues: 1 }
	]);
	expect(shared[1]![0]!.information).toBeCloseTo(2.5);
});

test('a group that fills its issue says nothing that the issue does not say', () => {
	const [alone] = groupEvidence(
		Int32Array.of(0, 0),
		{
			residual: Float64Array.of(0.2, 0.2),
			precision: Float64Array.of(10, 10),
			issuePrecision: Float64Array.of(20)
		},
		1,
		() => [0]
	);
	expect(alone![0]!.information).toBeCloseTo(0);
});
