import { largest } from './long-lists.ts';
import { countWords, isBoxedWith, sharedContainers, wordCount, type Line } from './lines/line.ts';
import { isButtonLike } from './lines/linked-line.ts';
import { isDomain, isGreeting, isReadMore } from './lines/words.ts';
import {
	labelsSponsor,
	marksSponsor,
	saysWhoPaid,
	thanksSponsorOfIssue
} from './lines/sponsor-words.ts';
import type { PartCut, Piece, SamePage } from './cut.ts';

/** A story above an advertisement has more words. */
const TOLD_WORDS = 25;

// What stands among stories and is none of their own: advertisements, and boxes below a story.

/** Where the first story begins, if what stands above it is a sponsor's mark with its picture, in their own box. */
export function belowSponsor(lines: readonly Line[], from: number, at: number): number {
	const i = lines.findIndex((line, n) => n >= from && n < at - 1 && labelsSponsor(line.text));
	const [label, picture] = [lines[i], lines[i + 1]];
	if (!label || !picture?.links.length || picture.text) return from;
	return isBoxedWith(label, picture, lines[at]!) ? i + 2 : from;
}

/** A sponsor's block above the first story or below the last is an item of its own. */
export function withSponsors({ before, pieces, after }: PartCut): PartCut {
	const [above, first] = sponsorIn(before);
	const [below, last] = sponsorIn(after);
	return { before: above, pieces: [...first, ...pieces, ...last], after: below };
}

/**
 * The lines without those from a sponsor's mark to the next rule, or to the end of its box, and these,
 * if they lead anywhere.
 */
export function sponsorIn(lines: readonly Line[]): [rest: Line[], pieces: Piece[]] {
	const at = lines.findIndex(
		({ text }) => labelsSponsor(text) || marksSponsor(text) || thanksSponsorOfIssue(text)
	);
	if (at < 0) return [[...lines], []];
	const within = (i: number) => sharedContainers(lines[at]!, lines[i]!);
	const rule = lines.findIndex(
		(line, i) =>
			i > at && (line.ruled || (i > at + 1 && within(i) < within(at + 1)) || isGreeting(line.text))
	);
	const end = rule < 0 ? lines.length : rule;
	const block = lines.slice(at, end);
	if (!block.some((line) => line.links.length)) return [[...lines], []];
	return [[...lines.slice(0, at), ...lines.slice(end)], [{ title: null, lines: block }]];
}

/**
 * What stands in a box of its own below a story is an item of its own: a sponsor's, or a smaller title
 * that shares no more containers with the story's than stories share (`between`).
 */
export function partedFrom(
	piece: Piece,
	between: number,
	samePage: SamePage,
	boxed = boxOf(piece) > between
): Piece[] {
	const { title, lines } = piece;
	const at = lines.findIndex(
		(line, i) =>
			i > lines.indexOf(title!) &&
			(isSponsorApart(lines, i, title!) ||
				(boxed &&
					sharedContainers(line, title!) <= between &&
					isAnother(line) &&
					!samePage(line, title!)))
	);
	if (at < 0) return [piece];

	const first = lines[at]!;
	const below = belowMarks(lines.slice(at));
	const own = isAnother(first) ? first : below && isAnother(below) ? below : null;
	const rest = { title: own, lines: lines.slice(at) };
	const parted = rest.title ? partedFrom(rest, between, samePage, boxed) : [rest];
	return [{ title, lines: lines.slice(0, at) }, ...parted];
}

/** "Sponsored by Lark", with the address where that leads behind it in plain text. */
function isMark({ text, links }: Line): boolean {
	const words = links.findLast((link) => !isDomain(link.text))?.end ?? text.length;
	return labelsSponsor(isDomain(text.slice(words)) ? text.slice(0, words) : text);
}

/** The first line with words below the marks of a sponsor. */
function belowMarks(lines: readonly Line[]): Line | undefined {
	return lines.find((line, i) => i > 0 && line.text && !isMark(line));
}

/**
 * A sponsor's mark that says only who paid is of the title right below it, where that leads to the same
 * page, or is the only one that is no heading.
 */
export function withMarks(pieces: readonly Piece[], samePage: SamePage): Piece[] {
	const titles = pieces.flatMap(({ title }) => (title && !labelsSponsor(title.text) ? title : []));
	const isOther = (line: Line) =>
		!line.level && titles.length > 1 && titles.every((title) => title === line || title.level > 0);
	const merged: Piece[] = [];
	for (const piece of pieces) {
		const marks = merged.at(-1);
		const { title } = piece;
		const isTheirs =
			marks?.lines.every((line) => !line.text || isMark(line)) &&
			title?.links.length &&
			(isOther(title) || marks.lines.some((line) => samePage(line, title)));
		if (isTheirs) merged[merged.length - 1] = { title, lines: [...marks!.lines, ...piece.lines] };
		else merged.push(piece);
	}
	return merged;
}

/** Words of a story above a card, and of the card's first line at most. */
const ABOVE_CARD = 60;
const CARD_TITLE = 10;

/** A box of its own below what a story tells, with a few words at its top and a button at its end, is an item. */
export function withCards(pieces: readonly Piece[]): Piece[] {
	return pieces.flatMap((piece) => {
		const { title, lines } = piece;
		const card = cardIn(lines, title ? lines.indexOf(title) : -1);
		if (!card) return [piece];
		const [from, end] = card;
		const rest = [...lines.slice(0, from), ...lines.slice(end)];
		return [
			{ title, lines: rest },
			{ title: null, lines: lines.slice(from, end) }
		];
	});
}

function cardIn(lines: readonly Line[], title: number): [from: number, end: number] | null {
	let words = 0;
	for (let i = title + 1; i < lines.length; i++) {
		const [above, line] = [lines[i - 1], lines[i]!];
		const own = above && line.text && !line.links.length && countWords(line.text) <= CARD_TITLE;
		if (own && words >= ABOVE_CARD) {
			let end = i + 1;
			while (end < lines.length && isBoxedWith(line, lines[end]!, above)) end++;
			const last = lines[end - 1]!;
			if (end > i + 2 && isButton(last)) return [i, end];
		}
		words += countWords(line.text);
	}
	return null;
}

function isButton(line: Line): boolean {
	const { text, links } = line;
	const isAll = links.length === 1 && links[0]!.end >= text.length - 1;
	return isAll && isButtonLike(line) && countWords(text) <= 6;
}

/** How many containers a title shares with what is surely its own: the line next to it. */
function boxOf({ title, lines }: Piece): number {
	const at = lines.indexOf(title!);
	const near = [lines[at - 1], lines[at + 1]].filter((line) => line !== undefined);
	return largest(
		near.map((line) => sharedContainers(line, title!)),
		0
	);
}

/** A title that is a link, and no sentence with one. */
function isAnother(line: Line): boolean {
	const [link] = line.links;
	if (!link || line.bullet || link.image || isReadMore(link.text) || isDomain(link.text))
		return false;
	const words = countWords(link.text);
	const others = countWords(line.text) - words;
	return words >= 2 && link.start <= 4 && others <= 6;
}

/** Whether a piece is a title that leads nowhere and the one line below it: neither is anything alone. */
function isTitleAndLine(lines: readonly Line[], title: Line, line: Line): boolean {
	if (title.links.length) return false;
	return lines.every((one) => one === line || one === title || !/\p{L}/u.test(one.text));
}

function isSponsorApart(lines: readonly Line[], i: number, title: Line): boolean {
	const line = lines[i]!;
	if (!marksSponsor(line.text) && !thanksSponsorOfIssue(line.text)) return false;
	const next = lines[i + 1];
	// with its link, or the address on the next line
	const leads = line.links.length > 0 || (!!next?.links.length && isDomain(next.text));
	if (leads && saysWhoPaid(line.text) && !marksSponsor(title.text))
		return !isTitleAndLine(lines, title, line);
	if (line.links.length) {
		const above = lines.slice(0, i).findLast(({ text }) => /\p{L}/u.test(text)) ?? title;
		const box = line.path.length - sharedContainers(line, above);
		return (
			thanksSponsorOfIssue(line.text) ||
			sharedContainers(line, title) <= title.path.length - 2 ||
			(box >= 2 && line.path.length > title.path.length) ||
			(line.tinted && !title.tinted)
		);
	}
	if (next?.links.length && isBoxedWith(line, next, title)) return true;
	return !marksSponsor(title.text) && opensAdvertisement(lines, i, title);
}

/** "ADVERTISEMENT" below a story that is told, and above who paid or another title. */
function opensAdvertisement(lines: readonly Line[], i: number, title: Line): boolean {
	const told = lines.slice(lines.indexOf(title) + 1, i);
	if (!labelsSponsor(lines[i]!.text) || told.some(({ text }) => labelsSponsor(text))) return false;
	const next = lines.slice(i + 1).find(({ text }) => text);
	if (wordCount(told) < TOLD_WORDS || !next?.links.length) return false;
	return isMark(next) || isAnother(next);
}
