import { expect, test } from 'vitest';
import { usualRules } from '#lib/measure/verdicts/rules.ts';
import { ruleViews } from '#lib/measure/verdicts/rule-parameters.ts';
import { parameterLines, parameterWords } from './rule-words.ts';

const views = ruleViews(usualRules);

test('a rule with steps → each step on a line of its own, and its other numbers on another', () => {
	const { parameters } = views.find(({ rule }) => rule === 'burst')!;
	const lines = parameterLines(parameters).map((line) => line.map(({ name }) => name));
	expect(lines).toEqual([...Array.from({ length: 4 }, () => ['links', 'seconds']), ['pause']]);
});

test('a rule without steps → its numbers on one line; a rule without numbers → no line', () => {
	const { parameters } = views.find(({ rule }) => rule === 'gateway')!;
	expect(parameterLines(parameters)).toEqual([parameters]);
	expect(parameterLines([])).toEqual([]);
});

test('every number of a rule → words around its field', () => {
	for (const { parameters } of views)
		for (const { name } of parameters)
			expect(parameterWords(name).join('').trim()).not.toMatch(/^$|[{}\0]|rule\.parameter/);
	expect(parameterWords('links')).toEqual(['at least ', ' links']);
});
