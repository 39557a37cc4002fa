import { expect, test } from 'vitest';
import { nothingCompared } from '../comparison.ts';
import { everything } from '#lib/filters/filters.ts';
import { sponsorKeys } from './sponsor-keys.ts';
import type { SponsorRow } from './sponsors.ts';

const place = (own: Partial<SponsorRow>) =>
	({
		sponsor: 'Mâts & Voiles',
		fee: 90_000,
		clickers: 0,
		clicks: 0,
		allClicks: 0,
		delivered: 300,
		expected: null,
		open: false,
		...own
	}) as SponsorRow;

const perClicker = (own: Partial<SponsorRow>) =>
	sponsorKeys(
		{ placements: [place(own)], issues: [] },
		{ placements: [], issues: [] },
		nothingCompared(everything),
		'EUR'
	).perClicker;

test('fees of places that nobody clicked → no cost per clicker, since nobody clicked', () => {
	expect(perClicker({})).toMatchObject({ value: null, missing: 'nobodyClicked' });
	expect(perClicker({ clickers: 3 })).toMatchObject({ value: 30_000 });
});

test('fees of places of which no click is known → clicks are missing; no fee → the prices are', () => {
	expect(perClicker({ clickers: null })).toMatchObject({ value: null, missing: 'clicks' });
	expect(perClicker({ fee: null }).missing).toBeUndefined();
});
