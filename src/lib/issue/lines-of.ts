import { splitFrontMatter } from './front-matter.ts';
import { htmlLines } from './html-lines.ts';
import { countWords } from './line.ts';
import { markdownHtml } from './markdown-html.ts';
import { textHtml } from './text-html.ts';
import { marksSponsor, viewOnline } from './words.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Line } from './line.ts';
import type { Opened } from './open-document.ts';

/** Markdown beyond this is read line by line, as plain text is: its grammar takes too long. */
const LONGEST_MARKDOWN = 600_000;

/** A document as lines, with what its envelope or its author says of the whole. */
export type Read = {
	lines: Line[];
	title: string | null;
	date: string | null;
	matter: FrontMatter;
};

/** Reads any format as lines; `url` decides what becomes of each address. */
export function linesOf(opened: Opened, url: (href: string) => string): Read {
	const { format, text, recipients, twin } = opened;
	const { matter, body } = splitFrontMatter(format === 'html' ? '' : text);

	const html =
		format === 'html'
			? text
			: format === 'markdown' && body.length < LONGEST_MARKDOWN
				? markdownHtml(body)
				: textHtml(body, format === 'org');
	const { head, lines } = htmlLines(html, { url, recipients, twin });

	return {
		lines,
		title: opened.subject ?? matter.title ?? head.title ?? firstTitle(lines),
		date: opened.date ?? matter.date ?? head.date,
		matter
	};
}

/** What stands at the top, if it is short and leads nowhere. */
function firstTitle(lines: readonly Line[]): string | null {
	const top = lines.slice(0, 6).find((line) => line.level === 1) ?? lines.find((line) => line.text);
	if (!top || top.links.length || viewOnline.test(top.text) || marksSponsor(top.text)) return null;
	return countWords(top.text) <= 20 ? top.text : null;
}
