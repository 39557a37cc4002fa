import { countWords, shared } from './line.ts';
import { prominence } from './prominence.ts';
import { startsOf } from './starts.ts';
import {
	isDomain,
	isReadMore,
	labelsSponsor,
	marksSponsor,
	thanksSponsorOfIssue
} from './words.ts';
import type { Line } from './line.ts';
import type { Signed } from './signs.ts';

/** One story as lines: its title's line and all that belongs to it, in the order of the document. */
export type Piece = { title: Line | null; lines: Line[] };

/** A stretch cut into items, with the lines before and after them that belong to none. */
export type Cut = { before: Line[]; pieces: Piece[]; after: Line[] };

/** Says whether two lines lead to the same page. */
export type SamePage = (a: Line, b: Line) => boolean;

/** Cuts the lines of one section into stories, by the strongest mark that begins them. */
export function cut(signed: readonly Signed[], samePage: SamePage): Cut {
	const lines = signed.map(({ line }) => line);
	const starts = startsOf(signed);
	if (!starts.length) return byRulesOrParagraphs(lines);

	const merged = mergeSame(signed, starts, samePage);
	return assign(lines, merged, samePage);
}

type Start = { at: number; title: Line };

/** Image, headline and button of one story are one start: the next one to the same page is none. */
function mergeSame(signed: readonly Signed[], starts: number[], samePage: SamePage): Start[] {
	const merged: Start[] = [];

	for (const i of starts) {
		const line = signed[i]!.line;
		const last = merged.at(-1);
		if (last && samePage(last.title, line)) {
			if (prominence(line) > prominence(last.title) && countWords(line.text) > 1) last.title = line;
			continue;
		}
		merged.push({ at: i, title: line });
	}

	return merged;
}

/** Gives every line to the start that it belongs to: the one above, or the next one if it is nearer. */
function assign(lines: readonly Line[], starts: Start[], samePage: SamePage): Cut {
	const first = starts[0]!;
	let from = first.at;
	while (from > 0 && introduces(lines[from - 1]!, lines[first.at]!, null)) from--;

	const before = lines.slice(0, from);
	const after: Line[] = [];
	const listed = lines[first.at]!.bullet;
	const pieces = starts.map(({ at, title }, n): Piece => {
		const next = starts[n + 1]?.at ?? lines.length;
		let end = next;
		if (n + 1 < starts.length) {
			while (end > at + 1 && introduces(lines[end - 1]!, lines[next]!, lines[at]!)) end--;
		}
		const begin = n === 0 ? from : startOf(lines, starts, n);
		return { title, lines: lines.slice(begin, end) };
	});

	// what follows a list, outside of it, is no part of its last entry
	const last = pieces.at(-1)!;
	if (listed) {
		const out = last.lines.findIndex((line, i) => i > 0 && line.depth === 0);
		if (out > 0) after.push(...last.lines.splice(out));
	}
	// where rules part the items, the last one ends at its rule
	const parted = starts.slice(1).filter(({ at }) => lines[at]!.ruled).length;
	const rule = last.lines.findIndex((line, i) => i > 0 && line.ruled && line !== last.title);
	if (starts.length > 1 && parted === starts.length - 1 && rule > 0)
		after.push(...last.lines.splice(rule));

	const note = last.lines.findIndex(
		(line, i) => i > 0 && line.italic && countWords(line.text) > 12
	);
	if (note > 0 && !last.lines[0]!.italic) after.push(...last.lines.splice(note));

	const apart = starts.slice(1).map(({ title }, n) => shared(title, starts[n]!.title));
	const between = apart.length ? Math.max(...apart) : -1;
	const items = pieces.flatMap((piece) => partedFrom(piece, between, samePage));
	return withSponsors({ before, pieces: items, after });
}

/** A sponsor's block above the first story or below the last is an item of its own. */
function withSponsors({ before, pieces, after }: Cut): Cut {
	const [above, first] = sponsorIn(before);
	const [below, last] = sponsorIn(after);
	return { before: above, pieces: [...first, ...pieces, ...last], after: below };
}

/** The lines without those from a sponsor's mark to the next rule, and these, if they lead anywhere. */
function sponsorIn(lines: readonly Line[]): [rest: Line[], pieces: Piece[]] {
	const at = lines.findIndex(
		({ text }) => labelsSponsor(text) || marksSponsor(text) || thanksSponsorOfIssue(text)
	);
	const rule = lines.findIndex((line, i) => i > at && line.ruled);
	const end = rule < 0 ? lines.length : rule;
	const block = at < 0 ? [] : lines.slice(at, end);
	if (!block.some((line) => line.links.length)) return [[...lines], []];
	return [[...lines.slice(0, at), ...lines.slice(end)], [{ title: null, lines: block }]];
}

/**
 * What stands in a box of its own below a story is an item of its own: a sponsor's, or a smaller title
 * that shares no more containers with the story's than stories share (`between`).
 */
function partedFrom(
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
	return Math.max(0, ...near.map((line) => shared(line, title!)));
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
	if (line.links.length) {
		return thanksSponsorOfIssue(line.text) || shared(line, title) <= title.path.length - 2;
	}
	const next = lines[i + 1];
	return !!next?.links.length && shared(line, next) > shared(line, title);
}

function startOf(lines: readonly Line[], starts: Start[], n: number): number {
	const { at } = starts[n]!;
	const above = starts[n - 1]!.at;
	let begin = at;
	while (begin > above + 1 && introduces(lines[begin - 1]!, lines[at]!, lines[above]!)) begin--;
	return begin;
}

/** Whether a line above a title (its image, its label) belongs to it rather than to the story before. */
function introduces(line: Line, title: Line, above: Line | null): boolean {
	if (line.bullet) return false;
	if (above) {
		const down = shared(line, title);
		const up = shared(line, above);
		if (down !== up) return down > up;
	}
	if (line.ruled && marksSponsor(line.text)) return true;
	if (labelsSponsor(line.text) && !line.links.length) return true;
	if (title.ruled) return false;
	const small = !line.text || (countWords(line.text) <= 4 && !isReadMore(line.text) && !above);
	return small && (!above ? true : line.ruled || (!line.text && !!line.links.length));
}

/** "Photographs of wells. Link" */
function endsInCall({ text, links }: Line): boolean {
	const last = links.at(-1);
	return !!last && last.end >= text.length - 1 && isReadMore(last.text) && last.start > 0;
}

/** Without any title: parts between rules, paragraphs that each have a link, or all as one. */
function byRulesOrParagraphs(lines: readonly Line[]): Cut {
	const full = lines.filter((line) => line.text);
	const rules = lines.filter((line, i) => i > 0 && line.ruled).length;

	if (rules >= 1) {
		const parts: Line[][] = [[]];
		for (const line of lines) {
			if (line.ruled && parts.at(-1)!.length) parts.push([]);
			parts.at(-1)!.push(line);
		}
		const linked = parts.filter((part) => part.some((line) => line.links.length)).length;
		if (linked >= 2 && linked >= parts.length * 0.6) {
			return { before: [], pieces: parts.map((part) => ({ title: null, lines: part })), after: [] };
		}
	}

	const each = full.filter((line) => line.links.length === 1 && countWords(line.text) <= 60).length;
	const called = full.filter(endsInCall).length;
	if ((full.length >= 3 && each === full.length) || (full.length >= 2 && called === full.length)) {
		return { before: [], pieces: full.map((line) => ({ title: null, lines: [line] })), after: [] };
	}

	return { before: [], pieces: full.length ? [{ title: null, lines: [...lines] }] : [], after: [] };
}
