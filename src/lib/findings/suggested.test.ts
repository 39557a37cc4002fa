import { expect, test } from 'vitest';
import { overviewFinding } from './overview.ts';
import { topicStatements } from './report.ts';
import { topicsFinding } from './topics.ts';

const clear = (topic: string, suggested: boolean) => ({
	topic,
	suggested,
	lift: 1.5,
	low: 1.2,
	high: 1.9,
	above: 1,
	enough: true,
	rankLow: 1,
	rankHigh: 1,
	covered: 'under' as const
});

const guess = clear('Devices', true);
const known = clear('Gardens', false);

test('topics that nobody confirmed → no sentence names one or counts it', () => {
	for (const says of [
		topicsFinding([guess, guess]),
		overviewFinding({ topics: [guess, guess], issues: 9, items: 40, clicked: 40 }),
		...topicStatements([guess, guess])
	]) {
		expect(says.key).toMatch(/topics\.suggested$/);
		expect(JSON.stringify(says)).not.toContain('Devices');
	}
});

test('topics that nobody confirmed, and items with a lift → the overview speaks of items', () => {
	const instead = {
		key: 'finding.items.clear',
		values: { told: { n: 40 }, above: { n: 3 }, below: { n: 1 } }
	};
	expect(overviewFinding({ topics: [guess], issues: 9, items: 40, clicked: 40, instead })).toEqual(
		instead
	);
});

test('one topic confirmed among guesses → it alone is spoken of', () => {
	expect(topicsFinding([guess, known])).toEqual({
		key: 'finding.topics.under.alone',
		values: { under: 'Gardens' }
	});
	expect(overviewFinding({ topics: [guess, known], issues: 9, items: 40, clicked: 40 })).toEqual({
		key: 'finding.oneAbove.alone',
		values: { first: 'Gardens' }
	});
});
