import { expect, test } from 'vitest';
import { readLink } from './read-link.ts';

test.each([
	['https://example.org/a', 'https://example.org/a', 'a link'],
	['example.org/a?b=1', 'https://example.org/a?b=1', 'without its scheme'],
	['//example.org/a', 'https://example.org/a', 'without its protocol'],
	['<https://example.org/a b>', 'https://example.org/a b', 'in brackets'],
	['https://example.org/?a=1&amp;b=2', 'https://example.org/?a=1&b=2', 'with entities'],
	['Read more', null, 'words'],
	['*|UNSUB|*', null, 'a merge tag']
])('readLink(%j) → %j: %s', (cell, link, _why) => {
	expect(readLink(cell)).toBe(link);
});
