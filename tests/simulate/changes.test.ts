import { expect, test } from 'vitest';
import { simulate } from './archive.ts';
import { scoreChanges } from './proof.ts';

// small, fixed versions of `tests/bench/truth.ts`
test('topics that never change → a change is claimed in hardly any archive', () => {
	const claims = Array.from({ length: 20 }, (_, seed) => scoreChanges(simulate({}, seed + 1)));
	// one in twenty; four or more come once in sixty
	expect(claims.filter(({ falsely }) => falsely).length).toBeLessThanOrEqual(3);
});

test('a topic that rises by two thirds → found in most archives, and the others are left alone', () => {
	const scores = Array.from({ length: 8 }, (_, seed) =>
		scoreChanges(simulate({ change: 0.5 }, seed + 1))
	);
	expect(scores.filter(({ found }) => found !== null).length).toBeGreaterThanOrEqual(6);
	expect(scores.filter(({ falsely }) => falsely).length).toBeLessThanOrEqual(1);
	for (const { found } of scores) {
		if (!found) continue;
		// issues between the planted and the found change
		expect(Math.abs(found.issue - 30)).toBeLessThanOrEqual(8);
		expect(found.mean).toBeGreaterThan(0.2);
	}
	expect(
		scores.filter(({ found }) => found && found.low < 0.5 && found.high > 0.5).length
	).toBeGreaterThanOrEqual(5);
});
