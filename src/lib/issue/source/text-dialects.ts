import { append, largest } from '../long-lists.ts';
import { anyOf } from '../words/languages.ts';
// The text parts that services write beside the HTML, each in its own way.

const ADDRESS = String.raw`https?:\/\/[^\s<>"]+`;
const ROW = /^([-=_*~])\s*(?:\1\s*){4,}$/;
const FIRST = new RegExp(String.raw`^\(\s*<?(${ADDRESS}?)>?\s*\)(.*)$`, 'i');
const BARE = new RegExp(`^${ADDRESS}$`, 'i');
const LEADS = new RegExp(`^(?:${ADDRESS}|(?:mailto|tel):\\S+)$`, 'i');

/** Where so many headings stand behind `#`, a line between two pairs of stars is bold and none of them. */
const HASHES = 3;
const BOLD = /^\s*\*\*(?=[^\s*])[^*]{1,400}(?<=[^\s*])\*\*$/;

/** A line that says that somebody paid for what is below it, and no more. */
const PAID = new RegExp(`^[^\\p{L}]*(?:${anyOf('sponsors')})[^\\p{L}]*$`, 'iu');

/** Words above an address in brackets are its own up to so many characters, over so many lines. */
const TITLE = { length: 200, lines: 3 };

/** A line that is a picture with a link, as Markdown writes it, and no words. */
export const pictureLink = (url: string) => `[![]()](${url})`;

/** @example PICTURE_LINK.exec('[![]()](https://example.com/a)')![1] // => 'https://example.com/a' */
export const PICTURE_LINK = /^\[!\[\]\(\)\]\((\S+)\)$/;

/**
 * Writes what services have their own signs for as a typist would: headings behind `#`, the words
 * under a link in square brackets, pictures without words.
 */
export function withoutDialect(text: string): string {
	const lines = text
		.replace(/\r\n?/g, '\n')
		// Substack: "words [ https://… ]"
		.replace(/\[[ \t]+(https?:\/\/[^\s\]]+)[ \t]+\]/gi, '( $1 )')
		// html-to-text, which Ghost and many others use: "words [https://…]"
		.replace(/(?<![\]![])\[(https?:\/\/[^\s[\]]+)\](?![([:])/gi, '( $1 )')
		.split('\n')
		.flatMap(beehiiv);
	const hashes = lines.filter((line) => /^#{1,6}\s+\S/.test(line)).length;
	const titled = lines.flatMap((line) =>
		hashes >= HASHES && BOLD.test(line) ? [line] : starred(line)
	);
	return withTitles(titledBlocks(mailchimp(titled))).join('\n');
}

/** beehiiv: pictures in words ("View image: (…)"), marker pens ("==…=="), rows that words cling to. */
function beehiiv(line: string): string[] {
	if (/^View image:\s*\(/.test(line) || /^Caption:\s*[^\p{L}]*$/u.test(line)) return [];
	const followed = /^Follow image link:\s*\((\S+)\)\s*$/.exec(line);
	if (followed) return [pictureLink(followed[1]!)];
	const row = /^(-{6,})(?=[^-\s])(.*)$/.exec(line);
	if (row) return [row[1]!, '', row[2]!];
	return [line.replace(/^Caption:\s+/, '').replace(/==([^=\s][^=\n]*)==/g, '$1')];
}

/** "***RELEASES***", "> **HEADING**": nothing else on the line; a star alone is what broke off one. */
function starred(line: string): string[] {
	if (/^>?\s?\*{1,3}$/.test(line.trim())) return [];
	const [, sign = '', words = ''] =
		/^\s*(?:>\s*)?(\*{2,3}|_{2,3})(?=[^\s*_])(.{1,400}?)(?<=[^\s*_])\1\*?$/.exec(line) ?? [];
	// an address may have the signs that words around it have
	const read = words.replace(/\]\([^()\s]*\)/g, ']');
	const isTitle =
		read.length <= 102 && !/[*_]/.test(read) && /\p{L}/u.test(read) && !/[.,;]$/.test(read);
	return sign && isTitle ? ['', `### ${words}`, ''] : [line];
}

/** Mailchimp: "** Heading" over a row of dashes, and addresses on lines of their own for pictures. */
function mailchimp(lines: readonly string[]): string[] {
	if (lines.filter((line) => /^\*\* \S/.test(line)).length < 3) return [...lines];
	const out: string[] = [];
	for (let i = 0; i < lines.length; i++) {
		const line = lines[i]!;
		const under = ROW.test(lines[i + 1] ?? '')
			? 1
			: !lines[i + 1] && ROW.test(lines[i + 2] ?? '')
				? 2
				: 0;
		if (under && /^\*\* \S/.test(line)) {
			out.push('', `## ${line.slice(3)}`, '');
			i += under;
		} else if (BARE.test(line) && !/:\s*$/.test(lines[i - 1] ?? ''))
			out.push('', pictureLink(line), '');
		else out.push(line);
	}
	return out;
}

/** So many blocks that end in an address, and this share of them, make a habit. */
const BLOCKS = { least: 3, share: 0.6 };

/**
 * "A title", its text below, and on the last line where it leads, block after block: the address is the
 * title's. What else a story links to may stand on lines below.
 */
function titledBlocks(lines: readonly string[]): string[] {
	const blocks: string[][] = [[]];
	for (const line of lines) {
		const block = blocks.at(-1)!;
		// who paid for a block is said above its title
		const begins = block.length === 1 && PAID.test(block[0]!) && !ROW.test(line);
		if (line.trim() && !begins) block.push(line);
		else blocks.push([], line.trim() ? [line] : []);
	}
	const led = blocks.filter((block) => BARE.test(block[bodyOf(block)]?.trim() ?? ''));
	const lengths = led.flatMap((block) => block.slice(0, bodyOf(block)).map((line) => line.length));
	const width = Math.min(100, largest(lengths));
	const titled = led.filter((block) => titlesBlock(block, width));
	if (titled.length < BLOCKS.least || titled.length < led.length * BLOCKS.share) return [...lines];
	// where that is the habit, a title may fill its line
	const own = new Set(led.filter((block) => titlesBlock(block, Infinity)));
	return blocks.flatMap((block, i) => {
		if (!own.has(block)) return i % 2 ? [''] : block;
		const [title, ...rest] = block.slice(0, bodyOf(block));
		const [url, ...more] = block
			.slice(bodyOf(block))
			// what a sentence ends in would end the address in brackets
			.map((line) => line.trim().replace(/(?<![?.,;:!])[?.,;:!]+$/, ''));
		return [`[${title!.trim()}](${url!})`, '', ...rest, ...more.flatMap((other) => ['', other])];
	});
}

/** How many lines of a block stand above the addresses at its end. */
function bodyOf(block: readonly string[]): number {
	return block.findLastIndex((line) => !LEADS.test(line.trim())) + 1;
}

/**
 * Whether a block begins with a title, a line that ends though there was room (`width`) for the next
 * word, and only its last lines lead anywhere.
 */
function titlesBlock(block: readonly string[], width: number): boolean {
	const [title, ...rest] = block.slice(0, bodyOf(block)).map((line) => line.trim());
	if (!title || title.length > 110 || /[.;,…:]$|[[\]]/.test(title) || !/\p{L}/u.test(title))
		return false;
	if (/^(?:[-*+•#>]|\*\*)\s/.test(title) || rest.some((line) => ROW.test(line))) return false;
	const word = /^\S+/.exec(rest[0] ?? '')?.[0].length ?? 0;
	if (word && title.length + 1 + word > width - 3) return false;
	return ![title, ...rest].some((line) => /https?:\/\//.test(line));
}

/** "A title", and in brackets below it, perhaps after an empty line, where it leads. */
function withTitles(lines: readonly string[]): string[] {
	const out: string[] = [];
	const width = Math.min(
		100,
		largest(
			lines.map((line) => line.length),
			0
		)
	);
	for (const line of lines) {
		const [, url, rest = ''] = FIRST.exec(line.trim()) ?? [];
		// an address that broke off the words of a sentence
		if (url && out.at(-1)?.trim() && /^\s*[\p{Ll}.,;:]/u.test(rest)) {
			out.push(`${out.pop()!} ${line.trim()}`);
			continue;
		}
		const own = url && !/^\s*[.,;:)]/.test(rest) ? titleAbove(out, width) : null;
		if (!own) {
			out.push(line);
			continue;
		}
		out.length = own.from;
		out.push(`${own.sign}[${own.words}](${url!})`);
		if (own.below.length) append(out, ['', ...own.below]);
		out.push(rest.trim());
	}
	return out;
}

type Title = { from: number; sign: string; words: string; below: string[] };

/** The last lines up to an empty one, where they are short and lead nowhere yet. */
function titleAbove(lines: readonly string[], width: number): Title | null {
	let end = lines.length;
	if (end && !lines[end - 1]!.trim()) end--;
	let from = end;
	while (from > 0 && end - from <= TITLE.lines && lines[from - 1]!.trim()) from--;
	const own = lines.slice(from, end);
	if (!own.length || own.length > TITLE.lines) return null;

	// a card: its title, which had room for the next word, and below it what it is about
	const word = /^\S+/.exec(own[1]?.trim() ?? '')?.[0].length ?? 0;
	const broken = own.length > 1 && own[0]!.length + 1 + word < width - 3;
	const below = broken && own.length > 2 ? own.splice(1) : [];

	const words = own.map((line) => line.trim()).join(' ');
	if (words.length > TITLE.length || /https?:|[[\]]/.test(words) || ROW.test(words)) return null;
	const sign = /^\s*(?:#{1,6}|[-*+•])\s+/.exec(own[0]!)?.[0] ?? '';
	return { from, sign, words: words.slice(sign.trimStart().length), below };
}
