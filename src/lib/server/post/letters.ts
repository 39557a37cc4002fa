import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { plainText } from '#lib/plain-text.ts';
import { escaped, type Mail } from './mail.ts';

/** What a letter to somebody with an account is about. */
export type LetterKind = 'invitation' | 'reset';

/** A letter with the link by which somebody chooses their password. */
export function letterOf(kind: LetterKind, { link }: { link: string }, locale: Locale): Mail {
	const o = { locale };
	const subject = m[`letter.${kind}.subject`]({}, o);
	const lines = [m[`letter.${kind}.text`]({}, o), m[`letter.${kind}.foot`]({}, o)];
	const p = (content: string) => `<p style="margin:0 0 12px">${content}</p>`;
	const html = [
		`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
		'<body style="margin:0;padding:24px;background:#fff;color:#1f1c18;font:16px/24px Georgia,serif"><div style="max-width:640px">',
		p(escaped(lines[0]!)),
		p(`<a href="${escaped(link)}">${escaped(link)}</a>`),
		p(escaped(lines[1]!)),
		'</div></body></html>'
	].join('\n');
	const text = [lines[0], '', link, '', lines[1]].join('\n');
	return { subject, text: plainText(text), html, attachments: [] };
}
