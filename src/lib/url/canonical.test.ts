import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsAddress } from './address.ts';
import { canonical } from './canonical.ts';
import { times } from '../../../tests/combinations.ts';
import { asRead } from './link.ts';
import { withoutReader } from './without-reader.ts';

test.each([
	['https://example.org/a', 'https://example.org/a', 'leaves a plain link alone'],
	['HTTP://www.Example.org/a/', 'https://example.org/a', 'scheme, www., host case, final slash'],
	['http://example.org:80/', 'https://example.org', 'the usual ports'],
	['https://example.org:8443/a', 'https://example.org:8443/a', 'keeps an unusual port'],
	['https://ana:pw@example.org/a', 'https://example.org/a', 'user and password'],
	['https://example.org/?utm_source=x&mc_cid=1', 'https://example.org', 'arrival parameters'],
	['https://example.org/?spUserID=x&spJobID=2&_cldee=y', 'https://example.org', 'of more services'],
	['https://example.org/?b=2&a=1', 'https://example.org?a=1&b=2', 'the order of parameters'],
	['https://example.org/?b=2&amp;a=1', 'https://example.org?a=1&b=2', 'entities of HTML'],
	['https://example.org/?id=1', 'https://example.org?id=1', 'keeps what distinguishes pages'],
	['https://example.org/?ref=a&source=b', 'https://example.org?ref=a&source=b', 'functional names'],
	['https://example.org/A', 'https://example.org/A', 'keeps the case of the path'],
	['https://example.org/%7Eana/%c3%a9', 'https://example.org/~ana/%C3%A9', 'idle escapes'],
	['https://example.org/été', 'https://example.org/%C3%A9t%C3%A9', 'letters beyond ASCII'],
	['https://example.org/e\u0301te\u0301', 'https://example.org/%C3%A9t%C3%A9', 'accents apart'],
	['https://example.org/?q=e%cc%81', 'https://example.org?q=%C3%A9', 'escaped and apart'],
	['https://example.org/?q=a+b', 'https://example.org?q=a%20b', 'both ways to write a blank'],
	['https://example.org/?q=%E9', 'https://example.org?q=%E9', 'bytes that are not UTF-8'],
	['https://example.org/a#top', 'https://example.org/a', 'a place on the same page'],
	['https://example.org/#!/a', 'https://example.org#!/a', 'keeps a route in the fragment'],
	['https://www.youtube.com/watch?v=1&si=x', 'https://youtube.com/watch?v=1', 'names of one host'],
	['https://example.org/watch?si=x', 'https://example.org/watch?si=x', 'only on that host'],
	['https://x.com/ana/status/1?s=20&t=z', 'https://x.com/ana/status/1', 'X'],
	['https://ana.substack.com/p/a?r=1x&s=w', 'https://ana.substack.com/p/a?s=w', 'Substack'],
	['https://open.substack.com/pub/ana/p/a?r=1x', 'https://ana.substack.com/p/a', 'its other name'],
	['https://www.amazon.fr/dp/1?tag=x&pd_rd_w=1', 'https://amazon.fr/dp/1', 'Amazon'],
	['https://www.google.com/url?q=http://example.org/a/', 'https://example.org/a', 'unwraps'],
	['mailto:ana@example.com', null, 'what a browser cannot open'],
	['{{unsubscribe_url}}', null, 'an unfilled merge tag'],
	['https://*|UNSUB|*', null, 'a merge tag after a scheme'],
	['https://link.mail.beehiiv.com/ss/c/u001.x', null, 'a link of one reader alone'],
	['', null, 'nothing']
])('canonical(%j) → %j: %s', (url, expected, _why) => {
	expect(canonical(url)).toBe(expected);
});

const host = fc.constantFrom(
	'example.org',
	'www.example.org',
	'www.www.com',
	'EXAMPLE.net.',
	'substack.com',
	'cur.at',
	'google.com',
	'x.list-manage.com',
	'click.kit-mail2.com'
);
const part = fc.oneof(
	fc.string({ maxLength: 8 }),
	fc.string({ unit: 'binary', maxLength: 4 }),
	fc.constantFrom(
		'%41',
		'%2e',
		'%25',
		'%',
		'r',
		'c',
		'url',
		'é',
		'..',
		'&amp;',
		'0a1b2c3d',
		'unsubscribe',
		'track',
		'app-link',
		'@',
		'@0.AA',
		'ana@example.org',
		'%61na@example.org',
		'%30',
		'%2541',
		'QUJDREVGR0g',
		'https://example.com/?e=ana@example.org'
	)
);
const parts = fc.array(part, { maxLength: 3 }).map((some) => some.join(''));
const name = fc.oneof(
	part,
	fc.constantFrom('utm_source', 'mc_eid', 'token', 'q', 'm', 'e', 'r', 'email', 'url')
);
const link = fc
	.record({
		scheme: fc.constantFrom('http', 'https', 'HTTPS'),
		host,
		port: fc.constantFrom('', ':80', ':443', ':8080'),
		path: fc.array(parts, { maxLength: 4 }),
		pairs: fc.array(fc.tuple(name, parts), { maxLength: 4 }),
		hash: fc.oneof(fc.constantFrom('', '#a', '#!/a', '#/b', '#email=ana@example.com'), part)
	})
	.map(
		({ scheme, host, port, path, pairs, hash }) =>
			`${scheme}://${host}${port}/${path.join('/')}?${pairs.map((pair) => pair.join('=')).join('&')}${hash}`
	);

test('any canonical link, made canonical again → the same', () => {
	fc.assert(
		fc.property(link, (url) => {
			const once = canonical(url);
			if (once !== null) expect(canonical(once)).toBe(once);
		}),
		{ numRuns: times(1000, 3000) }
	);
});

test('any link without its reader, stripped again → the same', () => {
	fc.assert(
		fc.property(link, (url) => {
			const stored = withoutReader(url);
			expect(withoutReader(stored)).toBe(stored);
		}),
		{ numRuns: times(1000, 3000) }
	);
});

test.each([
	['http://example.org/?=%2e@0.AA', 'a local part of dots alone'],
	['http://example.org/?q=ana@0.AA%30', 'a domain that goes on behind an escape'],
	['http://example.org/?q=%61na@example.org', 'an address that begins with an escape'],
	['http://example.org/unsub%73cribe/ana7?a=1', 'a word of leaving, in part escaped'],
	['http://example.org/?q=%41UJDREVG', 'code that begins with an escape']
])('%s without its reader → the same page: %s', (url, _why) => {
	expect(canonical(withoutReader(url))).toBe(canonical(url));
});

test('any link → none of its addresses is left', () => {
	fc.assert(
		fc.property(link, (url) => {
			expect(holdsAddress(asRead(withoutReader(url)))).toBe(false);
		}),
		{ numRuns: times(1000, 3000) }
	);
});

const written = link.filter(URL.canParse).map((url) => new URL(url).href);

test('any link in which signs are escaped that need not be → the same page', () => {
	fc.assert(
		fc.property(written, fc.array(fc.boolean(), { minLength: 1 }), (url, escapes) => {
			const path = url.indexOf('/', 'https://'.length);
			const escaped = url.slice(path).replace(/%[\da-f]{2}|[\w.~-]/gi, (sign) => {
				const code = sign.charCodeAt(0);
				return sign.length > 1 || !escapes[code % escapes.length] ? sign : `%${code.toString(16)}`;
			});
			expect(canonical(url.slice(0, path) + escaped)).toBe(canonical(url));
		}),
		{ numRuns: times(1000, 3000) }
	);
});

test('any link without its reader → the same page', () => {
	fc.assert(
		fc.property(written, (url) => {
			expect(canonical(withoutReader(url))).toBe(canonical(url));
		}),
		{ numRuns: times(1000, 3000) }
	);
});

test('any other scheme, www., final slash, order of parameters and arrival → the same page', () => {
	const word = fc.stringMatching(/^[a-z]{1,6}\d$/);
	fc.assert(
		fc.property(fc.array(word), fc.uniqueArray(word), (path, names) => {
			const pairs = names.map((name, i) => `${name}=${i}`);
			const a = `https://example.org/${path.join('/')}?${pairs.join('&')}`;
			const b = `http://www.example.org/${path.join('/')}/?utm_medium=email&${pairs.toReversed().join('&')}#x`;
			expect(canonical(a)).toBe(canonical(b));
		})
	);
});
