import PostalMime, { type Email } from 'postal-mime';
import { windowsBytes, withWindowsSigns } from '#lib/windows-1252.ts';
import { decodePart, decodeUtf8 } from './decode.ts';
import { withoutTraces } from './reader-traces.ts';
import { recipientsOf, type Recipients } from './recipients.ts';

/** What an e-mail holds that the document is made of, and what must not stay in it. */
export type LetterMail = {
	subject: string | null;
	/** local date of sending where it was sent, YYYY-MM-DD */
	date: string | null;
	html: string | null;
	text: string | null;
	/** who this copy was sent to */
	recipients: Recipients;
};

/**
 * Takes a raw e-mail (RFC 5322, any MIME nesting and transfer encoding) apart. Of one that somebody sent on as
 * an attachment, with a few words, it is the attached one.
 */
export async function readMail(bytes: Uint8Array): Promise<LetterMail> {
	const mails = await withCarried(await parsed(bytes));
	const [outer, inner] = [mails[0]!, mails.at(-1)!];
	const mail = lengthOf(inner) > lengthOf(outer) ? inner : outer;
	const header = headersOf(mail);
	const people = mails.flatMap((one) => recipientsIn(one));
	const senders = [mail.from, mail.sender, ...(mail.replyTo ?? [])].map((one) => one?.name ?? '');
	const recipients = recipientsOf(people, senders);

	return {
		subject:
			withoutTraces(withWindowsSigns(mail.subject ?? ''), '', recipients)
				.replace(/\s+/g, ' ')
				.trim() || null,
		date: isSavedPage(mail.from?.name ?? '', header) ? null : mailDate(header('date')),
		html: mail.html?.trim() || null,
		text: mail.text?.trim() || null,
		recipients
	};
}

/** A mail is sent on once or twice. */
const MOST_SENT_ON = 5;

/**
 * Its parts, decoded by what they are where their headers say no charset, or another one; a mail within it is
 * one, and not words of its own.
 */
async function parsed(bytes: Uint8Array): Promise<Email> {
	const mail = await parsedAsSaid(bytes);
	const isLost = [mail.html, mail.text].some((text) => text?.includes('\ufffd'));
	// UTF-8 under another name reads `â€™` for an apostrophe; no text is both by chance
	if (!isLost) return { ...mail, ...textsOf(mail, decodeUtf8) };
	// read as what any bytes are, their bytes can be had again
	return { ...mail, ...textsOf(await parsedAsSaid(asWestern(bytes)), decodePart) };
}

type Texts = Pick<Email, 'html' | 'text'>;

function textsOf({ html, text }: Texts, decoded: (bytes: Uint8Array) => string | null): Texts {
	const anew = (words: string) => {
		const bytes = windowsBytes(words);
		return (bytes && decoded(bytes)) ?? words;
	};
	return {
		...(html !== undefined && { html: anew(html) }),
		...(text !== undefined && { text: anew(text) })
	};
}

const TEXT_PART = /^(content-type:[ \t]*text\/(?:html|plain)\b)((?:[^\r\n]|\r?\n[ \t])*)/gim;

/** A mail whose texts all say that they are in Windows-1252. */
function asWestern(bytes: Uint8Array): Uint8Array {
	const raw = Buffer.from(bytes).toString('latin1');
	const said = raw.replace(TEXT_PART, (_, type: string, more: string) => {
		const others = more.replace(/;\s*charset\*?=(?:"[^"]{0,99}"|[^;\s]*)/i, '');
		return `${type}; charset=windows-1252${others}`;
	});
	return Buffer.from(said, 'latin1');
}

function parsedAsSaid(bytes: Uint8Array): Promise<Email> {
	return PostalMime.parse(bytes as Uint8Array<ArrayBuffer>, {
		maxNestingDepth: 50,
		forceRfc822Attachments: true
	});
}

/** A mail, the one that it carries, the one that this carries: as long as each carries one alone. */
async function withCarried(mail: Email): Promise<Email[]> {
	const mails = [mail];
	while (mails.length <= MOST_SENT_ON) {
		const carried = mails
			.at(-1)!
			.attachments.filter(({ mimeType }) => mimeType === 'message/rfc822');
		const [only] = carried;
		if (!only || carried.length > 1 || typeof only.content === 'string') break;
		mails.push(await parsed(new Uint8Array(only.content)));
	}
	return mails;
}

function lengthOf({ html, text }: Email): number {
	return (html ?? text ?? '').length;
}

function headersOf({ headers }: Email) {
	return (key: string) => headers.find((h) => h.key === key)?.value ?? '';
}

/** Names and addresses of those whom a mail was sent to. */
function recipientsIn(mail: Email): { name: string; address: string }[] {
	const header = headersOf(mail);
	const people = [...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])].flatMap((one) =>
		'group' in one && one.group ? one.group : [one]
	);
	const others = ['delivered-to', 'x-original-to', 'envelope-to', 'x-forwarded-to'].map((key) => ({
		name: '',
		address: header(key).replace(/[<>]/g, '').trim()
	}));
	return [...people, ...others].map(({ name, address }) => ({ name, address: address ?? '' }));
}

/** A page that a browser saved as one file (MHTML) is dated by when that was. */
function isSavedPage(from: string, header: (key: string) => string): boolean {
	return header('snapshot-content-location') !== '' || /^saved by /i.test(from);
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `Sun,  7 Jan 2024 09:17:36 +0000` → `2024-01-07`: the day as the sender's clock had it. */
export function mailDate(value: string): string | null {
	const match = /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})/i.exec(value);
	const month = match ? months.indexOf(match[2]!.toLowerCase()) + 1 : 0;
	if (!match || !month) return null;
	return `${match[3]}-${String(month).padStart(2, '0')}-${match[1]!.padStart(2, '0')}`;
}
