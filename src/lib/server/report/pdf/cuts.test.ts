import { expect, test } from 'vitest';
import { cutAt, moreCuts, uncut } from './cuts.ts';

const on = (pageNumber: number) => ({ text: '', positions: [{ pageNumber }] }) as never;
const table = (...pages: number[]) => ({ heading: null, rows: pages.map(on) });

test('a last row that stands alone on a page → the table cut before the row above it', () => {
	const stood = new Map([
		['alone', table(1, 1, 1, 2)],
		['together', table(1, 1, 2, 2)],
		['whole', table(1, 1, 1)],
		['short', table(1, 2)]
	]);
	expect(moreCuts(stood, uncut)?.rows).toEqual(new Map([['alone', 2]]));
	expect(moreCuts(stood, { ...uncut, rows: new Map([['alone', 2]]) })).toBeNull();
});

test('what is said below a table alone on the next page → the table cut, so that rows go along with it', () => {
	const stood = new Map([
		['parted', { ...table(1, 1, 1, 1), below: on(2) }],
		['kept', { ...table(1, 1, 2, 2), below: on(2) }],
		['short', { ...table(1, 1), below: on(2) }]
	]);
	expect(moreCuts(stood, uncut)?.rows).toEqual(new Map([['parted', 2]]));
});

test('a table that was cut, and whose heading parted from it then → moved as a whole, and cut anew', () => {
	const stood = new Map([['one', { heading: on(1), rows: [on(1), on(1), on(2), on(2)] }]]);
	const more = moreCuts(stood, { ...uncut, rows: new Map([['one', 2]]) });
	expect(more).toEqual({ whole: new Set(['one']), rows: new Map() });
});

test('a heading parted from its table → moved to its page; any other → left', () => {
	const stood = new Map([
		['parted', { heading: on(1), rows: [on(1), on(1), on(2)] }],
		['kept', { heading: on(2), rows: [on(1), on(1), on(2)] }]
	]);
	expect(moreCuts(stood, uncut)?.whole).toEqual(new Set(['parted']));
});

test('a cut → every row, in its order', () => {
	expect(cutAt([1, 2, 3, 4], 2)).toEqual([
		[1, 2],
		[3, 4]
	]);
	expect(cutAt([1, 2], undefined)).toEqual([[1, 2]]);
});
