import { decodeWords } from 'postal-mime';
import { withWindowsSigns } from '#lib/windows-1252.ts';
import type { RawDocument } from '../document.ts';
import { mailDate } from '../mail.ts';
import { named } from './as-mail.ts';

/** The header of a mail ends within so many bytes. */
const LONGEST_HEADER = 2 ** 16;

/** The mails of an mbox (RFC 4155), as Thunderbird, Apple Mail and Google Takeout export folders. */
export function mailsIn(bytes: Uint8Array): RawDocument[] {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const begins: { at: number; body: number }[] = [];
	for (let at = 0; at >= 0; at = nextLine(buffer, at)) {
		const body = bodyBelow(buffer, at);
		if (body !== null) begins.push({ at, body });
	}
	return named(
		begins.map(({ body }, i) => {
			const mail = unquoted(withoutEnd(buffer.subarray(body, begins[i + 1]?.at)));
			return { ...headOf(mail), bytes: mail };
		})
	);
}

/** `From ana@example.org Tue Mar 10 07:00:00 2026` stands above each mail: where that begins, if this is such a line. */
function bodyBelow(buffer: Buffer, at: number): number | null {
	const [line = '', next = ''] = buffer.toString('latin1', at, at + 500).split('\n', 2);
	const isAbove = /^From \S/.test(line) && /\d:\d\d/.test(line) && /\d{4}/.test(line);
	return isAbove && /^[\w-]{1,60}:/.test(next) ? at + line.length + 1 : null;
}

/** Where the next line begins that may stand above a mail. */
function nextLine(buffer: Buffer, from: number): number {
	const at = buffer.indexOf('\nFrom ', from);
	return at < 0 ? at : at + 1;
}

/** The line that parts a mail from the next is not its own: the same mail has the same bytes wherever it stands. */
function withoutEnd(mail: Buffer): Buffer {
	let end = mail.length;
	while (end > 0 && (mail[end - 1] === 0x0a || mail[end - 1] === 0x0d)) end--;
	return mail.subarray(0, end);
}

/** `>From here on` was written so that no line of a mail looks like the one above the next. */
function unquoted(mail: Buffer): Buffer {
	if (!mail.includes('\n>')) return mail;
	return Buffer.from(mail.toString('latin1').replace(/(?<=\n)>(?=>{0,9}From )/g, ''), 'latin1');
}

function headOf(mail: Buffer): { title: string; date: string | null } {
	const start = mail.toString('utf8', 0, LONGEST_HEADER).replace(/\r\n?/g, '\n');
	const end = start.indexOf('\n\n');
	const header = start.slice(0, end < 0 ? undefined : end).replace(/\n[ \t]+/g, ' ');
	const [, subject = ''] = /^subject:(.*)$/im.exec(header) ?? [];
	const [, date = ''] = /^date:(.*)$/im.exec(header) ?? [];
	return { title: withWindowsSigns(decodeWords(subject.trim())), date: mailDate(date) };
}
