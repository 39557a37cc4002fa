import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import { mostClicked } from './most-clicked.ts';

const formats = createFormats('en', 'UTC');
const best = { title: 'Salt', lift: null, clickers: 12 };
const item = (clickers: number, role: 'editorial' | 'sponsor' = 'editorial') => ({
	role,
	clickers
});

test('one item clicked most → named as of the editorial ones; two alike → neither is; one with a lift → nothing', () => {
	const other = [item(12), item(7), item(12, 'sponsor')];
	expect(mostClicked(best, other, formats)).toBe(
		'The most clicked editorial item is “Salt”: 12 clickers.'
	);
	expect(mostClicked(best, [...other, item(12)], formats)).toBe(
		'2 editorial items tie as the most clicked (clickers of each: 12).'
	);
	expect(mostClicked({ ...best, lift: 1.2 }, other, formats)).toBe('');
	expect(mostClicked(null, [], formats)).toBe('');
});
