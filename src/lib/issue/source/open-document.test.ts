import { expect, test } from 'vitest';
import { openDocument } from './open-document.ts';

const mail = (from: string, more = '') =>
	`From: ${from}\r\nSubject: The port opens\r\nDate: Tue, 10 Mar 2026 07:00:00 +0100\r\nMIME-Version: 1.0\r\n${more}Content-Type: text/html; charset=utf-8\r\n\r\n<p>After <a href="https://example.com/port">two years</a></p>\r\n`;

const open = (name: string, text: string) => openDocument({ name, bytes: Buffer.from(text) });

test('a mail as Apple Mail keeps it → its subject, day and words, without what is kept of it', async () => {
	const text = mail('Ana <ana@example.org>');
	const kept = `${Buffer.byteLength(text)}      \n${text}<?xml version="1.0"?><plist><key>flags</key></plist>\n`;
	const opened = await open('114.emlx', kept);
	expect(opened).toMatchObject({ format: 'html', subject: 'The port opens', date: '2026-03-10' });
	expect(opened.text).toBe('<p>After <a href="https://example.com/port">two years</a></p>');
});

test('a page saved by a browser → its title, and no day: that is when it was saved', async () => {
	for (const page of [
		mail('<Saved by Blink>', 'Snapshot-Content-Location: https://example.com/14\r\n'),
		mail('"Saved by Windows Internet Explorer 11"')
	])
		expect(await open('page.mhtml', page)).toMatchObject({ subject: 'The port opens', date: null });
});

test('a text written for programs → refused; Markdown that begins with a bracket → read', async () => {
	for (const text of ['{\\rtf1\\ansi The port opens\\par}', '[{"email": "ana@example.org"}]', '{}'])
		await expect(open('letter', text)).rejects.toMatchObject({ code: 'documentUnreadable' });
	expect(await open('14.md', '[The port](https://example.com/port) opens')).toMatchObject({
		format: 'markdown'
	});
});

test('a subject in Windows-1252 → its quotes and dashes too', async () => {
	const text = mail('Ana <ana@example.org>').replace(
		'The port opens',
		'=?windows-1252?Q?L=92ann=E9e_=96_le_port?='
	);
	expect(await open('114.eml', text)).toMatchObject({ subject: 'L’année – le port' });
});

const carrying = (words: string, ...mails: string[]) =>
	`From: Bo <bo@example.org>\r\nTo: Cy Lind <cy.lind@example.org>\r\nSubject: Fwd\r\nDate: Mon, 16 Mar 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b${words.length}\r\n\r\n--b${words.length}\r\nContent-Type: text/plain\r\n\r\n${words}\r\n${mails.map((one) => `--b${words.length}\r\nContent-Type: message/rfc822\r\n\r\n${one}\r\n`).join('')}--b${words.length}--\r\n`;

test('a letter sent on as an attachment, once or twice → it, its subject and its day; whoever got either is known', async () => {
	const own = mail('Ana <ana@example.org>').replace('Subject', 'To: dee@example.org\r\nSubject');
	const once = carrying('For you.', own);
	for (const text of [once, carrying('See below.', once)])
		expect(await open('fwd.eml', text)).toMatchObject({
			format: 'html',
			subject: 'The port opens',
			date: '2026-03-10',
			recipients: {
				addresses: expect.arrayContaining(['cy.lind@example.org', 'dee@example.org'])
			}
		});
});

test('a mail that says more than the one it carries, or carries two → itself', async () => {
	const own = mail('Ana <ana@example.org>');
	for (const text of [carrying('One more word. '.repeat(20), own), carrying('Two.', own, own)])
		expect(await open('fwd.eml', text)).toMatchObject({ format: 'text', subject: 'Fwd' });
});

test('Markdown as the text of a mail → read as such', async () => {
	const text =
		'From: a@example.org\nSubject: 14\nMIME-Version: 1.0\n\n# The port\n\n[Opens](https://example.com/1)\n\n# The quay\n\n[Closes](https://example.com/2)\n';
	expect(await open('14.eml', text)).toMatchObject({ format: 'markdown' });
});

const inBytes = (type: string, words: Uint8Array) =>
	Buffer.concat([
		Buffer.from(`From: a@example.org\nSubject: 14\nMIME-Version: 1.0\nContent-Type: ${type}\n\n`),
		words
	]);
const western = Buffer.from('<p>L\u0092ann\u00e9e</p>', 'latin1');

test.each([
	['no charset, in Windows-1252', 'text/html', western],
	['no charset, in UTF-8', 'text/html', Buffer.from('<p>L’année</p>')],
	['UTF-8, and is Windows-1252', 'text/html;\n charset="utf-8"; format=flowed', western],
	['Windows-1252, and is UTF-8', 'text/html; charset=windows-1252', Buffer.from('<p>L’année</p>')],
	['us-ascii, and is UTF-8', 'Text/HTML; Charset=us-ascii', Buffer.from('<p>L’année</p>')]
])('a mail that says %s → decoded by its bytes', async (_, type, words) => {
	const opened = await openDocument({ name: '14.eml', bytes: inBytes(type, words) });
	expect(opened.text).toBe('<p>L’année</p>');
});

test('a mail without a charset whose page says one → decoded by that', async () => {
	const page = Buffer.from('<meta charset="iso-8859-2"><p>\u00b1</p>', 'latin1');
	const opened = await openDocument({ name: '14.eml', bytes: inBytes('text/html', page) });
	expect(opened.text).toContain('<p>ą</p>');
});
