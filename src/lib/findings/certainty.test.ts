import { expect, test } from 'vitest';
import { certainty, certaintyOfChange, clearSide, isCountsOnly, tone } from './certainty.ts';

const given = Object.freeze({ lift: 1.2, low: 0.9, high: 1.5, above: 0.7, enough: true });

test.each([
	[{ low: 1.02 }, 'clear', 'above', 'the interval excludes 1'],
	[{ high: 0.98 }, 'clear', 'below', 'the interval excludes 1 from below'],
	[{ above: 0.8 }, 'leaning', 'above', 'eight in ten on one side'],
	[{ above: 0.2 }, 'leaning', 'below', 'eight in ten on the other'],
	[{}, 'unclear', null, 'neither'],
	[{ enough: false }, 'few', null, 'not enough to say'],
	[{ lift: null, low: null, high: null, above: null }, 'few', null, 'nothing was estimated']
])('%j → %s %s: %s', (change, certaintyIs, side, _why) => {
	expect(certainty({ ...given, ...change })).toEqual({ certainty: certaintyIs, side });
});

test('an interval of change outside 0 → clear; mostly on one side → leaning; else → unclear', () => {
	expect(certaintyOfChange(5, { low: 1, high: 9 })).toEqual({ certainty: 'clear', side: 'above' });
	expect(certaintyOfChange(-5, { low: -9, high: -1 })?.side).toBe('below');
	expect(certaintyOfChange(3, { low: -1, high: 7 })).toEqual({
		certainty: 'leaning',
		side: 'above'
	});
	expect(certaintyOfChange(1, { low: -3, high: 5 })?.certainty).toBe('unclear');
});

test('a change without interval or estimate → no mark', () => {
	expect(certaintyOfChange(12, { low: null, high: null })).toBe(null);
	expect(certaintyOfChange(null, { low: 1, high: 2 })).toBe(null);
	expect(certaintyOfChange(0, { low: 0, high: 0 })).toBe(null);
});

test('an estimate with a side → its colour; without → that of unclear', () => {
	expect(tone({ certainty: 'leaning', side: 'below' })).toBe('below');
	expect(tone({ certainty: 'few', side: null })).toBe('unclear');
});

test('a change of unfiltered totals → leaning at most', () => {
	const [up, down] = [
		{ low: 1, high: 9 },
		{ low: -9, high: -1 }
	];
	expect(certaintyOfChange(5, { ...up, unfiltered: true })).toEqual({
		certainty: 'leaning',
		side: 'above'
	});
	expect(certaintyOfChange(-5, { ...down, unfiltered: true })).toEqual({
		certainty: 'leaning',
		side: 'below'
	});
});

test('an estimate from counts alone → leaning at most', () => {
	const counted = { lift: 1.4, low: 1.2, high: 1.6, above: 0.99, enough: true, why: 'countsOnly' };
	expect(certainty(counted)).toEqual({ certainty: 'leaning', side: 'above' });
});

test('a lift that its mark calls clear → its side in a sentence; any other → none', () => {
	expect(clearSide({ ...given, low: 1.1 })).toBe('above');
	expect(clearSide({ ...given, high: 0.9 })).toBe('below');
	expect(clearSide({ ...given, above: 0.9 })).toBe(null);
	expect(clearSide({ ...given, low: 1.1, why: 'uneven' })).toBe(null);
	expect(clearSide({ ...given, low: 1.1, enough: false })).toBe(null);
});

test('estimates that all rest on counts → counts only; one that is measured, or no estimate → not', () => {
	const counted = { why: 'countsOnly' };
	expect(isCountsOnly([counted, counted])).toBe(true);
	expect(isCountsOnly([counted, { why: null }])).toBe(false);
	expect(isCountsOnly([])).toBe(false);
	// ranked, and not measured
	const ranked = { why: 'unfiltered', enough: false };
	expect(isCountsOnly([ranked, { why: 'fewItems', enough: false }])).toBe(true);
});
