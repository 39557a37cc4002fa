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
