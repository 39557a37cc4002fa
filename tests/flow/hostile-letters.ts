import { strToU8 } from 'fflate';

// Letters that nobody writes and somebody may send, made by code as hostile tables are.

const mega = 2 ** 20;

const page = (body: string, head = '') =>
	strToU8(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
const story = (n: number) =>
	`<h3>Story ${n}</h3><p>What was told of it, and by whom. <a href="https://example.com/s${n}?utm_source=x">Read on</a></p>`;
const mail = (head: string, body: string) =>
	strToU8(
		`From: A <a@example.com>\r\nTo: b@example.org\r\nSubject: News\r\n${head}\r\n\r\n${body}`
	);

/** A letter as anybody may send it, of about so many bytes, written as the name says. */
export function benignLetter(name: string, bytes: number): Uint8Array {
	const stories = Array.from({ length: bytes / story(1000).length }, (_, n) => story(n)).join('');
	if (!name.endsWith('.eml')) return page(`<h2>News</h2>${stories}`);
	return mail('Content-Type: text/html; charset=utf-8', `<h2>News</h2>${stories}`);
}

const html = (body: string, head?: string): [string, Uint8Array] => [
	'a.html',
	page(`<h2>News</h2>${story(1)}${body}${story(2)}`, head)
];
const eml = (head: string, body: string): [string, Uint8Array] => ['a.eml', mail(head, body)];
const multipart = (boundary: string) => `Content-Type: multipart/mixed; boundary="${boundary}"`;

/** Letters by the attack that each is. */
export const hostileLetters: Record<string, () => [name: string, bytes: Uint8Array]> = {
	'elements nested without end': () => html('<div>'.repeat(mega / 8)),
	'tables in tables': () => html('<table><tr><td>'.repeat(30_000)),
	'formatting that never closes': () =>
		html('<b><i><a href="https://example.com/x">'.repeat(20_000)),
	'closing tags of nothing': () => html('</div></b></p>'.repeat(mega / 16)),
	'an attribute without end': () => html(`<a href="${'x'.repeat(2 * mega)}">x</a>`),
	'attributes without end': () => html(`<p ${'a=1 '.repeat(mega / 4)}>x</p>`),
	'a style without end': () => html(`<p style="${'color:red;'.repeat(mega / 10)}">x</p>`),
	'rules without end': () =>
		html('', `<style>${'.a .b .c{display:none}'.repeat(mega / 22)}</style>`),
	'a selector without end': () =>
		html('', `<style>${'.a '.repeat(mega / 4)}{display:none}</style>`),
	'a comment without end': () => html(`<!--${'-'.repeat(mega)}`),
	'comments that open again': () => html('<!--'.repeat(mega / 4)),
	'entities without end': () => html('&amp;#38;'.repeat(mega / 9)),
	'addresses of queries without end': () =>
		html(`<a href="https://example.com/?${'a=b&'.repeat(mega / 4)}">x</a>`),
	'a link whose address holds addresses': () =>
		html(`<a href="${'https://example.com/?u='.repeat(20_000)}">x</a>`),
	'a link wrapped many times': () => {
		let url = 'https://example.com/x';
		for (let i = 0; i < 12; i++) url = `https://example.com/?url=${encodeURIComponent(url)}`;
		return html(`<a href="${url}">x</a>`);
	},
	'links of ten thousand stories': () =>
		html(Array.from({ length: 10_000 }, (_, n) => story(n)).join('')),
	'spaces without end': () => html(`<p>${'  \u00a0\t'.repeat(mega / 8)}</p>`),
	'numbers without end': () => html(`<h1>News #${'1'.repeat(mega)}</h1>`),
	'dates without end': () => html(`<p>${'12/12/'.repeat(mega / 6)}</p>`),
	'multiparts in multiparts': () =>
		eml(
			multipart('b0'),
			Array.from({ length: 5000 }, (_, i) => `--b${i}\r\n${multipart(`b${i + 1}`)}\r\n\r\n`).join(
				''
			)
		),
	'parts without end': () => eml(multipart('b'), '--b\r\n\r\nx\r\n'.repeat(50_000)),
	'headers without end': () => eml('X-A: b\r\n'.repeat(100_000).trimEnd(), '<p>x</p>'),
	'one header without end': () => eml(`X-A: ${'b'.repeat(mega)}`, '<p>x</p>'),
	'one header over lines without end': () => eml(`X-A: ${'b\r\n '.repeat(mega / 4)}c`, '<p>x</p>'),
	'recipients without end': () =>
		eml(
			`Cc: ${Array.from({ length: 20_000 }, (_, i) => `N ${i} <n${i}@example.org>`).join(', ')}`,
			'<p>x</p>'
		),
	'groups of recipients without end': () => eml(`Cc: ${'g:'.repeat(50_000)}`, '<p>x</p>'),
	'comments in addresses': () => eml(`Cc: ${'('.repeat(100_000)}`, '<p>x</p>'),
	'encoded words without end': () => eml(`X-A: ${'=?utf-8?Q?a?= '.repeat(50_000)}`, '<p>x</p>'),
	'a subject of encoded words': () =>
		eml(`Subject: ${'=?utf-8?B?YQ==?= '.repeat(20_000)}`, '<p>x</p>'),
	'base64 that is none': () =>
		eml(
			'Content-Type: text/html\r\nContent-Transfer-Encoding: base64',
			`${'=A*-'.repeat(64)}\r\n`.repeat(5000)
		),
	'quoted-printable that is none': () =>
		eml(
			'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable',
			'=\r\n=='.repeat(mega / 5)
		),
	'a boundary without end': () =>
		eml(multipart('b'.repeat(mega / 4)), `--${'b'.repeat(mega / 4)}\r\n\r\nx`),
	'parameters without end': () =>
		eml(
			`Content-Type: text/html${Array.from({ length: 20_000 }, (_, i) => `; charset*${i}*=a`).join('')}`,
			'<p>x</p>'
		)
};
