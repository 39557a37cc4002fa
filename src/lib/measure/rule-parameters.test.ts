import { expect, test } from 'vitest';
import { ruleViews, withParameters } from './rule-parameters.ts';
import { usualRules } from './rules.ts';

const all = new Set(ruleViews(usualRules).map(({ rule }) => rule));

test('every number of every rule can be reached by its path', () => {
	const burst = ruleViews(usualRules).find(({ rule }) => rule === 'burst')!;
	expect(burst.on).toBe(true);
	expect(burst.parameters.map(({ path }) => path)).toContain('burst.ladder.3.seconds');
	expect(burst.parameters.map(({ path }) => path)).toContain('burst.pause');
});

test('nothing given, nothing changed', () => {
	expect(withParameters(usualRules, all, new Map())).toEqual(usualRules);
});

test('a rule is switched off, a number exchanged, and the given rules stay as they are', () => {
	const before = structuredClone(usualRules);
	const on = new Set([...all].filter((rule) => rule !== 'gateway'));
	const changed = withParameters(usualRules, on, new Map([['burst.ladder.1.links', 5]]))!;

	expect(changed.gateway.on).toBe(false);
	expect(changed.burst.ladder[1]).toEqual({ links: 5, seconds: 1 });
	expect(usualRules).toEqual(before);
});

test.each([
	['coverage.share', 1.2, 'a share above one'],
	['burst.pause', -1, 'less than nothing'],
	['gateway.readers', 2.5, 'half a reader'],
	['burst.pause', NaN, 'no number']
])('refuses %s = %s: %s', (path, value) => {
	expect(withParameters(usualRules, all, new Map([[path, value]]))).toBeNull();
});
