import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { readIssue } from './read-issue.ts';
import { lettersIn } from './source/archives/letters-in.ts';
import type { IssueDocument } from './source/document.ts';

// A letter is the same in whatever it comes: its page saved, its mail in any shape of MIME, sent on as an
// attachment, in a mailbox. Each is drawn for some letters, and read as the page is.

const names = [
	'beehiiv',
	'bookmark-cards',
	'cards',
	'digest-with-emoji-rows',
	'emoji-above-sections',
	'flat-sections',
	'headings-and-buttons',
	'kickers-and-buttons',
	'signed-by-brevo',
	'amp'
];

const pageOf = (name: string) =>
	readFileSync(new URL(`samples/${name}.html`, import.meta.url), 'utf8');

/** The words of a page with its links behind them, as services write the text part of a mail. */
function textOf(html: string): string {
	const parts: string[] = [];
	let hidden = 0;
	let href: string | undefined;
	const isHidden = (name: string) => /^(style|script|head|title)$/.test(name);
	const isBlock = (name: string) => /^(br|p|div|h\d|li|tr|table)$/.test(name);
	const parser = new Parser({
		onopentag(name, attributes) {
			if (isHidden(name)) hidden++;
			if (name === 'a') href = attributes.href;
			if (isBlock(name)) parts.push('\n');
		},
		ontext(words) {
			if (!hidden) parts.push(words.replace(/\s+/g, ' '));
		},
		onclosetag(name) {
			if (isHidden(name)) hidden--;
			if (name === 'a' && href) parts.push(` ( ${href} )`);
			if (isBlock(name)) parts.push('\n');
		}
	});
	parser.end(html);
	return parts.join('').trim();
}

type Written = { charset: 'utf-8' | 'utf-16le' | 'iso-8859-1'; encoding: string };

function bytesOf(text: string, { charset }: Written): Buffer {
	if (charset === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
	if (charset === 'utf-8') return Buffer.from(text);
	const known = text.replace(/[^\u0000-\u00ff]/gu, (sign) => `&#${sign.codePointAt(0)};`);
	return Buffer.from(known, 'latin1');
}

function part(type: string, text: string, written: Written): string {
	const bytes = bytesOf(text.replace(/\r?\n/g, '\r\n'), written);
	const isBase64 = written.encoding === 'base64' || written.charset === 'utf-16le';
	const body = isBase64
		? bytes.toString('base64').replace(/.{76}/g, '$&\r\n')
		: bytes
				.toString('latin1')
				.replace(/[^\n\r -<>-~]/g, hex)
				.replace(/[ \t](?=\r\n)/g, hex)
				.replace(/[^\r\n]{72}(?=[^\r\n]{4})/g, softly);
	const encoding = isBase64 ? 'base64' : 'quoted-printable';
	return `Content-Type: ${type}; charset=${written.charset}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
}

function hex(sign: string): string {
	return `=${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A line broken where no sign in hexadecimal is cut. */
function softly(line: string): string {
	const at = /=.?$/.exec(line)?.index ?? line.length;
	return `${line.slice(0, at)}=\r\n${line.slice(at)}`;
}

function several(kind: string, parts: readonly string[], n: number): string {
	const bound = `--=_part ${n}`;
	return `Content-Type: multipart/${kind}; boundary="${bound}"\r\n\r\nIn parts.\r\n--${bound}\r\n${parts.join(`\r\n--${bound}\r\n`)}\r\n--${bound}--\r\n`;
}

const file = (type: string, name: string) =>
	`Content-Type: ${type}; name="${name}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\nAAAA`;

const head = (subject: string) =>
	`From: "The letter" <letter@example.com>\r\nTo: reader@example.org\r\nSubject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=\r\nMIME-Version: 1.0\r\n`;

const shapes: Record<string, (mail: { html: string; alternative: string }) => string> = {
	html: ({ html }) => html,
	alternative: ({ alternative }) => alternative,
	related: ({ alternative }) => several('related', [alternative, file('image/png', 'a.png')], 2),
	mixed: ({ alternative }) => several('mixed', [alternative, file('application/pdf', 'a.pdf')], 2),
	signed: ({ alternative }) =>
		several('signed', [alternative, file('application/pkcs7-signature', 'smime.p7s')], 2),
	attached: ({ alternative }) =>
		several(
			'mixed',
			[
				'Content-Type: text/plain\r\n\r\nFor you to read.',
				`Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${head('@')}${alternative}`
			],
			3
		)
};

/** What is read of a letter that its readers see, and its day apart, which a page says elsewhere. */
function seen({ title, sections, otherLinks }: IssueDocument) {
	return { title, sections, otherLinks: otherLinks.map(({ target }) => target) };
}

test('a letter in any shape of mail, sent on or in a mailbox → read as its page', async () => {
	const drawn = fc.sample(
		fc.record({
			name: fc.constantFrom(...names),
			shape: fc.constantFrom(...Object.keys(shapes)),
			charset: fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'iso-8859-1' as const),
			encoding: fc.constantFrom('base64', 'quoted-printable'),
			inMailbox: fc.boolean()
		}),
		{ seed: 20_251_130, numRuns: 60 }
	);
	for (const { name, shape, inMailbox, ...written } of drawn) {
		const page = pageOf(name);
		const read = await readIssue({ name: `${name}.html`, bytes: Buffer.from(page) });
		const html = part('text/html', page, written);
		// no text has signs that its charset lacks
		const plain = part('text/plain', textOf(page), { ...written, charset: 'utf-8' });
		const alternative = several('alternative', [plain, html], 1);
		const subject = read.title ?? 'A letter';
		const body = shapes[shape]!({ html, alternative }).replace(head('@'), head(subject));
		const mail = Buffer.from(head(shape === 'attached' ? 'Fwd' : subject) + body, 'latin1');
		const above = Buffer.from('From letter@example.com Tue Mar  4 07:00:00 2025\n');
		const box = { name: 'letters.mbox', bytes: Buffer.concat([above, mail]) };
		const [raw] = inMailbox ? lettersIn(box, 'mbox') : [{ name: `${name}.eml`, bytes: mail }];
		const again = seen(await readIssue(raw!));
		expect({ name, shape, ...again }).toEqual({
			name,
			shape,
			...seen(read),
			...(read.title === null && { title: again.title })
		});
	}
});
