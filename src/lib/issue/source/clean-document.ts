import { withoutReader } from '#lib/url/without-reader.ts';
import { escapeHtml } from './escape.ts';
import { openDocument, type Opened } from './open-document.ts';
import { withoutMergeTags, withoutNamesInUrl, withoutTraces } from './reader-traces.ts';
import { sanitise } from './sanitise.ts';
import type { DocumentFormat, RawDocument } from './document.ts';
import type { Recipients } from './recipients.ts';

/**
 * What of a document may be stored and shown: no mail headers, no recipient, no per-reader URL, no
 * script, form, tracking pixel or remote image. It reads as the original does, and cleaning it
 * again changes nothing. An e-mail becomes its HTML (or text) part, with the subject as title.
 *
 * @internal the short way for tests
 * @throws {Trouble} fileEmpty, fileBinary, fileTooLarge, documentUnreadable
 */
export async function cleanDocument(raw: RawDocument): Promise<Clean> {
	return cleanOpened(await openDocument(raw));
}

/** Cleans a document that was opened already. */
export function cleanOpened(opened: Opened): Clean {
	return {
		format: opened.format,
		body: opened.format === 'html' ? cleanHtml(opened) : cleanText(opened)
	};
}

/** A document that may be stored and shown. */
export type Clean = { format: DocumentFormat; body: string };

function cleanHtml({ text, subject, date, recipients, plainTextPart }: Opened): string {
	const out: string[] = [];
	const head = sanitise(
		text,
		{ url: withoutReader, recipients, plainTextPart },
		{
			open(name, attributes) {
				const written = Object.entries(attributes)
					.sort(([a], [b]) => (a < b ? -1 : 1))
					.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
				out.push(`<${name}${written.join('')}>`);
			},
			text(words) {
				out.push(escapeHtml(words));
			},
			close(name) {
				if (name !== 'br' && name !== 'img' && name !== 'hr') out.push(`</${name}>`);
			}
		}
	);

	const title = subject ?? head.title;
	const day = date ?? head.date;
	return [
		'<!doctype html><html><head><meta charset="utf-8">',
		day ? `<meta name="date" content="${escapeHtml(day)}">` : '',
		head.author ? `<meta name="author" content="${escapeHtml(head.author)}">` : '',
		title ? `<title>${escapeHtml(title)}</title>` : '',
		'</head><body>',
		...out,
		'</body></html>'
	].join('');
}

/** Elements that have no place in Markdown that is kept, with what is inside them. */
const active =
	/<(script|style|iframe|object|embed|form|svg|math|template|noscript|textarea|select)\b[^]*?(?:<\/\1\s*>|$)|<(?:input|button|link|meta|base|embed)\b[^>]{0,2000}>/gi;

function cleanText({ text, subject, date, recipients }: Opened): string {
	const body = withoutMergeTags(text.replace(active, ''))
		.replace(/(<[a-z][^<>]*?)\son\w+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '$1')
		.replace(/(!\[[^\]\n]{0,300}\])\([^)\n]{0,2000}\)/g, '$1()')
		.replace(
			/(\]\(\s{0,40}<?|href\s{0,40}=\s{0,40}["']?)\s{0,40}(?:javascript|data|vbscript):[^)\s"'>]*/gi,
			'$1#'
		)
		.split(/(https?:\/\/[^\s<>"]+)/)
		.map((part, i, all) =>
			i % 2 ? cleanUrl(part, recipients) : cleanWords(part, all[i - 1] ?? '', recipients)
		)
		.join('');

	if (!subject && !date) return body;
	return `---\ntitle: ${JSON.stringify(subject ?? '')}\ndate: ${date ?? ''}\n---\n${body}`;
}

/** Cleans words line by line: a greeting is a line of its own. */
function cleanWords(words: string, before: string, recipients: Recipients): string {
	const lines = words.split('\n');
	return lines
		.map((line, i) => withoutTraces(line, i === 0 ? before.slice(-40) : '', recipients))
		.join('\n');
}

/** Cleans a link that ends where its sentence or its brackets do. */
function cleanUrl(address: string, recipients: Recipients): string {
	const end = /(?<![.,;:!?'’»*_\]|)}])[.,;:!?'’»*_\]|)}]+$/.exec(address)?.[0] ?? '';
	const url = address.slice(0, address.length - end.length);
	return withoutNamesInUrl(withoutReader(url), recipients) + end;
}
