import { append, largest } from './long-lists.ts';
import { belowSponsor, partedFrom, withCards, withMarks, withSponsors } from './apart.ts';
import { countWords, linkedShare, sharedContainers, wordCount, type Line } from './lines/line.ts';
import { isAdvertised, withRestOfStories } from './boxed-advertisements.ts';
import { byRulesOrParagraphs } from './paragraphs.ts';
import { prominence } from './lines/prominence.ts';
import { asksFirst, type Signed } from './lines/signs.ts';
import { startsOf } from './starts.ts';
import { asksToPay, isGreeting, isReadMore, leadsToAll } from './lines/words.ts';
import { labelsSponsor, marksSponsor } from './lines/sponsor-words.ts';

/** One story as lines: its title's line and all that belongs to it, in the order of the document. */
export type Piece = { title: Line | null; lines: Line[] };

/** A part cut into items, with the lines before and after them that belong to none. */
export type PartCut = { before: Line[]; pieces: Piece[]; after: Line[] };

/** Says whether two lines lead to the same page. */
export type SamePage = (a: Line, b: Line) => boolean;

/** Cuts the lines of one section into stories, by the strongest mark that begins them. */
export function cut(signed: readonly Signed[], samePage: SamePage): PartCut {
	const lines = signed.map(({ line }) => line);
	const starts = startsOf(signed);
	if (!starts.length || isAfterthought(signed, starts)) {
		const { pieces, ...rest } = byRulesOrParagraphs(lines);
		return { ...rest, pieces: withCards(pieces) };
	}

	const merged = mergeSame(signed, starts, samePage);
	return assign(lines, merged, samePage);
}

/** So many words above the only line that is a link are the story, which it ends: "Apply at: …". */
const TOLD_ABOVE = 40;

/** The only line that is a link stands below paragraphs that have theirs, or are told at length: "Send us yours". */
function isAfterthought(signed: readonly Signed[], [at, ...others]: readonly number[]): boolean {
	const { sign, line } = signed[at!]!;
	if (others.length || sign !== 'linked' || line.bullet || line.level || line.bold) return false;
	const above = signed.slice(0, at).map((one) => one.line);
	if (above.some(({ text, links }) => text && links.length)) return true;
	const below = signed.slice(at! + 1).some((one) => one.line.text);
	return !below && wordCount(above) >= TOLD_ABOVE;
}

type Start = { at: number; title: Line };

/** Image, headline and button of one story are one start: the next one to the same page is none. */
function mergeSame(signed: readonly Signed[], starts: number[], samePage: SamePage): Start[] {
	const merged: Start[] = [];

	for (const i of starts) {
		const line = signed[i]!.line;
		const last = merged.at(-1);
		if (last && !areApart(last.title, line) && samePage(last.title, line)) {
			if (prominence(line) > prominence(last.title) && countWords(line.text) > 1) last.title = line;
			continue;
		}
		merged.push({ at: i, title: line });
	}

	return merged;
}

/** "10 March | Brest | Quay Club", "12 March | Brest | Quay Club": entries that each say more than where they lead. */
function areApart(a: Line, b: Line): boolean {
	return a.bullet && b.bullet && linkedShare(a) < 0.6 && linkedShare(b) < 0.6 && a.text !== b.text;
}

/** Gives every line to the start that it belongs to: the one above, or the next one if it is nearer. */
function assign(lines: readonly Line[], starts: Start[], samePage: SamePage): PartCut {
	const first = starts[0]!;
	let from = first.at;
	while (from > 0 && introduces(lines[from - 1]!, lines[first.at]!, null)) from--;

	from = belowSponsor(lines, from, first.at);

	const before = lines.slice(0, from);
	const after: Line[] = [];
	const pieces = starts.map(({ title }, n): Piece => {
		const end = n + 1 < starts.length ? startOf(lines, starts, n + 1) : lines.length;
		const begin = n === 0 ? from : startOf(lines, starts, n);
		return { title, lines: lines.slice(begin, end) };
	});

	// what follows a list, outside of it, is no part of its last entry
	const last = pieces.at(-1)!;
	if (lines[starts.at(-1)!.at]!.bullet) {
		const out = last.lines.findIndex((line, i) => i > 0 && line.depth === 0);
		if (out > 0) append(after, last.lines.splice(out));
	}
	// where rules part the items, the last one ends at its rule
	const parted = starts.slice(1).filter(({ at }) => lines[at]!.ruled).length;
	const isParted = starts.length > 1 && parted === starts.length - 1;
	const rule = last.lines.findIndex((line, i) => i > 0 && line.ruled && line !== last.title);
	if (isParted && rule > 0) append(after, last.lines.splice(rule));

	// "Publish an offer: …", "Become a member" below the last story, unless that asks the same
	const asks = asksToPay((last.title?.text ?? '').slice(0, 40));
	const asking = last.lines.findIndex(
		(line, i) =>
			i > 0 &&
			!asks &&
			line !== last.title &&
			line.links.length > 0 &&
			(asksToPay(line.text || line.image || '') || asksFirst(line))
	);
	if (asking > 0) append(after, last.lines.splice(asking));

	// "See all events" below the last of them
	const all = last.lines.findIndex(
		(line, i) => i > 0 && line !== last.title && line.links.length > 0 && leadsToAll(line.text)
	);
	if (all > 0 && all === last.lines.findLastIndex(({ text }) => text))
		append(after, last.lines.splice(all));

	const note = last.lines.findIndex(
		(line, i) => i > 0 && line.italic && countWords(line.text) > 12
	);
	if (note > 0 && !last.lines[0]!.italic) append(after, last.lines.splice(note));

	const apart = starts.slice(1).map(({ title }, n) => sharedContainers(title, starts[n]!.title));
	const between = largest(apart, -1);
	const told =
		parted >= 2 && parted >= (starts.length - 1) * 0.75 ? pieces.flatMap(byRules) : pieces;
	const items = told.flatMap((piece) =>
		piece.title ? partedFrom(piece, between, samePage) : piece
	);
	const own = withCards(withMarks(items, samePage));
	return withSponsors(withRestOfStories({ before, pieces: own, after }));
}

/** A rule parts words of this many from a story's, where rules part the stories. */
const PARTED_WORDS = 12;

/** Among stories with titles and a rule above each, what stands below a further rule is told without a title. */
function byRules(piece: Piece): Piece[] {
	const { title, lines } = piece;
	const at = lines.findIndex((line, i) => i > lines.indexOf(title!) && line.ruled && line.text);
	const rest = at < 0 ? [] : lines.slice(at);
	const own = wordCount(lines.slice(lines.indexOf(title!) + 1, at));
	if (!own || wordCount(rest) < PARTED_WORDS || !rest.some(({ links }) => links.length))
		return [piece];
	return [
		{ title, lines: lines.slice(0, at) },
		{ title: null, lines: rest }
	];
}

function startOf(lines: readonly Line[], starts: Start[], n: number): number {
	const { at } = starts[n]!;
	const above = starts[n - 1]!.at;
	let begin = at;
	const isOwn = (i: number) =>
		introduces(lines[i]!, lines[at]!, lines[above]!) && !isAdvertised(lines, i, lines[at]!);
	while (begin > above + 1 && isOwn(begin - 1)) begin--;
	return begin;
}

/** Whether a line above a title (its image, its label) belongs to it rather than to the story before. */
function introduces(line: Line, title: Line, above: Line | null): boolean {
	if (line.bullet || isGreeting(line.text) || asksToPay(line.text)) return false;
	if (above) {
		const down = sharedContainers(line, title);
		const up = sharedContainers(line, above);
		if (down !== up) return down > up;
	}
	if (line.ruled && marksSponsor(line.text)) return true;
	// below a title that says so itself it is said of that one
	const isSaid = above !== null && marksSponsor(above.text);
	if (labelsSponsor(line.text) && !line.links.length && !isSaid) return true;
	if (title.ruled) return false;
	const small = !line.text || (countWords(line.text) <= 4 && !isReadMore(line.text) && !above);
	return small && (!above ? true : line.ruled || (!line.text && !!line.links.length));
}
