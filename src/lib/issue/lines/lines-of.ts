import { plainText } from '#lib/plain-text.ts';
import { bylineOf, namesIn } from './byline.ts';
import { splitFrontMatter, type FrontMatter } from '../source/front-matter.ts';
import { htmlLines } from './html-lines.ts';
import { findDate } from '../dates.ts';
import { countWords, type Line } from './line.ts';
import {
	forwardedSubject,
	isForwarding,
	withoutQuoting,
	withoutSubjectMarks
} from './forwarded.ts';
import { findMasthead } from './number.ts';
import { markdownHtml } from '../source/markdown-html.ts';
import { withoutTraces } from '../source/reader-traces.ts';
import { withoutDialect } from '../source/text-dialects.ts';
import { textHtml } from '../source/text-html.ts';
import { preformatted } from '../source/preformatted.ts';
import { titleByName } from './title-by-name.ts';
import { isEditorialHeading, isGreeting, isSectionWord, viewOnline } from './words.ts';
import { marksSponsor } from './sponsor-words.ts';
import type { LeftOut } from '../source/left-out.ts';
import type { Recipients } from '../source/recipients.ts';
import type { Opened } from '../source/open-document.ts';

/** What follows so many lines of text is left out, to answer in time. */
const MOST_LINES = 60_000;

/** A line of so few words that holds a date holds nothing else: no title. */
const DATE_WORDS = 5;

/** A line of so few words that greets says nothing else. */
const GREETING_WORDS = 4;

/** "Happy Thursday! So much has happened": a greeting, and a sentence of the letter. */
const GREETS = /^(?:\S+ ){0,3}\S+[,!] /u;

/** Markdown beyond this is read line by line, as plain text is: its grammar takes too long. */
const LONGEST_MARKDOWN = 100_000;

/** So many opening signs on end are no Markdown, and its grammar would try each with each. */
const tangled = /(?:\[[^[\]\n]{0,40}){200}|(?:[*_][^*_\n]{0,8}){800}|<{200}/;

/** Markdown of so many table rows and link definitions takes its grammar too long as well. */
const MOST_ROWS = 1500;

function isMarkdown(body: string): boolean {
	if (body.length >= LONGEST_MARKDOWN || tangled.test(body)) return false;
	return (body.match(/^\s{0,3}(?:\||\[[^\]\n]+\]:)/gm)?.length ?? 0) < MOST_ROWS;
}

/** A document as lines, with what its envelope or its author says of the whole. */
export type Read = {
	lines: Line[];
	title: string | null;
	date: string | null;
	/** who wrote the whole */
	authors: string[];
	matter: FrontMatter;
	leftOut: LeftOut;
};

/**
 * Reads any format as lines; `url` decides what becomes of each address.
 *
 * @param name the file's
 */
export function linesOf(opened: Opened, name: string, url: (href: string) => string): Read {
	const { recipients, plainTextPart } = opened;
	const typed = opened.format === 'html' ? preformatted(opened.text) : null;
	const format = typed === null ? opened.format : 'text';
	const { beyond, ...split } = documentHtml({ format, text: typed?.text ?? opened.text });
	const html = (typed?.head ?? '') + split.html;
	const matter = withoutReaderIn(split.matter, recipients);
	const read = htmlLines(html, { url, recipients, plainTextPart });
	const { head } = read;
	const lines = [...withoutQuoting(read.lines)];

	const mailed = opened.subject ?? matter.title ?? head.title;
	const title = mailed ?? titleByName(name, lines) ?? firstTitle(lines, format);
	return {
		lines,
		title: title === null ? null : withoutSubjectMarks(plainText(title)),
		date: opened.date ?? matter.date ?? head.date,
		authors: matter.authors.length
			? matter.authors.flatMap((text) => namesIn(plainText(text), true))
			: namesIn(plainText(head.author ?? '')),
		matter,
		leftOut: { ...head.leftOut, characters: head.leftOut.characters + opened.beyond + beyond }
	};
}

/** Any format as HTML, what its front matter says, and how many characters at its end are left out. */
export function documentHtml({ format, text }: Pick<Opened, 'format' | 'text'>): {
	html: string;
	matter: FrontMatter;
	beyond: number;
} {
	const { body: whole, matter } = splitFrontMatter(format === 'html' ? '' : text);
	if (format === 'html') return { html: text, matter, beyond: 0 };

	const own = format === 'org' ? whole : withoutDialect(whole);
	const body = firstLines(own);
	const html =
		format === 'markdown' && isMarkdown(body)
			? markdownHtml(body)
			: textHtml(body, format === 'org');
	return { html, matter, beyond: own.length - body.length };
}

/** What a document says of itself may name whom it was sent to. */
function withoutReaderIn(matter: FrontMatter, recipients: Recipients): FrontMatter {
	const clean = (text: string) => withoutTraces(text, '', recipients);
	return {
		...matter,
		title: matter.title === null ? null : clean(matter.title) || null,
		tags: matter.tags.map(clean).filter(Boolean),
		authors: matter.authors.map(clean).filter(Boolean)
	};
}

function firstLines(text: string): string {
	let end = -1;
	for (let n = 0; n < MOST_LINES; n++) {
		end = text.indexOf('\n', end + 1);
		if (end < 0) return text;
	}
	return text.slice(0, end);
}

/** What stands at the top, if it is short, leads nowhere and is a title by its looks or its number. */
function firstTitle(lines: readonly Line[], format: Opened['format']): string | null {
	const told = lines.filter((line) => line.text);
	const subject = forwardedSubject(told);
	if (subject) return subject;
	// who wrote it, and when, is no title
	const top = told
		.slice(0, 4)
		.filter((line) => !bylineOf([line], null).length && !isForwarding(line.text));
	const dated = top.find(
		({ text }) =>
			findMasthead(text) !== null || (findDate(text) !== null && countWords(text) > DATE_WORDS)
	);
	// in plain text what is underlined is a section as often as the title
	const single = lines.filter(({ level }) => level === 1).length === 1;
	const marked =
		format === 'text'
			? top[0]
			: top.find((line) => line.level === 1 && (single || format === 'html'));
	const title = [
		marked,
		dated,
		format === 'html' || isOneOfMany(top[0], told) ? null : top[0]
	].find(
		(line) => line && countWords(line.text) <= 20 && !line.links.length && !/[.,;]$/.test(line.text)
	);

	if (!title || viewOnline.test(title.text) || marksSponsor(title.text)) return null;
	// "In brief" is over the first stories
	if (isSectionWord(title.text)) return null;
	const greets = isGreeting(title.text) || isEditorialHeading(title.text);
	if (greets && (countWords(title.text) <= GREETING_WORDS || GREETS.test(title.text))) return null;
	return title.text;
}

/** Whether two headings of the same look stand below: it is over a section as well. */
function isOneOfMany(line: Line | undefined, told: readonly Line[]): boolean {
	if (!line?.bold) return false;
	const alike = told.filter(
		({ level, bold, shape, links }) =>
			bold && level === line.level && shape === line.shape && !links.length
	);
	return alike.length >= 3;
}
