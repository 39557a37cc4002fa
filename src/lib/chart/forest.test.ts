import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Forest from './Forest.svelte';
import { liftScale } from './lift-scale.ts';
import Range from './Range.svelte';
import RowBar from './RowBar.svelte';

const estimate = {
	lift: 1.2,
	low: 0.9,
	high: 1.6,
	low50: 1.1,
	high50: 1.3,
	above: 0.9,
	enough: true
};
const scale = liftScale([estimate]);

/** The ends of a drawn row at which its interval goes on. */
const cutIn = ({ body }: { body: string }) =>
	[...body.matchAll(/data-cut="(\w+)"/g)].map(([, side]) => side);

test('intervals within and beyond the plot of a row → an arrow head where they go on, and nowhere else', () => {
	const shown = (ends: object) =>
		cutIn(render(Forest, { props: { estimate: { ...estimate, ...ends }, scale } }));
	expect(shown({})).toEqual([]);
	expect(shown({ high: 9 })).toEqual(['right']);
	expect(shown({ low: 0.1, high: 9 })).toEqual(['left', 'right']);
});

test('a forecast and a bar whose interval the column cuts → an arrow head', () => {
	const range = { expected: 5, low: 1, high: 30, low50: 3, high50: 8 };
	expect(cutIn(render(Range, { props: { range, max: 10 } }))).toEqual(['right']);
	expect(cutIn(render(Range, { props: { range, max: 30 } }))).toEqual([]);
	const bar = { value: 5, low: 1, high: 30 };
	expect(cutIn(render(RowBar, { props: { ...bar, max: 10 } }))).toEqual(['right']);
	expect(cutIn(render(RowBar, { props: { ...bar, max: 30 } }))).toEqual([]);
});
