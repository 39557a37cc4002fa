import { withWindowsSigns } from '#lib/windows-1252.ts';
import { Trouble } from '#lib/trouble.ts';
import { decodeDocument } from './decode.ts';
import { formatOf } from './format.ts';
import { readMail } from './mail.ts';
import { twinOf } from './twin.ts';
import type { DocumentFormat, RawDocument } from './document.ts';
import type { Twin } from './twin.ts';

/** A document in one of the formats that are read: an e-mail has become the part of it that is read. */
export type Opened = {
	format: Exclude<DocumentFormat, 'eml'>;
	text: string;
	subject: string | null;
	date: string | null;
	recipients: string[];
	/** where the words under a tracked link lead, as the e-mail's plain-text part says */
	twin: Twin | null;
};

/** More than this is no newsletter; reading it would only cost time. */
const LONGEST = 25 * 2 ** 20;

/**
 * Decodes a document and takes it out of its envelope.
 *
 * @throws {Trouble} fileEmpty, fileBinary, fileTooLarge, documentUnreadable
 */
export async function openDocument({ name, bytes }: RawDocument): Promise<Opened> {
	if (bytes.length > LONGEST) {
		throw new Trouble('fileTooLarge', { file: name, most: LONGEST });
	}

	const text = decodeDocument(name, bytes);
	const format = formatOf(name, text);
	if (format !== 'eml') {
		return { format, text, subject: null, date: null, recipients: [], twin: null };
	}

	const mail = await readMail(bytes).catch(() => null);
	const body = mail && (mail.html ?? mail.text);
	if (!body) throw new Trouble('documentUnreadable', { file: name });

	return {
		...mail,
		format: mail.html ? 'html' : 'text',
		text: withWindowsSigns(body).replace(/\r\n?/g, '\n'),
		twin: mail.html && mail.text ? twinOf(mail.text, mail.html) : null
	};
}
