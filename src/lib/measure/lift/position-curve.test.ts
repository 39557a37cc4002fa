import { expect, test } from 'vitest';
import { fitLift } from './lift.ts';
import { seeded } from '../stats/random.ts';

/** An opening editorial of three links that gets 300 of 2,000 readers, then briefs that get 100. */
function archive() {
	const random = seeded(4);
	return Array.from({ length: 30 }, (_, issue) =>
		Array.from({ length: 6 }, (_, i) => ({
			issue,
			reach: 2000,
			position: i + 1,
			format: i === 0 ? ('editorial' as const) : ('brief' as const),
			pages: i === 0 ? 3 : 1,
			section: -1,

			topics: [Math.floor(random() * 4)],
			authors: [],
			clickers: (i === 0 ? 300 : 100) + Math.round(20 * (random() - 0.5))
		}))
	).flat();
}

test('an opening editorial of three pages with three times the clicks → that level on the position curve', () => {
	const fit = fitLift(
		{ items: archive(), issues: 30, sections: 0, topics: 4, authors: 0 },
		{ seed: 1, draws: 100 }
	);
	const [opening, second] = fit.positions;
	expect(opening).toMatchObject({ format: 'editorial', pages: 3, items: 30 });
	expect(opening!.level / second!.level).toBeGreaterThan(2.6);
	expect(opening!.level / second!.level).toBeLessThan(3.4);
});
