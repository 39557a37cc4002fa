import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readIssue } from '../../read-issue.ts';
import { archiveFormat, lettersIn } from './letters-in.ts';

const story = (n: number) =>
	`<h2>À la une</h2><h3><a href="https://example.com/port-${n}">Le port rouvre ses quais</a></h3><p>Après deux ans de travaux, les quais rouvrent.</p><h3><a href="https://example.com/criee-${n}">La criée passe au numérique</a></h3><p>Les enchères se font depuis un téléphone.</p>`;

/** What the letters of an archive are called, and how they read. */
async function read(name: string, text: string) {
	const bytes = Buffer.from(text);
	const format = archiveFormat(name, bytes.subarray(0, 65_536));
	if (!format) return null;
	const letters = lettersIn({ name, bytes }, format);
	return Promise.all(
		letters.map(async (letter) => {
			const { title, number, date, sections } = await readIssue(letter);
			const items = sections.flatMap((section) =>
				section.items.map((item) => item.links[0]?.target)
			);
			return [letter.name, title, number, date, items];
		})
	);
}

const both = [
	[
		'2026-03-10 La Criée n° 14 les marées.eml',
		'La Criée n° 14 : les marées',
		14,
		'2026-03-10',
		['https://example.com/port-14', 'https://example.com/criee-14']
	],
	[
		'2026-03-17 La Criée n° 15 le brouillard.eml',
		'La Criée n° 15 : le brouillard',
		15,
		'2026-03-17',
		['https://example.com/port-15', 'https://example.com/criee-15']
	]
];

const titles = [
	[14, 'La Criée n° 14 : les marées', 10],
	[15, 'La Criée n° 15 : le brouillard', 17]
] as const;

test('an mbox → each mail a letter; a line that begins with “From” parts nothing', async () => {
	const mails = titles.map(
		([n, title, day]) =>
			`From bonjour@example.com Tue Mar ${day} 07:00:00 2026\nFrom: La Criée <bonjour@example.com>\nTo: ana@example.org\nSubject: =?UTF-8?Q?${Buffer.from(title).toString('hex').replace(/../g, '=$&').toUpperCase()}?=\nDate: Tue, ${day} Mar 2026 07:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n${story(n)}\n<p>\nFrom Brest, with love</p>\n`
	);
	expect(await read('criee.mbox', mails.join('\n'))).toEqual(both);
	expect(await read('La Criée.mbox/mbox', mails.join('\n').replaceAll('\n', '\r\n'))).toEqual(both);
});

test('a line that was quoted since it begins with “From” → as it was, and what was quoted in it too', () => {
	const words = 'From Brest, with love\n>From Ana: yes\n> From the port\n';
	const mail = `From: a@example.com\nSubject: 14\n\n${words}`;
	const quoted = mail.replace(/^(>*From )/gm, '>$1');
	const box = `From a@example.com Tue Mar 10 07:00:00 2026\n${quoted}`;
	const [letter] = lettersIn({ name: 'x.mbox', bytes: Buffer.from(box) }, 'mbox');
	expect(Buffer.from(letter!.bytes).toString()).toBe(mail.trimEnd());
});

test('an RSS feed → each entry with more than a summary a letter', async () => {
	const items = titles.map(
		([n, title, day]) =>
			`<item><title>${title}</title><media:title>Photo</media:title><pubDate>Tue, ${day} Mar 2026 00:10:00 +0100</pubDate><description>Le port</description><content:encoded><![CDATA[${story(n)}]]></content:encoded></item>`
	);
	const feed = (inside: string) =>
		`<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand --><rss version="2.0"><channel><title>La Criée</title><image><title>Logo</title></image>${inside}</channel></rss>`;
	expect(await read('feed.xml', feed(items.join('')))).toEqual(both);
	expect(
		await read(
			'feed.xml',
			feed('<item><title>Le port</title><description>Bref</description></item>')
		)
	).toEqual([]);
});

test('an Atom feed, its content as text or as elements → each entry a letter', async () => {
	const escaped = (html: string) => html.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	const [first, second] = titles;
	const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>La Criée</title>
<entry><title>${first[1]}</title><updated>2026-03-20T00:00:00Z</updated><source><title>Autre</title></source><published>2026-03-10T00:30:00+01:00</published><content type="html">${escaped(story(14))}</content></entry>
<entry><title>${second[1]}</title><published>2026-03-17T07:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${story(15)}</div></content></entry></feed>`;
	expect(await read('atom.xml', feed.replace(/<updated>[^<]*<\/updated>/, ''))).toEqual(both);
	// the day that it was published weighs more than the day of its last change
	expect((await read('atom.xml', feed))?.[0]?.[3]).toBe('2026-03-10');
});

test('WordPress’ export → its published posts, by their local day; no page, no draft', async () => {
	const post = (n: number, title: string, day: number, type: string, status: string) =>
		`<item><title>${title}</title><pubDate>Mon, 09 Mar 2026 23:00:00 +0000</pubDate><content:encoded><![CDATA[${story(n)}]]></content:encoded><wp:post_date><![CDATA[2026-03-${day} 00:30:00]]></wp:post_date><wp:post_type>${type}</wp:post_type><wp:status>${status}</wp:status></item>`;
	const items = [
		...titles.map(([n, title, day]) => post(n, title, day, 'post', 'publish')),
		post(16, 'Mentions légales', 24, 'page', 'publish'),
		post(17, 'La Criée n° 17', 24, 'post', 'draft')
	];
	expect(await read('wp.xml', `<rss><channel>${items.join('')}</channel></rss>`)).toEqual(both);
});

test('a JSON Feed → each item a letter; cut off, or other JSON → none', async () => {
	const feed = {
		version: 'https://jsonfeed.org/version/1.1',
		items: titles.map(([n, title, day]) => ({
			title,
			content_html: story(n),
			date_published: `2026-03-${day}T00:30:00+01:00`
		}))
	};
	expect(await read('feed.json', JSON.stringify(feed))).toEqual(both);
	expect(await read('feed.json', JSON.stringify(feed).slice(0, -9))).toEqual([]);
	expect(await read('feed.json', '{"version": "2", "items": []}')).toBe(null);
	expect(await read('events.json', '[{"event": "open"}]')).toBe(null);
});

test('letters of one title and day → names of their own; one without a title → one by its place', async () => {
	const item = `<item><title>A/B</title><content:encoded><![CDATA[${story(1)}]]></content:encoded></item>`;
	const names = await read(
		'feed.rss',
		`<rss><channel>${item}${item.replace('A/B', 'A B (2)')}${item}${item.replace('A/B', '')}</channel></rss>`
	);
	expect(names?.map(([name]) => name)).toEqual([
		'A B.eml',
		'A B (2).eml',
		'A B (3).eml',
		'letter 4.eml'
	]);
});

test('any text that begins as an archive does → its letters or none, each with a name of its own', () => {
	const beginnings = [
		'From a 07:00 2026\n',
		'<rss><item>',
		'<feed><entry>',
		'{"jsonfeed.org/version'
	];
	const pieces = fc.constantFrom(
		'\n',
		'From b 08:00 2026\nSubject: c\n\n',
		'</item><item>',
		'</entry>',
		'<title>',
		'</title>',
		'<content type="xhtml">',
		'</content>',
		'<content:encoded><![CDATA[<a href="x">',
		']]>',
		'"',
		'[{'
	);
	const text = fc.tuple(fc.constantFrom(...beginnings), fc.array(fc.oneof(pieces, fc.string())));
	fc.assert(
		fc.property(text, ([beginning, rest]) => {
			const bytes = Buffer.from(beginning + rest.join(''));
			const format = archiveFormat('letters.xml', bytes)!;
			const names = lettersIn({ name: 'letters.xml', bytes }, format).map(({ name }) => name);
			expect(new Set(names).size).toBe(names.length);
		})
	);
});
