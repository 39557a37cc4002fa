import { linkOf } from '#lib/url/link.ts';
import { unwrap } from '#lib/url/unwrap.ts';
import { append } from './long-lists.ts';
import { isBoxedWith, targetOf, wordCount, type Line } from './lines/line.ts';
import { labelsSponsor, marksSponsor } from './lines/sponsor-words.ts';
import type { PartCut, Piece } from './cut.ts';

// Advertisements in boxes of their own between stories, or between the paragraphs of one.

/** A story above an advertisement has more words. */
const TOLD_WORDS = 25;

/** Whether a line is the picture of an advertisement: in one box with the mark above it, outside of which the title stands. */
export function isAdvertised(lines: readonly Line[], i: number, title: Line): boolean {
	const [label, picture] = [lines[i - 1], lines[i]!];
	if (!label || picture.text || !picture.links.length || label.links.length) return false;
	return labelsSponsor(label.text) && isBoxedWith(label, picture, title);
}

/** So many words below an advertisement go on with what stands above it. */
const REST_WORDS = 12;

/** What stands below the box of an advertisement, without a title, goes on with the story that the box parts. */
export function withRestOfStories({ before, pieces, after }: PartCut): PartCut {
	// what stands above the first title may be a story as well
	const whole: Piece[] = [{ title: null, lines: [...before] }];
	for (const piece of pieces) {
		const story = whole.at(-1)!;
		const goesOn = !isMarked(story) && wordCount(story.lines) >= TOLD_WORDS;
		const end = goesOn ? endOfAdvertisement(piece) : -1;
		const rest = end < 0 ? [] : piece.lines.slice(end);
		if (wordCount(rest) < REST_WORDS || !endsThere(piece.lines.slice(0, end), rest)) {
			whole.push(piece);
			continue;
		}
		append(story.lines, rest);
		whole.push({ ...piece, lines: piece.lines.slice(0, end) });
	}
	const [above, ...others] = whole;
	return { before: above!.lines, pieces: others, after };
}

function isMarked({ lines }: Piece): boolean {
	return lines.some(({ text }) => marksSponsor(text));
}

/** Whether an advertisement ends with its box: it leads somewhere, and nothing below it leads to the same host. */
function endsThere(own: readonly Line[], rest: readonly Line[]): boolean {
	if (!own.some(({ links }) => links.length)) return false;
	const paid = new Set(hostsIn(own));
	return !hostsIn(rest).some((host) => paid.has(host));
}

/** The hosts to which lines lead; a sealed link is known by its service alone, which is the same for all. */
function hostsIn(lines: readonly Line[]): string[] {
	const open = lines.flatMap(({ links }) => links.filter((link) => !unwrap(targetOf(link)).opaque));
	return open.flatMap((link) => linkOf(targetOf(link))?.host ?? []);
}

/** Where the box ends that a sponsor's mark shares with what it marks; -1 where they share none. */
function endOfAdvertisement({ title, lines }: Piece): number {
	const [label] = lines;
	if (!label || label.links.length || !labelsSponsor(label.text)) return -1;
	const at = title && title !== label ? lines.indexOf(title) : 1;
	const marked = lines[at];
	if (!marked) return -1;
	return lines.findIndex((line, i) => i > at && isBoxedWith(label, marked, line));
}
