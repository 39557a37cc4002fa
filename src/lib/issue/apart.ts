import { largest } from './long-lists.ts';
import { countWords, shared } from './lines/line.ts';
import { isDomain, isReadMore } from './lines/words.ts';
import {
	labelsSponsor,
	marksSponsor,
	saysWhoPaid,
	thanksSponsorOfIssue
} from './lines/sponsor-words.ts';
import type { Cut, Piece, SamePage } from './cut.ts';
import type { Line } from './lines/line.ts';

// What stands among stories and is none of their own: advertisements, and boxes below a story.

/** Where the first story begins, if what stands above it is a sponsor's mark with its picture, in their own box. */
export function belowSponsor(lines: readonly Line[], from: number, at: number): number {
	const i = lines.findIndex((line, n) => n >= from && n < at - 1 && labelsSponsor(line.text));
	const [label, picture] = [lines[i], lines[i + 1]];
	if (!label || !picture?.links.length || picture.text) return from;
	return shared(label, picture) > shared(label, lines[at]!) ? i + 2 : from;
}

/** A sponsor's block above the first story or below the last is an item of its own. */
export function withSponsors({ before, pieces, after }: Cut): Cut {
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
	const within = (i: number) => shared(lines[at]!, lines[i]!);
	const rule = lines.findIndex(
		(line, i) => i > at && (line.ruled || (i > at + 1 && within(i) < within(at + 1)))
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
				(boxed && shared(line, title!) <= between && isAnother(line) && !samePage(line, title!)))
	);
	if (at < 0) return [piece];

	const first = lines[at]!;
	const rest = { title: isAnother(first) ? first : null, lines: lines.slice(at) };
	const parted = rest.title ? partedFrom(rest, between, samePage, boxed) : [rest];
	return [{ title, lines: lines.slice(0, at) }, ...parted];
}

/** How many containers a title shares with what is surely its own: the line next to it. */
function boxOf({ title, lines }: Piece): number {
	const at = lines.indexOf(title!);
	const near = [lines[at - 1], lines[at + 1]].filter((line) => line !== undefined);
	return largest(
		near.map((line) => shared(line, title!)),
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

function isSponsorApart(lines: readonly Line[], i: number, title: Line): boolean {
	const line = lines[i]!;
	if (!marksSponsor(line.text) && !thanksSponsorOfIssue(line.text)) return false;
	const next = lines[i + 1];
	// with its link, or the address on the next line
	const leads = line.links.length > 0 || (!!next?.links.length && isDomain(next.text));
	if (leads && saysWhoPaid(line.text) && !marksSponsor(title.text)) return true;
	if (line.links.length) {
		const above = lines.slice(0, i).findLast(({ text }) => /\p{L}/u.test(text)) ?? title;
		const box = line.path.length - shared(line, above);
		return (
			thanksSponsorOfIssue(line.text) ||
			shared(line, title) <= title.path.length - 2 ||
			(box >= 2 && line.path.length > title.path.length) ||
			(line.tinted && !title.tinted)
		);
	}
	return !!next?.links.length && shared(line, next) > shared(line, title);
}
