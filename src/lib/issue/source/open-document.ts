import { withWindowsSigns } from '#lib/windows-1252.ts';
import { Trouble } from '#lib/trouble.ts';
import { decodeDocument } from './decode.ts';
import { mailOfEmlx } from './emlx.ts';
import { formatOf, formatOfText } from './format.ts';
import { readMail } from './mail.ts';
import { recipientsOf, recipientsWithin, type Recipients } from './recipients.ts';
import { readPlainTextPart, type PlainTextPart } from './plain-text-part.ts';
import type { DocumentFormat, RawDocument } from './document.ts';

/** A document in one of the formats that are read: an e-mail has become the part of it that is read. */
export type Opened = {
	format: Exclude<DocumentFormat, 'eml'>;
	text: string;
	subject: string | null;
	date: string | null;
	/** who this copy was sent to */
	recipients: Recipients;
	/** where the words under a tracked link lead, as the e-mail's plain-text part says */
	plainTextPart: PlainTextPart | null;
	/** characters that are not read, pictures apart */
	beyond: number;
};

/** More than this is no newsletter; reading it would only cost time. */
export const MOST_DOCUMENT_BYTES = 25 * 2 ** 20;

/** As many characters are read and kept: what follows is left out, to answer in time. */
const MOST_CHARACTERS = 2_500_000;

/** A mail of more parts than this is none, and would take its time. */
const MOST_PARTS = 5000;

/**
 * Decodes a document and takes it out of its envelope.
 *
 * @throws {Trouble} fileEmpty, fileBinary, fileTooLarge, documentUnreadable
 */
export async function openDocument({ name, bytes: given }: RawDocument): Promise<Opened> {
	if (given.length > MOST_DOCUMENT_BYTES) {
		throw new Trouble('fileTooLarge', { file: name, most: MOST_DOCUMENT_BYTES });
	}

	const bytes = mailOfEmlx(name, given);
	const text = decodeDocument(name, bytes);
	if (isNoDocument(text)) throw new Trouble('documentUnreadable', { file: name });
	const format = formatOf(name, text);
	if (format !== 'eml') {
		const recipients = recipientsOf(recipientsWithin(text));
		return {
			format,
			...shortened(text),
			subject: null,
			date: null,
			recipients,
			plainTextPart: null
		};
	}

	if (hasMore(text, '\n--', MOST_PARTS)) throw new Trouble('documentUnreadable', { file: name });
	const mail = await readMail(bytes).catch(() => null);
	const body = mail && (mail.html ?? mail.text);
	if (!body) throw new Trouble('documentUnreadable', { file: name });

	const words = withWindowsSigns(body).replace(/\r\n?/g, '\n');
	return {
		...mail,
		format: mail.html ? 'html' : formatOfText(words),
		...shortened(words),
		plainTextPart:
			mail.html && mail.text
				? readPlainTextPart(shortened(withWindowsSigns(mail.text)).text, shortened(mail.html).text)
				: null
	};
}

function shortened(text: string): Pick<Opened, 'text' | 'beyond'> {
	if (text.length <= MOST_CHARACTERS) return { text, beyond: 0 };
	const bare = withoutPictures(text);
	return {
		text: bare.slice(0, MOST_CHARACTERS),
		beyond: Math.max(0, bare.length - MOST_CHARACTERS)
	};
}

/** Pictures within a document tell nothing. Signs are stepped over one by one: a pattern's stack is too small. */
function withoutPictures(text: string): string {
	const sign = ';base64,';
	const parts: string[] = [];
	let from = 0;
	for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, from)) {
		let end = at + sign.length;
		while (end < text.length && isBase64(text.charCodeAt(end))) end++;
		parts.push(text.slice(from, at));
		from = end;
	}
	return parts.join('') + text.slice(from);
}

function isBase64(code: number): boolean {
	return (
		(code >= 97 && code <= 122) ||
		(code >= 65 && code <= 90) ||
		(code >= 47 && code <= 57) ||
		code === 43 ||
		code === 61
	);
}

/** Whether a text is written for programs: its marks would be read as words. */
function isNoDocument(text: string): boolean {
	const start = text.trimStart();
	if (start.startsWith('{\\rtf')) return true;
	if (!/^[[{]/.test(start)) return false;
	try {
		JSON.parse(text);
		return true;
	} catch {
		// a Markdown link begins so too
		return false;
	}
}

function hasMore(text: string, sign: string, most: number): boolean {
	let n = 0;
	for (let at = text.indexOf(sign); at >= 0 && n <= most; at = text.indexOf(sign, at + 1)) n++;
	return n > most;
}
