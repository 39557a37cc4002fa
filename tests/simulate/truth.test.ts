import { usualRules } from '#lib/measure/verdicts/rules.ts';
import { expect, test } from 'vitest';
import { simulate } from './archive.ts';
import { isHuman, judgeArchive } from './judged.ts';
import { scoreLift, scoreVerdicts } from './proof.ts';
import { clickersByItem } from './tally.ts';

// small, fixed versions of `tests/bench/truth.ts`, which prints the whole table
const seeds = [1, 2, 3, 4, 5, 6];

test('an archive with scanners and proxies → scanners and openers are found, and people left alone', () => {
	const archive = simulate({}, 1);
	const score = scoreVerdicts(archive, judgeArchive(archive, usualRules));

	expect(score.accused / score.humanClicks).toBeLessThanOrEqual(0.005);
	expect(score.caught / score.scannerClicks).toBeGreaterThanOrEqual(0.97);
	expect((2 * score.found) / (2 * score.found + score.mistaken + score.missed)).toBeGreaterThan(
		0.9
	);
	expect(score.counted / score.openers).toBeCloseTo(1, 1);
});

test('an archive without scanners → next to nobody is accused', () => {
	const archive = simulate({ scannerShare: 0 }, 1);
	const score = scoreVerdicts(archive, judgeArchive(archive, usualRules));
	expect(score.accused / score.humanClicks).toBeLessThanOrEqual(0.003);
});

test('lifts → nearly the planted ranking, with intervals that hold; raw rates → not', () => {
	const scores = seeds.map((seed) => {
		const archive = simulate({}, seed);
		const { clicks } = judgeArchive(archive, usualRules);
		return scoreLift(
			archive,
			clickersByItem(archive, (i) => isHuman(clicks[i]!))
		);
	});
	const sum = (of: (score: (typeof scores)[number]) => number) =>
		scores.reduce((total, score) => total + of(score), 0);

	expect(sum(({ tau }) => tau) / seeds.length).toBeGreaterThan(0.87);
	expect(sum(({ rawTau }) => rawTau) / seeds.length).toBeLessThan(0.6);

	const coverage = sum(({ inside }) => inside) / sum(({ widths }) => widths.length);
	expect(coverage).toBeGreaterThan(0.8);
	expect(sum(({ refused }) => refused)).toBe(0);
});

test('equal topics with a favourite that leads → it is not first more often than chance has it', () => {
	const first = Array.from({ length: 12 }, (_, seed) => {
		const archive = simulate({ topicSd: 0, favouriteLeads: 0.8, issues: 30 }, seed);
		return scoreLift(archive, clickersByItem(archive)).ranking[0];
	});

	expect(first).not.toContain(undefined);
	expect(first.filter((topic) => topic === 0).length).toBeLessThanOrEqual(4);
});

test('ten issues of three hundred readers → wide intervals, which still hold what was planted', () => {
	const small = seeds.map((seed) => {
		const archive = simulate({ issues: 10, readers: 300 }, seed);
		return scoreLift(archive, clickersByItem(archive));
	});
	const inside = small.reduce((sum, score) => sum + score.inside, 0);
	const count = small.reduce((sum, { widths }) => sum + widths.length, 0);

	expect(inside / count).toBeGreaterThan(0.8);
	expect(count).toBeGreaterThan(30);
	expect(Math.min(...small.flatMap(({ widths }) => widths))).toBeGreaterThan(0.2);
});
