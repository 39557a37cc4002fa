import { expect, test } from 'vitest';
import { canonical } from './canonical.ts';
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
	['{{ unsubscribe }}', '{{ unsubscribe }}', 'keeps merge tags'],
	['https://example.org/a?name=Ana', 'https://example.org/a', 'a name'],
	['https://example.org/a?fname=Ana&LNAME=B&p=2', 'https://example.org/a?p=2', 'names in parts'],
	[
		'https://example.org/a?first%5Fname=Ana&pr%C3%A9nom=A',
		'https://example.org/a',
		'escaped names'
	],
	[
		'https://example.org/a?user[first_name]=Ana&prefill_Name=A',
		'https://example.org/a',
		'of forms'
	],
	['https://example.org/a;name=Ana;v=2/b', 'https://example.org/a;v=2/b', 'in the path'],
	['https://example.org/#/a?nom=Ana&p=2', 'https://example.org/#/a?p=2', 'in a route'],
	['https://example.org/a?uid=7&sid=8&euid=9', 'https://example.org/a', 'ids of a person'],
	['https://example.org/name/sid', 'https://example.org/name/sid', 'keeps words of paths'],
	[
		'https://go.example.org/share?to=https%3A%2F%2Fexample.com%2Fa%3Fname%3DAna%26p%3D2',
		'https://go.example.org/share?to=https%3A%2F%2Fexample.com%2Fa%3Fp%3D2',
		'in a link within the link'
	],
	[
		'https://unpkg.com/vue@3.4.1/dist/a@2x.png',
		'https://unpkg.com/vue@3.4.1/dist/a@2x.png',
		'no address'
	]
])('withoutReader(%j) → %j: %s', (url, expected, _why) => {
	expect(withoutReader(url)).toBe(expected);
	expect(withoutReader(expected)).toBe(expected);
});

const address = 'zoe.quemener@example.com';
const utf8 = (text: string) => [...new TextEncoder().encode(text)];
const hex = utf8(address)
	.map((byte) => byte.toString(16))
	.join('');
const percent = utf8(address)
	.map((byte) => `%${byte.toString(16)}`)
	.join('');
const twice = encodeURIComponent(encodeURIComponent(address));

/** Ways to write one address in a link. */
const written: Record<string, string> = {
	plainly: address,
	'in capitals': address.toUpperCase(),
	'escaped once': encodeURIComponent(address),
	'escaped twice': twice,
	'escaped nine times': [...'1234567'].reduce((text) => encodeURIComponent(text), twice),
	'every letter escaped': percent,
	'in entities': address.replace('@', '&#64;'),
	'in a named entity': address.replace('@', '&commat;'),
	'in named entities': address.replace('@', '&commat;').replaceAll('.', '&period;'),
	'in entities, escaped': address.replace('@', '%26%2364%3B'),
	'as quoted-printable': address.replace('@', '=40'),
	'full width': address.replace('@', '＠'),
	'with marks nobody sees': address.replace('@', '\u200b@'),
	'in base64': btoa(address),
	'in base64 without padding': btoa(address).replace(/=+$/, ''),
	'in base64 between other bytes': btoa(`{"r":"${address}","n":1}`),
	'in base64 after one letter': `x${btoa(address)}`,
	'in base64 of base64': btoa(btoa(address)),
	'in base64 of an escaped one': btoa(encodeURIComponent(address)),
	'in base64 of UTF-16': btoa([...address].join('\0') + '\0'),
	'in hex': hex,
	'in capital hex': hex.toUpperCase(),
	'in an international domain': 'zoe.quemener@xn--exmple-cua.com',
	'in letters beyond ASCII': 'zoé.quéméner@exämple.com',
	'spelled out': 'zoe.quemener[at]example[dot]com'
};

test.each(Object.entries(written))(
	'an address %s → removed wherever it stands in a link',
	(_, way) => {
		const plainly = /quemener|qu%25?c3|quéméner|xn--/i;
		for (const [link, left] of [
			[`https://example.org/r/${way}/a`, 'https://example.org/r/a'],
			[`https://example.org/r/to-${way}`, 'https://example.org/r'],
			[`https://example.org/a?x=${way}&p=2`, 'https://example.org/a?p=2'],
			[`https://example.org/a?${way}`, 'https://example.org/a'],
			[`https://example.org/a?p=2&x=1|${way}|3`, 'https://example.org/a?p=2'],
			[`https://example.org/a#x=${way}`, 'https://example.org/a'],
			[`https://example.org/a#${way}`, 'https://example.org/a'],
			[`https://example.org/r/${way}/unsubscribe/x`, 'https://example.org/r/unsubscribe/x'],
			[`https://example.org/r/unsubscribe/${way}`, 'https://example.org/r/unsubscribe'],
			[`https://example.org/a?x=${way}=unsubscribe`, 'https://example.org/a']
		] as const) {
			const stored = withoutReader(link);
			expect(stored).not.toMatch(plainly);
			if (!/^x|n nine/.test(way)) expect(stored).toBe(left);
			expect(canonical(link) ?? '').not.toMatch(plainly);
		}
		const inner = `https://example.com/a?x=${way}&p=2`;
		for (let link = inner, depth = 0; depth < 3; depth++) {
			link = `https://example.org/r?to=${encodeURIComponent(link)}`;
			expect(decodeURIComponent(decodeURIComponent(withoutReader(link)))).not.toMatch(plainly);
		}
	}
);

test('a plain link → stripped at about the cost of fifteen parsings at most', () => {
	const urls = Array.from(
		{ length: 20_000 },
		(_, i) => `https://example.org/2024/05/un-article-${i}?utm_source=x&utm_medium=email&mc_cid=a`
	);
	// of the processor, not of the clock, and beside what any reading of a link costs: other work must not matter
	const spent = (work: () => void) => {
		const start = process.cpuUsage();
		work();
		return process.cpuUsage(start).user;
	};
	const ours = spent(() => urls.forEach((url) => withoutReader(url)));
	const parsed = spent(() => urls.forEach((url) => new URL(url).searchParams.toString()));
	expect(ours).toBeLessThan(15 * parsed + 100_000);
});

test('a wrapped link to a file with blanks in its name → none: they would end the link where it is written', () => {
	const file = 'https://example.org/A report 2026.pdf';
	expect(withoutReader(`https://click.example.net/?u=${encodeURIComponent(file)}&id=1`)).toBe(
		'https://example.org/A%20report%202026.pdf'
	);
});
