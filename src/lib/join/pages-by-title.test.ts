import { expect, test } from 'vitest';
import { pagesByTitle } from './pages-by-title.ts';

const titles = [
	'Why the harbour closes early',
	'L’école du port s’ouvre à tous',
	'The ferry wants to grow',
	'The ferry wants to grow',
	'Goats at sea'
];

test.each([
	['https://example.org/2026/why-the-harbour-closes-early', 0, 'the words of a title'],
	['https://example.org/why-the-harbour-closes-early.html', 0, 'with an ending'],
	['https://example.org/a/3290-why-the-harbour-closes-early/', 0, 'behind a number'],
	['https://example.org/why-the-harbour-closes-early-632.html', 0, 'before a number'],
	['https://example.org?id=6%3Awhy-the-harbour-closes-early', 0, 'in a parameter'],
	['https://example.org/l-ecole-du-port-s-ouvre', 1, 'the first words of a title'],
	['https://example.org/why-the-harbour-closes-early-and-what-it-costs', 0, 'with more words'],
	['https://example.org/why-the-harbour', undefined, 'too few of the first words'],
	['https://example.org/why-the-harbour-closes-late', undefined, 'another word'],
	['https://example.org/the-ferry-wants-to-grow', undefined, 'two such titles'],
	['https://example.org/goats-at-sea', undefined, 'too few words'],
	['https://example.org', undefined, 'no words']
])('%s → title %s: %s', (page, title, _why) => {
	expect(pagesByTitle(titles, [page]).get(page)).toBe(title);
});
