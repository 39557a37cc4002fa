import type { DocumentFormat } from './document.ts';

const HEADER = /^(?:[\w-]{2,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}/;
const MAIL =
	/^(?:from|subject|date|mime-version|message-id|received|return-path|delivered-to|content-type):/im;

const tags =
	/<(?:!doctype|html|head|body|table|tbody|tr|td|div|p|a|h[1-6]|ul|ol|li|br|span|section|article|style|meta|center|img)\b[^<>]*>/gi;

/** Tells the format by what the text is, and by its name only where that leaves a choice. */
export function formatOf(name: string, text: string): DocumentFormat {
	const start = text.slice(0, 20_000).trimStart();

	if (HEADER.test(start.replace(/^From [^\n]*\n/, ''))) {
		const headers = /^[^]*?(?:\n\n|$)/.exec(start)![0];
		const fields = headers.match(new RegExp(MAIL.source, 'gim'))?.length ?? 0;
		if (fields >= 2 && (/\.eml$/i.test(name) || /^(?:mime-version|from|received):/im.test(headers)))
			return 'eml';
	}

	if (
		/^(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
			start
		)
	)
		return 'html';
	if (/\.(?:md|markdown|mdx)$/i.test(name)) return 'markdown';
	if (/\.org$/i.test(name) || /^[ \t]*#\+(?:title|date|author):/im.test(start)) return 'org';

	const markup = start.match(tags)?.length ?? 0;
	if (/\.html?$/i.test(name) ? markup > 0 : markup >= 3 && /^</.test(start)) return 'html';
	if (/\.txt$/i.test(name)) return formatOfText(text);

	const signs =
		(start.match(/^#{1,6} \S/gm)?.length ?? 0) +
		(start.match(/\[[^[\]\n]+\]\((?:https?:|\/|#|mailto:)[^)\s]+/g)?.length ?? 0) +
		(/^---\n[^]*?\n---\n/.test(start) ? 2 : 0);
	return signs >= 2 ? 'markdown' : markup >= 5 ? 'html' : 'text';
}

/** What a text is that an e-mail has as its own: beehiiv and others write Markdown there. */
export function formatOfText(text: string): 'markdown' | 'text' {
	return isMarkdown(text) ? 'markdown' : 'text';
}

/** Whether a text has both headings and links as Markdown writes them, several of each. */
function isMarkdown(text: string): boolean {
	const headings = text.match(/^#{1,6} +\S/gm)?.length ?? 0;
	const links = text.match(/\]\(https?:\/\/[^)\]\s]+\)/g)?.length ?? 0;
	return headings >= 2 && links >= 2;
}
