import { expect, test } from 'vitest';
import { nothingCompared } from './comparison.ts';
import { everything } from '#lib/filters/filters.ts';
import { meanFigure, meanShare } from './key-figures.ts';

const compared = { ...nothingCompared(everything), by: 'before', why: null } as const;
const [now, before] = [
	[0.5, 0.6, 0.55],
	[0, 0, 0.9]
];

test('shares of few issues → an interval that reaches no further than a share can move', () => {
	expect(meanFigure(now, before, compared, null).high).toBeGreaterThan(1);
	const { change, low, high } = meanShare(now, before, compared, null);
	expect([change, high]).toEqual([expect.closeTo(0.25), 1]);
	expect(low).toBeGreaterThanOrEqual(-1);
});
