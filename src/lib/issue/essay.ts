import { countWords } from './lines/line.ts';
import { prominence } from './lines/prominence.ts';
import type { Cut } from './cut.ts';
import type { Line } from './lines/line.ts';

/** An essay opens with so many words before its first sub-heading. */
const OPENING = 25;

/**
 * An opening text, and below it titles that lead nowhere and stand out less than the headings of the
 * sections that follow (`next`): one essay, and the titles part it. A story of its own would stand as high.
 */
export function withEssay(cut: Cut, next: number): Cut {
	const { before, pieces, after } = cut;
	const opening = before.reduce((n, { text }) => n + countWords(text), 0);
	if (!next || pieces.length < 2 || opening < OPENING) return cut;
	const parts = pieces.every(({ title }) => title && partsText(title, next));
	const leads = ({ lines }: { lines: readonly Line[] }) => lines.some(({ links }) => links.length);
	if (!parts || !leads({ lines: before }) || pieces.every(leads)) return cut;
	const lines = [...before, ...pieces.flatMap((piece) => piece.lines)];
	return { before: [], pieces: [{ title: null, lines }], after };
}

function partsText(title: Line, next: number): boolean {
	return title.level > 0 && !title.links.length && prominence(title) < next;
}
