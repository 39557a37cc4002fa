import { expect, test } from 'vitest';
import { tolerance, positionKey, subjectOf } from './tolerance.ts';
import type { LiftItem } from './lift-input.ts';

function item(position: number, topics: number[], issue = 0): LiftItem {
	const where = { format: 'brief', pages: 1, section: -1, reach: 100 } as const;
	return { ...where, issue, position, topics, authors: [], clickers: 5 };
}

const topicsOf = ({ topics }: LiftItem) => topics;

test('topics that each keep to their own position → tolerance 0; an unused one → none', () => {
	const items = Array.from({ length: 10 }, (_, n) => [item(1, [0], n), item(2, [1], n)]).flat();
	expect(tolerance(items, 3, topicsOf, positionKey)).toEqual([0, 0, null]);
});

test('topics equally often in each position → tolerance 1', () => {
	const items = Array.from({ length: 10 }, (_, n) => [
		item(1, [n % 2], n),
		item(2, [1 - (n % 2)], n)
	]).flat();
	expect(tolerance(items, 2, topicsOf, positionKey)).toEqual([1, 1]);
});

test('a topic that leads most of the time → a tolerance between 0.3 and 0.5', () => {
	const items = Array.from({ length: 20 }, (_, n) => [
		item(1, [n % 10 ? 0 : 1], n),
		item(2, [n % 10 ? 1 : 0], n)
	]).flat();
	const [favourite] = tolerance(items, 2, topicsOf, positionKey);
	expect(favourite).toBeGreaterThan(0.3);
	expect(favourite).toBeLessThan(0.5);
});

test('an author alone on one topic, writing nothing else → tolerance 0; others → above 0.5', () => {
	const authorsOf = ({ topics, position }: LiftItem) =>
		topics[0] === 0 ? [0] : [1 + (position % 2)];
	const items = Array.from({ length: 30 }, (_, n) => item(1 + (n % 7), [n % 3], n));
	const [columnist, ...others] = tolerance(items, 3, authorsOf, subjectOf);

	expect(columnist).toBe(0);
	for (const other of others) expect(other).toBeGreaterThan(0.5);
});
