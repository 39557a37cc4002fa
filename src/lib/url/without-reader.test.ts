import { expect, test } from 'vitest';
import { withoutReader } from './without-reader.ts';

test.each([
	['https://example.org/a?id=7&mc_eid=f00', 'https://example.org/a?id=7', 'a secret'],
	['https://example.org/a?mc_eid=f00', 'https://example.org/a', 'the only parameter'],
	['https://example.org/a?utm_source=x', 'https://example.org/a?utm_source=x', 'keeps arrival'],
	['https://example.org/a?x=ana%40example.com&y=1', 'https://example.org/a?y=1', 'any address'],
	['https://example.org/a#email=ana@example.com', 'https://example.org/a', 'in the fragment'],
	['https://ana@example.org/a', 'https://example.org/a', 'a user'],
	['https://example.org/u/ana@example.com/a', 'https://example.org/u/a', 'an address in the path'],
	['https://example.org/u/YW5hQGV4YW1wbGUuY29t/a', 'https://example.org/u/a', 'in base64'],
	['https://example.org/a?u=YW5hQGV4YW1wbGUuY29t&y=1', 'https://example.org/a?y=1', 'in base64'],
	['https://example.org/LongPageNameOfAWiki', 'https://example.org/LongPageNameOfAWiki', 'a name'],
	['https://mastodon.example/@ana', 'https://mastodon.example/@ana', 'keeps names of pages'],
	['https://ana.substack.com/p/a?r=1x', 'https://ana.substack.com/p/a', 'Substack’s reader'],
	['https://example.org/a?r=1x', 'https://example.org/a?r=1x', 'only on that host'],
	[
		'https://x.list-manage.com/track/click?u=a&id=b&e=f00',
		'https://x.list-manage.com/track/click?u=a&id=b',
		'the reader’s part of a wrapper'
	],
	[
		'https://eur.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa%3Fmc_eid%3D1&data=x',
		'https://example.org/a',
		'unwraps first'
	],
	['https://example.org/unsubscribe/f00d4242/x1?k=1', 'https://example.org/unsubscribe', 'leaving'],
	[
		'https://example.org/?action=unsubscribe&key=1',
		'https://example.org/?action=unsubscribe',
		'leaving'
	],
	[
		'https://example.org/how-to-unsubscribe?id=1',
		'https://example.org/how-to-unsubscribe?id=1',
		'a page about it'
	],
	['https://mailchi.mp/x/lettre?e=f00', 'https://mailchi.mp/x/lettre', 'a web version'],
	['mailto:ana@example.com?subject=x', 'mailto:*?subject=x', 'an address to write to'],
	['{{ unsubscribe }}', '{{ unsubscribe }}', 'keeps merge tags']
])('withoutReader(%j) is %j: %s', (url, expected, _why) => {
	expect(withoutReader(url)).toBe(expected);
	expect(withoutReader(expected)).toBe(expected);
});

test('costs at most a few microseconds for a plain link, so that every row can be asked', () => {
	const urls = Array.from(
		{ length: 20_000 },
		(_, i) => `https://example.org/2024/05/un-article-${i}?utm_source=x&utm_medium=email&mc_cid=a`
	);
	const start = performance.now();
	for (const url of urls) withoutReader(url);
	const microseconds = ((performance.now() - start) * 1000) / urls.length;
	expect(microseconds).toBeLessThan(20);
});
