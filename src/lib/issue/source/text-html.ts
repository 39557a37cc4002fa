// Long, because what a line of a text becomes is decided in one place.
import { DAY_BEFORE_MONTH, findDate } from '../dates.ts';
import { anchor, escapeHtml } from './escape.ts';
import { isBareUrl, linkText } from './text-links.ts';
import { PICTURE_LINK } from './text-dialects.ts';
import {
	countedTitles,
	emojiHeadings,
	textEndsInAddress,
	HALF,
	isTitled,
	layoutOf,
	rowSign,
	type Layout,
	type TextLine
} from './text-layout.ts';

const LISTED = /^(\s*)([-*+•‣◦▪►–]|\d{1,3}[.)])\s+(?=\S)/;
const REFERENCE = /^\s*\[(\w{1,20})\]:?\s+<?(https?:\/\/[^\s>]+)>?\s*$/;
/** "2. HARBOURS", "* HARBOURS", "2.1 Saint-Malo": a chapter and what it holds. */
const NUMBERED =
	/^(?:[*•+]\s(?=\P{Ll}*$)|\d{1,2}[.)]\s(?=\P{Ll}*$)|\d{1,2}(\.\d{1,2})\.?\s+(?=\S))[^]*\p{Lu}[^]*/u;
const HEADING = { org: /^(\*{1,6})\s+(.*)$/, text: /^(#{1,6})\s+(.*)$/ };

/** How a line of a list begins; null for other lines, and for a date. */
function bulletOf(line: string): RegExpExecArray | null {
	return DAY_BEFORE_MONTH.test(line) ? null : LISTED.exec(line);
}

function isListed(line: string): boolean {
	return bulletOf(line) !== null;
}

/** "→ https://example.com/a": a sign that only points at the address behind it. */
const POINTER = /^(\s*)(?:[→➔➜➝⇒»🔗👉]\ufe0f?|➡\ufe0f?|[-=]>|>>)\s*(?=<?https?:\/\/\S+$)/u;

/** "=== Events ===", ":: Events ::", "[ Events ]": a title between signs. */
const BETWEEN_SIGNS = /^([*=~#:•+|_-]{1,3})\s+(\S(?:.{0,58}\S)?)\s+\1$/u;
const IN_BRACKETS = /^\[\s+([^\][\s](?:[^\][]{0,58}[^\][\s])?)\s+\]$/;

/** A sentence ends. */
const ENDS = /[.!?…][”»"')]*$/;

/** Lists inside lists beyond this are read as one. */
const DEEPEST_LIST = 20;

/** `#+begin_center`, `# a remark`: what org says to its program, and to whoever writes. */
const ORG_KEYWORD = /^\s*#(?:\+\w|\s|$)/;

/**
 * Turns plain text into HTML: what a typist shows by underlining, indenting, numbering and empty
 * lines becomes elements, and wrapped lines become paragraphs again. With `org`, stars make headings.
 */
export function textHtml(text: string, org = false): string {
	const references = new Map<string, string>();
	const lines: TextLine[] = [];

	for (const raw of text.replace(/\r\n?/g, '\n').split('\n')) {
		const reference = REFERENCE.exec(raw);
		const line = raw.replaceAll('\t', '    ').trimEnd().replace(POINTER, '$1');
		const words = line.trim();
		if (org && ORG_KEYWORD.test(raw)) continue;
		if (reference) references.set(reference[1]!, reference[2]!);
		else lines.push({ text: words, indent: line.length - words.length, length: line.length });
	}

	return new Typescript(lines, references, org ? HEADING.org : HEADING.text).html();
}

/** Reads a text line by line, and remembers which lists are open. */
class Typescript {
	private readonly out: string[] = [];
	private readonly lists: { indent: number; sign: string }[] = [];
	private readonly layout: Layout;
	private readonly lines: readonly TextLine[];
	private readonly references: Map<string, string>;
	private readonly marked: RegExp;
	private readonly counted: ReadonlySet<number>;
	private readonly headed: ReadonlySet<number>;

	constructor(lines: readonly TextLine[], references: Map<string, string>, marked: RegExp) {
		this.lines = lines;
		this.references = references;
		this.marked = marked;
		this.layout = layoutOf(lines);
		this.counted = countedTitles(lines);
		this.headed = emojiHeadings(lines);
	}

	html(): string {
		let i = 0;
		while (i < this.lines.length) i = this.read(i);
		this.closeLists(0);
		return this.out.join('\n');
	}

	/** Reads what begins at line `i`; returns where the next thing begins. */
	private read(i: number): number {
		const { text, indent } = this.lines[i]!;
		if (!text) return i + 1;

		const picture = PICTURE_LINK.exec(text);
		if (picture) {
			this.closeLists(0);
			this.out.push(`<p><a href="${escapeHtml(picture[1]!)}"><img alt=""></a></p>`);
			return i + 1;
		}

		if (this.counted.has(i)) return this.heading(3, text, i + 1);
		if (this.headed.has(i)) return this.heading(2, text, i + 1);
		const marked = indent === 0 ? this.marked.exec(text) : null;
		if (marked) return this.heading(marked[1]!.length, marked[2]!, i + 1);

		const between = BETWEEN_SIGNS.exec(text)?.[2] ?? IN_BRACKETS.exec(text)?.[1];
		if (between) return this.heading(2, between, i + 1);

		const row = rowSign(text) ?? (text === '--' ? '-' : null);
		if (row) return this.row(row, i);

		const below = rowSign(this.lines[i + 1]?.text ?? '');
		if (
			below &&
			this.layout.under.has(below) &&
			isTitled(text) &&
			this.startsAt(i) &&
			!isBareUrl(text)
		) {
			return this.heading(below === '=' ? 1 : 2, text, i + 2);
		}

		if (this.partsDenseText(i)) return this.heading(3, text, i + 1);
		const alone = this.startsAt(i) && this.endsAt(i);
		const isHead = alone && isTitled(text) && text.length <= 70 && !DAY_BEFORE_MONTH.test(text);
		const counted = isHead ? NUMBERED.exec(text) : null;
		if (counted) return this.heading(counted[1] ? 3 : 2, counted[0], i + 1);

		if (this.layout.indented && indent === 0 && alone && isTitled(text) && text.length <= 60) {
			return this.heading(2, text, i + 1);
		}

		return this.paragraph(i);
	}

	/** A row of signs: over a heading, around one, or between items. */
	private row(sign: string, i: number): number {
		const next = this.lines[i + 1]?.text ?? '';
		const framed = rowSign(this.lines[i + 2]?.text ?? '') !== null;
		const listed = isListed(next) && !(framed && /^\d/.test(next));
		if (isTitled(next) && !listed && (framed || this.layout.over.has(sign))) {
			return this.heading(2, next, framed ? i + 3 : i + 2);
		}

		this.closeLists(0);
		this.out.push('<hr>');
		return i + 1;
	}

	private paragraph(i: number): number {
		const { text: first, indent } = this.lines[i]!;
		const bullet = bulletOf(first);
		let text = bullet ? first.slice(bullet[0].length) : first;

		let end = i + 1;
		while (end < this.lines.length && this.continues(end)) text += ` ${this.lines[end++]!.text}`;

		// Mailchimp writes `** ` before each link of its footer, and before headings
		const words = text.replace(/^\*\*\s+|(?<=\s)\*\*\s(?=\w)/g, '');
		const url = this.lines[end]?.text ?? '';
		const titles = isBareUrl(url) && labels(words) && !/\p{Ll}{2}[.!?]\s+\p{Lu}/u.test(words);
		const html = titles
			? anchor(url.replace(/^[<(]\s*|(?<!\s)\s*[>)]$/g, ''), words.replace(/(?<!\s)\s*:$/, ''))
			: strong(linkText(words, this.references));

		if (bullet) this.openList(indent, bullet[2]!.replace(/\d+/, '1'));
		else if (this.leavesList(i)) this.closeLists(0);
		this.out.push(bullet ? `<li>${html}` : `<p>${html}</p>`);

		return titles ? end + 1 : end;
	}

	/** Whether line `i` is the rest of the paragraph above: its first word had no room there. */
	private continues(i: number): boolean {
		const { text } = this.lines[i]!;
		const above = this.lines[i - 1]!;
		if (!text || rowSign(text) || isListed(text)) return false;
		if (/\(\s*$/.test(above.text)) return true;
		if (isBareUrl(text) || isBareUrl(above.text)) return false;
		// "Carpenter, Lyon: https://…", line after line
		if (textEndsInAddress(above.text) && textEndsInAddress(text) && /^\P{Ll}/u.test(text))
			return false;
		if (HALF.test(above.text) && above.length >= 45 && above.length <= 100) return true;

		const { width } = this.layout;
		// too few lines to know the width by, yet a paragraph rarely begins in the middle of a sentence
		const halved = above.length >= 45 && above.length <= 100 && /[\p{L},]$/u.test(above.text);
		const goesOnBelow = /^\p{Ll}/u.test(text) && findDate(text) === null;
		if (width === Infinity) return halved && goesOnBelow && !isListed(above.text);
		const word = /^\S+/.exec(text)![0].length;
		const noRoom = above.length + 1 + word > width - 3;
		const goesOn = above.length > width * 0.8 && /^\p{Ll}/u.test(text);
		return above.length <= width + 2 && (noRoom || goesOn);
	}

	/** In a text without empty lines, each line a paragraph: a short one between long ones. */
	private partsDenseText(i: number): boolean {
		if (this.layout.loose || this.layout.width !== Infinity) return false;
		const { text, indent } = this.lines[i]!;
		const below = this.lines[i + 1]?.text ?? '';
		const above = this.lines[i - 1]?.text ?? '';
		if (indent || isListed(text) || text.length > 110 || /[:?]$/.test(text)) return false;
		const parted = !above || above.length > 2 * text.length || isListed(above) || ENDS.test(above);
		const hasText =
			below.length >= 140 ||
			(below.length >= 60 &&
				below.length > text.length * 1.2 &&
				ENDS.test(below) &&
				ENDS.test(above));
		return isTitled(text) && parted && hasText && !isListed(below);
	}

	private startsAt(i: number): boolean {
		const above = this.lines[i - 1]?.text ?? '';
		return !above || rowSign(above) !== null;
	}

	private endsAt(i: number): boolean {
		const below = this.lines[i + 1]?.text ?? '';
		return !below || rowSign(below) !== null;
	}

	private leavesList(i: number): boolean {
		const apart = this.startsAt(i) || !this.layout.loose;
		return apart && this.lines[i]!.indent <= (this.lists.at(-1)?.indent ?? 0);
	}

	private heading(level: number, text: string, next: number): number {
		this.closeLists(0);
		const words = text.replace(/^[*#=-]+\s+|(?<!\s)\s+[*#=-]+$/g, '');
		const leading = /^([^[\]]*[^[\]\s:])\s*\(\s*(https?:\/\/[^\s()]+)\s*\)$/.exec(words);
		const titled = leading && !leading[1]!.includes('://');
		const html = titled ? anchor(leading[2]!, leading[1]!) : linkText(words, this.references);
		this.out.push(`<h${level}>${html}</h${level}>`);
		return next;
	}

	/** Puts the next entry in the list with this indent and sign, opening and closing as needed. */
	private openList(indent: number, sign: string): void {
		const same = this.lists.findLastIndex((list) => list.indent === indent && list.sign === sign);
		if (same >= 0) return this.closeLists(same + 1);

		while (this.lists.length && this.lists.at(-1)!.indent > indent) {
			this.closeLists(this.lists.length - 1);
		}
		if (this.lists.length >= DEEPEST_LIST) return;
		this.lists.push({ indent, sign });
		this.out.push('<ul>');
	}

	private closeLists(depth: number): void {
		while (this.lists.length > depth) {
			this.lists.pop();
			this.out.push('</ul>');
		}
	}
}

/** Words between two pairs of stars are bold, as in Markdown, whatever else the text is. */
function strong(html: string): string {
	return html.replace(/\*\*(?=[^\s*])([^*\n]{0,200}[^\s*])\*\*/g, '<strong>$1</strong>');
}

/** Words that an address on the next line belongs to, rather than a description that it follows. */
function labels(text: string): boolean {
	return text.length <= 160 && !/https?:/.test(text) && !/[.…;]$/.test(text) && !isBareUrl(text);
}
