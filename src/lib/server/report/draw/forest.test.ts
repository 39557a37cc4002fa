import { expect, test } from 'vitest';
import { liftScale } from '#lib/chart/lift-scale.ts';
import { forestSvg } from './forest.ts';

const estimate = {
	lift: 1.2,
	low: 0.9,
	high: 1.6,
	low50: 1.1,
	high50: 1.3,
	above: 0.9,
	enough: true,
	why: null,
	n: 6
};
const plot = { scale: liftScale([estimate]), width: 128, height: 16 };

test('an interval that a plot on paper cuts → an arrow head at that end; a whole one → none', () => {
	const heads = (ends: object) => forestSvg({ ...estimate, ...ends }, plot).match(/<path/g) ?? [];
	expect(heads({})).toHaveLength(0);
	expect(heads({ high: 9 })).toHaveLength(1);
	expect(heads({ low: 0.1, high: 9 })).toHaveLength(2);
});
