import { countWords, shared } from './line.ts';
import { bodySize, ledByEmoji } from './signs.ts';
import { isReadMore } from './words.ts';
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
	const starts = firstThatCuts(signed);
	if (!starts.length) return byRulesOrParagraphs(lines);

	const merged = mergeSame(signed, starts, samePage);
	return assign(lines, merged);
}

/** The places where items begin. */
function firstThatCuts(signed: readonly Signed[]): number[] {
	const body = bodySize(signed.map(({ line }) => line));
	const places = (keep: (one: Signed, i: number) => boolean) =>
		signed.flatMap((one, i) => (keep(one, i) ? [i] : []));

	const isStrong = ({ sign, line }: Signed) =>
		sign === 'heading' ||
		(sign === 'linked' && !line.bullet && (line.level > 0 || line.bold || line.size > body * 1.08));

	const strong = withoutSubordinates(signed, places(isStrong));
	if (strong.length) return strong;

	const bullets = places(({ line }) => line.bullet);
	const top = Math.min(...bullets.map((i) => signed[i]!.line.depth));
	const tops = bullets.filter((i) => signed[i]!.line.depth === top);
	const withLinks = tops.filter((i, n) => {
		const end = tops[n + 1] ?? signed.length;
		for (let j = i; j < end && (j === i || signed[j]!.line.depth > 0); j++) {
			if (signed[j]!.line.links.length) return true;
		}
		return false;
	});
	const plain = signed.filter(({ line }) => !line.bullet && line.depth === 0 && line.text);
	const linkless = signed.every(({ line }) => !line.links.length);
	if (
		tops.length &&
		(withLinks.length >= tops.length * 0.5 || (linkless && plain.length <= 1 && tops.length >= 2))
	) {
		return tops;
	}

	const leads = places(({ sign }) => sign === 'boldLead');
	if (leads.length >= 2 || (leads.length === 1 && leads[0] === 0)) return leads;

	const linked = places(({ sign, line }) => sign === 'linked' && !line.bullet);
	const runIns = places(({ sign, line }) => sign === 'runIn' && !line.bullet);
	if (linked.length && linked.length >= runIns.length * 0.5) return linked;
	if (runIns.length >= 2 && runIns.length >= plain.length * 0.4) return runIns;
	if (linked.length) return linked;

	const emoji = places(({ line }) => ledByEmoji(line.text) && countWords(line.text) <= 16);
	if (emoji.length >= 2) return emoji;

	const weak = places(({ sign }, i) => {
		const next = signed[i + 1]?.line;
		return sign === 'weak' && !!next && countWords(next.text) > countWords(signed[i]!.line.text);
	});
	return weak.length && (weak.length >= 2 || weak[0]! <= 1) ? weak : [];
}

/**
 * Of titles of several looks, those that only ever follow a greater one (a bold author, a bold
 * "discuss") begin nothing.
 */
function withoutSubordinates(signed: readonly Signed[], places: number[]): number[] {
	const looks = new Map<string, number[]>();
	for (const i of places) looks.set(signed[i]!.look, [...(looks.get(signed[i]!.look) ?? []), i]);
	if (looks.size < 2) return places;

	const ranked = [...looks.values()].sort(
		(a, b) => weight(signed[b[0]!]!.line) - weight(signed[a[0]!]!.line)
	);
	const kept = [...ranked[0]!];
	for (const members of ranked.slice(1)) {
		const after = members.filter((i) => {
			const above = kept.filter((k) => k < i).at(-1);
			if (above === undefined) return false;
			const between = members.filter((m) => m > above && m < i).length;
			return between === 0 && i - above <= 4 && shared(signed[above]!.line, signed[i]!.line) > 1;
		});
		if (after.length < members.length * 0.8 || members.length < 2) kept.push(...members);
	}
	return kept.sort((a, b) => a - b);
}

function weight(line: Line): number {
	return line.size * 10 + (line.bold ? 5 : 0) + (line.level ? 20 - line.level : 0);
}

/** Image, headline and button of one story are one start: the next one to the same page is none. */
function mergeSame(signed: readonly Signed[], starts: number[], samePage: SamePage): Piece0[] {
	const merged: Piece0[] = [];

	for (const i of starts) {
		const line = signed[i]!.line;
		const last = merged.at(-1);
		if (last && samePage(last.title, line)) {
			if (weight(line) > weight(last.title) && countWords(line.text) > 1) last.title = line;
			continue;
		}
		merged.push({ at: i, title: line });
	}

	return merged;
}

type Piece0 = { at: number; title: Line };

/** Gives every line to the start that it belongs to: the one above, or the next one if it is nearer. */
function assign(lines: readonly Line[], starts: Piece0[]): Cut {
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
	const note = last.lines.findIndex(
		(line, i) => i > 0 && line.italic && countWords(line.text) > 12
	);
	if (note > 0 && !last.lines[0]!.italic) after.push(...last.lines.splice(note));

	return { before, pieces, after };
}

function startOf(lines: readonly Line[], starts: Piece0[], n: number): number {
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
	if (title.ruled) return false;
	const small = !line.text || (countWords(line.text) <= 4 && !isReadMore(line.text) && !above);
	return small && (!above ? true : line.ruled || (!line.text && !!line.links.length));
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
	if (full.length >= 3 && each === full.length) {
		return { before: [], pieces: full.map((line) => ({ title: null, lines: [line] })), after: [] };
	}

	return { before: [], pieces: full.length ? [{ title: null, lines: [...lines] }] : [], after: [] };
}
