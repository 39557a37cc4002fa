import fc from 'fast-check';
import { expect, test } from 'vitest';
import { along, besides, flagged, withinBars } from './flags.ts';
import { withFlags } from './overlays.ts';
import { issueRates } from './issue-rates.ts';
import { paperTokens } from './tokens.ts';

test('a note between two issues → a line between their bars', () => {
	const place = besides([10, 20, 30]);
	expect([5, 15, 20, 35].map(place)).toEqual([null, 0.5, 0.5, 2.5]);
});

test('a note along a line → as far between its points as its day is', () => {
	const place = along([10, 20, 40]);
	expect([5, 10, 15, 25, 41].map(place)).toEqual([null, 0, 0.5, 1.25, null]);
});

test('a note within a month → as far across its bar as its day is', () => {
	const place = withinBars([0, 10, 20], 30);
	expect([-1, 0, 5, 25, 31].map(place)).toEqual([null, -0.5, 0, 2, null]);
});

test('notes in any order → numbered by their days, and every number has its line', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: -5, max: 45 })), (days) => {
			const { notes, flags } = flagged(
				days.map((at) => ({ at })),
				along([0, 10, 20, 40])
			);
			expect(notes.map(({ n }) => n)).toEqual(flags.map(({ n }) => n));
			const ats = notes.map(({ note }) => note.at);
			expect(ats).toEqual(days.filter((at) => at >= 0 && at <= 40).sort((a, b) => a - b));
			const xs = flags.map(({ x }) => x);
			expect(xs).toEqual(xs.toSorted((a, b) => a - b));
		})
	);
});

test('a chart with flags → keeps what it was, with a line for each', () => {
	const config = issueRates([], String, paperTokens);
	const drawn = withFlags(config, [{ x: 0.5, n: 1 }], paperTokens);
	expect(drawn.options?.plugins?.tooltip).toBe(config.options?.plugins?.tooltip);
	expect(drawn.plugins?.map(({ id }) => id)).toEqual([
		...config.plugins!.map(({ id }) => id),
		'flags'
	]);
	expect(withFlags(config, [], paperTokens)).toBe(config);
});
