import { expect, test } from 'vitest';
import { clickersNotes, loneNotes, stepFlags, stepNotes } from './footnotes.ts';
import { createFormats } from './format.ts';

const formats = createFormats('en', 'UTC');
const dit = createFormats('fr', 'UTC');

test('no lone check is found → how many cannot be ruled out, and no “about 0”', () => {
	const lone = { estimate: 0.2, low: 0, high: 769 };
	expect(loneNotes({ lone }, formats)).toEqual([
		expect.stringMatching(/^No bot clicks .+ up to 769 of the counted clicks may be such/)
	]);
	expect(loneNotes({ lone }, dit)[0]).toMatch(
		/n’a été trouvé.+jusqu’à 769 parmi les clics comptés/
	);
	expect(loneNotes({ lone: { estimate: 40, low: 12, high: 80 } }, formats)[0]).toMatch(
		/^About 40 .+\(12 to 80, 90% interval\)/
	);
	expect(loneNotes({ lone: { estimate: 0, low: 0, high: 0.4 } }, formats)).toEqual([]);
});

test.each([
	['some for sure', { estimate: 3, low: 0.6, high: 9 }, 1],
	['a twentieth of clicks', { estimate: 50, low: 0, high: 120 }, 1],
	['perhaps a few', { estimate: 20, low: 0, high: 90 }, 0],
	['unknown', null, 0]
])('lone checks: %s → a footnote to clickers where it matters', (_, lone, notes) => {
	expect(
		clickersNotes(lone, [{ clicks: 600 }, { clicks: 400 }, { clicks: null }], formats)
	).toHaveLength(notes);
});

test('a step of machines → one sentence, at its line on charts where its day is known', () => {
	const step = { issueId: 4, issue: '42', at: 1000, before: 0.1, after: 0.4 };
	const [sentence] = stepNotes(step, formats);
	expect(sentence).toMatch(/^Since no\.\s42, .*40\.0%.*10\.0%/);
	expect(stepFlags(step, formats)).toEqual([{ at: 1000, text: sentence }]);
	expect(stepFlags({ ...step, at: null }, formats)).toEqual([]);
	expect(stepFlags(null, formats)).toEqual([]);
	expect(stepFlags(step, dit)[0]!.text).toMatch(/40,0/);
});
