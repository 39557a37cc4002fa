import { addTo } from '../long-lists.ts';
import type { Line, LineLink } from './line.ts';

/** "[1]", "2", "*": what marks a note in a text, and the note itself. */
const MARK = /^(?:[[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?|\[[\w-]{1,20}\])$/;

/** "↩", "^": what leads from a note back to its text. */
const BACK = /^[[(]?(?:[↩↑⤴^⬆←]\ufe0e?|back|retour|zurück)[\])]?$/iu;

/** A document's lines with its notes where they are referred to, these, and the marks that were taken out. */
type Noted = { lines: readonly Line[]; notes: ReadonlySet<Line>; marks: LineLink[] };

/**
 * Puts the notes at the end of a text below the lines that refer to them: their links are those of the
 * story that they are a note to.
 */
export function withNotes(lines: readonly Line[]): Noted {
	const marks = new Map<string, number>();
	const notes: { mark: string | null; from: number; end: number }[] = [];
	lines.forEach((line, i) => {
		const inside = line.links.filter(({ url }) => /^#./.test(url));
		const [first] = inside;
		if (!first) return;
		if (inside.some(({ text }) => BACK.test(text)) || (marks.size > 0 && opens(line, first))) {
			notes.push({ mark: markOf(first), from: i, end: ends(lines, i) });
			return;
		}
		for (const link of inside) {
			const mark = markOf(link);
			if (mark !== null && !marks.has(mark)) marks.set(mark, i);
		}
	});
	if (!notes.length || !marks.size) return { lines, notes: new Set(), marks: [] };
	return placed(lines, notes, marks);
}

function markOf({ text }: LineLink): string | null {
	return MARK.test(text) ? text.replace(/[[\]()]/g, '') : null;
}

/** Whether a line begins with its mark, which leads back. */
function opens({ text }: Line, link: LineLink): boolean {
	return markOf(link) !== null && link.start <= 1 && link.end <= text.length;
}

/** Behind a note: a mark alone stands above its words. */
function ends(lines: readonly Line[], at: number): number {
	const { text, links } = lines[at]!;
	const alone = links.length === 1 && links[0]!.end - links[0]!.start >= text.length - 2;
	return alone ? at + 2 : at + 1;
}

function placed(
	lines: readonly Line[],
	found: readonly { mark: string | null; from: number; end: number }[],
	marks: ReadonlyMap<string, number>
): Noted {
	const order = [...marks.values()];
	const below = new Map<number, Line[]>();
	const moved = new Set<number>();
	found.forEach(({ mark, from, end }, n) => {
		const at = (mark === null ? undefined : marks.get(mark)) ?? order[n];
		if (at === undefined || at >= from) return;
		const own = lines
			.slice(from, end)
			.map((line) => noteOf(line, lines[at]!))
			.filter(({ text, links }) => text || links.length);
		addTo(below, at, ...own);
		for (let i = from; i < end; i++) moved.add(i);
	});
	const told = (line: Line, i: number) => (below.has(i) ? withoutMarks(line) : line);
	return {
		marks: lines.flatMap((line, i) => (below.has(i) || moved.has(i) ? marksIn(line) : [])),
		lines: lines.flatMap((line, i) => [
			...(moved.has(i) ? [] : [told(line, i)]),
			...(below.get(i) ?? [])
		]),
		notes: new Set([...below.values()].flat())
	};
}

/** A note as what it is: a line of the text, in the same box. */
function noteOf(line: Line, { path }: Line): Line {
	return { ...withoutMarks(line), path, level: 0, bullet: false, ruled: false, depth: 0 };
}

/** A line without the marks of notes and what leads back from them: they name nothing. */
function withoutMarks(line: Line): Line {
	// from the last on, so that the places of those before hold
	return marksIn(line).reduceRight((rest, { start, end }) => without(rest, start, end), line);
}

function marksIn({ links }: Line): LineLink[] {
	return links.filter(({ url, text }) => /^#./.test(url) && (MARK.test(text) || BACK.test(text)));
}

function without(line: Line, from: number, end: number): Line {
	const gap = from === 0 ? /^\s*/.exec(line.text.slice(end))![0].length : 0;
	const length = end + gap - from;
	const moved = (at: number) => (at >= end + gap ? at - length : Math.min(at, from));
	const links = line.links
		.filter((link) => link.start < from || link.end > end)
		.map((link) => ({ ...link, start: moved(link.start), end: moved(link.end) }));
	const text = line.text.slice(0, from) + line.text.slice(end + gap);
	return { ...line, text: text.trimEnd(), links, lead: moved(line.lead) };
}
