import { anchor } from './escape.ts';
import { isBareUrl, linkText } from './text-links.ts';

const SEPARATOR = /^\s*([-=_*~#+•·—–])\s*(?:\1\s*){2,}$/;
const BULLET = /^(\s*)([-*+•‣◦▪►–]|\d{1,3}[.)])\s+(?=\S)/;
const REFERENCE = /^\s*\[(\w{1,20})\]:?\s+<?(https?:\/\/[^\s>]+)>?\s*$/;

type Source = { text: string; indent: number; length: number };

/**
 * Turns plain text into HTML: what a typist shows by underlining, indenting, numbering and empty
 * lines becomes elements, and wrapped lines become paragraphs again. With `org`, stars make headings.
 */
export function textHtml(text: string, org = false): string {
	const references = new Map<string, string>();
	const lines: Source[] = [];

	for (const raw of text.replace(/\r\n?/g, '\n').split('\n')) {
		const reference = REFERENCE.exec(raw);
		const line = raw.replaceAll('\t', '    ').replace(/[\s\u00a0\u200b\ufeff]+$/, '');
		if (reference) references.set(reference[1]!, reference[2]!);
		else
			lines.push({
				text: line.trim(),
				indent: line.length - line.trimStart().length,
				length: line.length
			});
	}

	return new Typescript(lines, references, org).html();
}

/** Holds the place in the text, and the lists that are open there. */
class Typescript {
	private out: string[] = [];
	private lists: { indent: number; sign: string }[] = [];
	private readonly width: number;
	private readonly indented: boolean;
	/** paragraphs are set apart by empty lines, so a line that is not is part of what it follows */
	private readonly loose: boolean;

	private readonly lines: Source[];
	private readonly references: Map<string, string>;
	private readonly org: boolean;

	constructor(lines: Source[], references: Map<string, string>, org: boolean) {
		this.lines = lines;
		this.references = references;
		this.org = org;
		this.width = wrapWidth(lines);
		const full = lines.filter((line) => line.text);
		this.loose = full.length < lines.length * 0.85;
		this.indented = full.filter((line) => line.indent >= 2).length > full.length * 0.6;
	}

	html(): string {
		for (let i = 0; i < this.lines.length;) i = this.read(i);
		this.closeLists(0);
		return this.out.join('\n');
	}

	/** Reads what begins at line `i`; returns where the next thing begins. */
	private read(i: number): number {
		const line = this.lines[i]!;
		const next = this.lines[i + 1];
		if (!line.text) return i + 1;

		const sharp = (this.org ? /^(\*{1,6})\s+(.*)$/ : /^(#{1,6})\s+(.*)$/).exec(line.text);
		if (sharp && line.indent === 0) {
			this.heading(sharp[1]!.length, sharp[2]!);
			return i + 1;
		}

		if (SEPARATOR.test(line.text)) {
			const over = next?.text && titled(next.text) && !BULLET.test(next.text) && this.endsAt(i + 1);
			if (over && (line.text.startsWith('=') || SEPARATOR.test(this.lines[i + 2]?.text ?? ''))) {
				this.heading(2, next.text);
				return SEPARATOR.test(this.lines[i + 2]?.text ?? '') ? i + 3 : i + 2;
			}
			this.closeLists(0);
			this.out.push('<hr>');
			return i + 1;
		}

		if (
			next &&
			SEPARATOR.test(next.text) &&
			titled(line.text) &&
			this.startsAt(i) &&
			next.indent <= line.indent
		) {
			if (!isBareUrl(line.text)) {
				this.heading(next.text.startsWith('=') ? 1 : 2, line.text);
				return i + 2;
			}
		}

		const alone = this.startsAt(i) && this.endsAt(i);
		if (
			this.indented &&
			line.indent === 0 &&
			alone &&
			titled(line.text) &&
			line.text.length <= 60
		) {
			this.heading(2, line.text);
			return i + 1;
		}

		return this.paragraph(i);
	}

	private paragraph(i: number): number {
		const first = this.lines[i]!;
		const bullet = BULLET.exec(' '.repeat(first.indent) + first.text);
		let text = bullet ? first.text.slice(bullet[0].length - first.indent) : first.text;

		let end = i + 1;
		while (end < this.lines.length && this.continues(end)) text += ` ${this.lines[end++]!.text}`;

		const next = this.lines[end];
		const below = next?.text && isBareUrl(next.text) && !isBareUrl(text) && labels(text);
		const words = text.replace(/^\*\*\s+|(?<=\s)\*\*\s(?=\w)/g, '');
		const html = below
			? anchor(next.text.replace(/^[<(]\s*|\s*[>)]$/g, ''), words.replace(/\s*:$/, ''))
			: linkText(words, this.references);

		if (bullet) this.openList(first.indent, bullet[2]!.replace(/\d+/, '1'));
		else if (
			(this.startsAt(i) || !this.loose) &&
			first.indent <= (this.lists.at(-1)?.indent ?? 0)
		) {
			this.closeLists(0);
		}
		this.out.push(bullet ? `<li>${html}` : `<p>${html}</p>`);

		return below ? end + 1 : end;
	}

	/** Whether line `i` is the rest of the paragraph above: its first word had no room there. */
	private continues(i: number): boolean {
		const line = this.lines[i]!;
		const above = this.lines[i - 1]!;
		if (!line.text || SEPARATOR.test(line.text)) return false;
		if (BULLET.test(line.text)) return false;
		if (/\(\s*$/.test(above.text)) return true;
		if (isBareUrl(line.text) || isBareUrl(above.text)) return false;

		const word = /^\S+/.exec(line.text)![0].length;
		return above.length + 1 + word > this.width;
	}

	private startsAt(i: number): boolean {
		return !this.lines[i - 1]?.text || SEPARATOR.test(this.lines[i - 1]!.text);
	}

	private endsAt(i: number): boolean {
		return !this.lines[i + 1]?.text || SEPARATOR.test(this.lines[i + 1]!.text);
	}

	private heading(level: number, text: string): void {
		this.closeLists(0);
		const words = text.replace(/^[*#=-]+\s+|\s+[*#=-]+$/g, '');
		this.out.push(`<h${level}>${linkText(words, this.references)}</h${level}>`);
	}

	/** Puts the next item in the list with this indent and sign, opening and closing as needed. */
	private openList(indent: number, sign: string): void {
		const same = this.lists.findLastIndex((list) => list.indent === indent && list.sign === sign);
		if (same >= 0) {
			this.closeLists(same + 1);
			return;
		}

		while (this.lists.length && this.lists.at(-1)!.indent > indent)
			this.closeLists(this.lists.length - 1);
		if (this.lists.length > 20) return;
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

/** Where lines were broken, or Infinity where each line is a paragraph. */
function wrapWidth(lines: Source[]): number {
	const lengths = lines
		.filter((l) => l.text && !/https?:/.test(l.text) && !SEPARATOR.test(l.text))
		.map((l) => l.length);
	const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
	const full = lengths.filter((length) => length >= longest - 12).length;
	return longest <= 100 && longest >= 40 && full >= Math.max(4, lengths.length * 0.08)
		? longest
		: Infinity;
}

/** Short, and no sentence. */
function titled(text: string): boolean {
	return text.length <= 90 && /\p{L}/u.test(text) && !/[.…;,]$/.test(text);
}

/** Words that an address on the next line belongs to, rather than a description that it follows. */
function labels(text: string): boolean {
	return text.length <= 160 && !/https?:/.test(text) && !/[.…;]$/.test(text);
}
