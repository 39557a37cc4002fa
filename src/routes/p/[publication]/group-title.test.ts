import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import { groupTitle } from './group-title.ts';

const row = {
	lift: 1.1,
	low: 1.01,
	high: 1.19,
	low50: 1.05,
	high50: 1.15,
	above: 0.98,
	enough: true,
	why: null,
	items: 36,
	clickers: 336,
	expected: 274,
	rawRate: 0.1
};
const said = (kind: 'topic' | 'section' | 'author', locale: 'en' | 'fr' = 'en') =>
	groupTitle({ kind, name: 'Reefs', row: row as never }, createFormats(locale, 'UTC'));

// 336 clickers are 1.23 times the 274 that positions get: what topics and issues add is in no author's lift
test.each([
	['section', /^“Reefs” gets 1\.10 times what its positions and topics explain/],
	['author', /^Reefs gets 1\.10 times what positions and topics explain/],
	['topic', /^“Reefs” gets 1\.10 times the average for its positions/]
] as const)('the lift of a %s → said against what is taken out of it', (kind, words) => {
	expect(said(kind)).toMatch(words);
});

test('the same in French', () => {
	expect(said('section', 'fr')).toContain('fois ce qu’expliquent ses positions et ses thèmes');
	expect(said('author', 'fr')).toContain('fois ce qu’expliquent positions et thèmes');
});
