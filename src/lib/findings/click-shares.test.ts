import { expect, test } from 'vitest';
import { shareMatched, shareSetAside } from './click-shares.ts';

const issue = { layer: 'events' as const, clicks: 60, allClicks: 80, matchedClicks: 72 };

test('clicks of several issues → one share of all of them, not a mean of shares', () => {
	const small = { layer: 'events' as const, clicks: 0, allClicks: 20, matchedClicks: 8 };
	expect(shareSetAside([issue, small])).toBe(0.4);
	expect(shareMatched([issue, small])).toBe(0.8);
});

test('totals, and issues of which one of the two is unknown → are left out of both', () => {
	const totals = { layer: 'issue' as const, clicks: 900, allClicks: 900, matchedClicks: null };
	const unjudged = { layer: 'events' as const, clicks: null, allClicks: 900, matchedClicks: null };
	expect(shareSetAside([issue, totals, unjudged])).toBe(0.25);
	expect(shareMatched([issue, totals, unjudged])).toBe(0.9);
	expect(shareSetAside([totals])).toBeNull();
	expect(shareMatched([totals])).toBeNull();
});

test('no click at all → no share', () => {
	const none = { layer: 'events' as const, clicks: 0, allClicks: 0, matchedClicks: 0 };
	expect([shareSetAside([none]), shareMatched([none])]).toEqual([null, null]);
	expect([shareSetAside([]), shareMatched([])]).toEqual([null, null]);
});
