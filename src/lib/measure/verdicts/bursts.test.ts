import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bursts, core, different, withoutPause, widened } from './bursts.ts';

const readerClicks = Object.freeze({
	at: Object.freeze([0, 1, 2, 60, 61, 62, 400]),
	url: Object.freeze([1, 2, 3, 1, 1, 1, 4])
});

test('three different links within seconds → a burst; one link three times → none', () => {
	expect(bursts(readerClicks, 3, 10)).toEqual([[0, 3]]);
});

test('bursts that overlap → one', () => {
	expect(bursts({ at: [0, 4, 8, 12, 16], url: [1, 2, 3, 4, 5] }, 3, 10)).toEqual([[0, 5]]);
});

test('different links in the same second → a burst of zero seconds', () => {
	expect(bursts({ at: [5, 5, 5, 6], url: [1, 2, 3, 4] }, 3, 0)).toEqual([[0, 3]]);
});

test('a pause that is too long → the run of clicks ends', () => {
	expect(withoutPause(readerClicks, 30)).toEqual([
		[0, 3],
		[3, 6],
		[6, 7]
	]);
});

test('clicks that follow closely → the range widens to them, and no further', () => {
	expect(widened({ at: [0, 8, 9, 10, 18, 40], url: [] }, [1, 3], 10)).toEqual([0, 5]);
});

test('any clicks → each burst holds enough different links within its seconds', () => {
	const clicks = fc.array(fc.tuple(fc.nat(100), fc.nat(6)), { maxLength: 40 });

	fc.assert(
		fc.property(clicks, fc.integer({ min: 2, max: 6 }), fc.nat(20), (pairs, links, seconds) => {
			const sorted = pairs.sort(([a], [b]) => a - b);
			const at = sorted.map(([instant]) => instant);
			const url = sorted.map(([, link]) => link);

			for (const [first, last] of bursts({ at, url }, links, seconds)) {
				expect(different(url, first, last)).toBeGreaterThanOrEqual(links);
				expect(
					bursts({ at: at.slice(first, last), url: url.slice(first, last) }, links, seconds)
				).toHaveLength(1);
			}
		})
	);
});

test('a sweep with a prompt reader’s click seconds later → the sweep alone is its core', () => {
	const at = [60, 60, 60, 60, 61, 61, 61, 66];
	const url = [1, 2, 3, 4, 5, 6, 7, 3];
	expect(core({ at, url }, [0, 8])).toEqual([0, 7]);
	// the reader first
	expect(core({ at: [55, ...at.slice(0, 7)], url: [3, ...url.slice(0, 7)] }, [0, 8])).toEqual([
		1, 8
	]);
});

test('links one after the other, or too few at once → the whole range', () => {
	const url = [1, 2, 3, 4, 5, 6, 7, 8];
	expect(core({ at: [0, 2, 4, 6, 8, 10, 12, 14], url }, [0, 8])).toEqual([0, 8]);
	expect(core({ at: [0, 0, 0, 0, 9, 18, 27, 36], url }, [0, 8])).toEqual([0, 8]);
});
