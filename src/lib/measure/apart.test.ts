import { expect, test } from 'vitest';
import { apart } from './apart.ts';
import type { LiftItem } from './lift-input.ts';

function item(slot: number, topics: number[], issue = 0): LiftItem {
	const place = { format: 'brief', pages: 1, section: -1, era: 0, reach: 100 } as const;
	return { ...place, issue, slot, topics, clickers: 5 };
}

test('topics that each keep to their own slot do not vary apart from slots', () => {
	const items = Array.from({ length: 10 }, (_, n) => [item(1, [0], n), item(2, [1], n)]).flat();
	expect(apart(items, 3)).toEqual([0, 0, null]);
});

test('topics that stand anywhere do', () => {
	const items = Array.from({ length: 10 }, (_, n) => [
		item(1, [n % 2], n),
		item(2, [1 - (n % 2)], n)
	]).flat();
	expect(apart(items, 2)).toEqual([1, 1]);
});

test('one that leads most of the time varies a little', () => {
	const items = Array.from({ length: 20 }, (_, n) => [
		item(1, [n % 10 ? 0 : 1], n),
		item(2, [n % 10 ? 1 : 0], n)
	]).flat();
	const [favourite] = apart(items, 2);
	expect(favourite).toBeGreaterThan(0.3);
	expect(favourite).toBeLessThan(0.5);
});
