import { expect, test } from 'vitest';
import type { TopicFigures } from '#lib/server/figures/content/topics.ts';
import { trendOf } from './trend.ts';

type Line = TopicFigures['lines'][number];

/** A line with as many points as there are values. */
const line = (...values: (number | null)[]) =>
	({ points: values.map((value, at) => ({ at, value })) }) as unknown as Line;
const drawn = (lines: Line[], rolling: Line[], asked: string | null = null) => {
	const trend = trendOf({ lines, rolling, linesOf: 'lift', dataUpTo: 0 }, asked);
	return [trend.rolling, trend.lines.length];
};

test('few quarters → windows that overlap, unless these make no line and quarters do', () => {
	expect(drawn([line(1, 2)], [line(1, 2, 3)])).toEqual([true, 1]);
	expect(drawn([line(1, 2)], [line(1)])).toEqual([false, 1]);
	expect(drawn([line(1)], [line(1)])).toEqual([true, 0]);
	expect(drawn([line(1, 2, 3, 4)], [line(1, 2)])).toEqual([false, 1]);
});

test('the step that is asked for → drawn, whatever there is', () => {
	expect(drawn([line(1, 2)], [line(1)], 'rolling')).toEqual([true, 0]);
	expect(drawn([line(1, 2)], [line(1, 2)], 'quarters')).toEqual([false, 1]);
});
