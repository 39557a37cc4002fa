import { readFileSync } from 'node:fs';
import type { LiftItem } from '#lib/measure/lift/lift-input.ts';
import { fitLift } from '#lib/measure/lift/lift.ts';
import { expect, test } from 'vitest';

// items of a simulated archive, and what lme4 makes of them; tests/bench/glmm.R says how
const csv = readFileSync(new URL('glmm-items.csv', import.meta.url), 'utf8');
const reference = JSON.parse(readFileSync(new URL('glmm-effects.json', import.meta.url), 'utf8'));

const items = csv
	.trim()
	.split('\n')
	.slice(1)
	.map((line): LiftItem => {
		const [issue, position, topic, reach, clickers] = line.split(',').map(Number);
		const place = { format: 'brief', pages: 1, section: -1 } as const;
		return {
			...place,
			issue: issue!,
			position: position!,
			topics: [topic!],
			authors: [],
			reach: reach!,
			clickers: clickers!
		};
	});

const fit = fitLift(
	{ items, issues: 30, sections: 0, topics: 12, authors: 0 },
	{ seed: 1, draws: 100 }
);

test('a topic’s effect → that of lme4, to a tenth of its interval', () => {
	fit.topics.forEach(({ lift, low, high }, topic) => {
		const tenth = Math.log(high! / low!) / 10;
		expect(Math.abs(Math.log(lift!) - reference.topics[topic])).toBeLessThan(tenth);
	});
});

// of topics there are few, and we average over their spread where lme4 takes the likeliest one
test('the spread of items and of issues → that of lme4', () => {
	expect(fit.spread.item).toBeCloseTo(reference.spread.item, 1.5);
	expect(fit.spread.issue).toBeCloseTo(reference.spread.issue, 1.5);
});

test('the last position against the second → the difference that lme4 finds', () => {
	const [second, last] = [fit.positions[1]!, fit.positions[11]!];
	expect(Math.log(last.level / second.level)).toBeCloseTo(reference.slope * Math.log(6), 1);
});
