import { expect, test } from 'vitest';
import { carriedOver, ruleViews, withOwn, withParameters } from './rule-parameters.ts';
import { usualRules, type RuleSet } from './rules.ts';

const all = new Set(ruleViews(usualRules).map(({ rule }) => rule));

test('the burst rule as shown → on, its numbers each under a path', () => {
	const burst = ruleViews(usualRules).find(({ rule }) => rule === 'burst')!;
	expect(burst.on).toBe(true);
	expect(burst.parameters.map(({ path }) => path)).toContain('burst.ladder.3.seconds');
	expect(burst.parameters.map(({ path }) => path)).toContain('burst.pause');
});

test('no number given → the rules as they were', () => {
	expect(withParameters(usualRules, all, new Map())).toEqual(usualRules);
});

test('a rule switched off, a number replaced → both changed, the given rules untouched', () => {
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
])('%s = %s → refused: %s', (path, value) => {
	expect(withParameters(usualRules, all, new Map([[path, value]]))).toBeNull();
});

test('a new version of the rules → what people changed is kept, the rest is new', () => {
	const changed = withParameters(
		usualRules,
		new Set([...all].filter((rule) => rule !== 'gateway')),
		new Map([['burst.pause', 5]])
	)!;
	const earlier = withOwn(changed, usualRules);
	expect(earlier.own).toEqual(['burst.pause', 'gateway.on']);

	const next: RuleSet = {
		...usualRules,
		version: usualRules.version + 1,
		burst: { ...usualRules.burst, pause: 4 },
		coverage: { ...usualRules.coverage, share: 0.9 }
	};
	const carried = carriedOver(earlier, next);
	expect(carried.version).toBe(next.version);
	expect(carried.burst.pause).toBe(5);
	expect(carried.gateway.on).toBe(false);
	expect(carried.coverage.share).toBe(0.9);
	// and so does the version after that
	expect(carriedOver(carried, usualRules).burst.pause).toBe(5);
});

test('an earlier version of the rules without a note of changes → the new usual ones', () => {
	const { own: _, ...earlier } = { ...usualRules, version: 1, own: undefined };
	expect(carriedOver(earlier, usualRules)).toEqual({ ...usualRules, own: [] });
});
