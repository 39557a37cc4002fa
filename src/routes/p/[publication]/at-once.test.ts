import { expect, test } from 'vitest';
import { atOnce } from './at-once.ts';

const topics = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));

test('topics to compare with: few → all; many → the first twelve and those in the chart, the rest apart', () => {
	expect(atOnce(topics(13), []).rest).toEqual([]);
	const { shown, rest } = atOnce(topics(200), [150]);
	expect(shown.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 150]);
	expect(rest).toHaveLength(187);
});
