import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { plainText } from '#lib/plain-text.ts';
import { escaped, type Mail } from './mail.ts';

/** What a letter to somebody with an account is about. */
export type LetterKind = 'invitation' | 'reset';

/** A letter with the link by which somebody chooses their password. */
export function accountLetter(kind: LetterKind, { link }: { link: string }, locale: Locale): Mail {
	const options = { locale };
	const parts = [
		m[`letter.${kind}.text`]({}, options),
		{ link },
		m[`letter.${kind}.foot`]({}, options)
	];
	return letterWith(m[`letter.${kind}.subject`]({}, options), parts, locale);
}

/** A letter of paragraphs; a link stands in one of its own. */
export function letterWith(
	subject: string,
	parts: readonly (string | { link: string })[],
	locale: Locale
): Mail {
	const p = (content: string) => `<p style="margin:0 0 12px">${content}</p>`;
	const html = [
		`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
		'<body style="margin:0;padding:24px;background:#fff;color:#1f1c18;font:16px/24px Georgia,serif"><div style="max-width:640px">',
		...parts.map((part) =>
			typeof part === 'string'
				? p(escaped(part))
				: p(`<a href="${escaped(part.link)}">${escaped(part.link)}</a>`)
		),
		'</div></body></html>'
	].join('\n');
	const text = parts.map((part) => (typeof part === 'string' ? part : part.link)).join('\n\n');
	return { subject, text: plainText(text), html, attachments: [] };
}
