import { countWords } from './lines/line.ts';
import { prominence } from './lines/prominence.ts';
import type { Cut } from './cut.ts';
import type { Line } from './lines/line.ts';

/** An essay opens with so many words before its first sub-heading; below a section's heading it may be what introduces stories. */
const OPENING = { first: 25, headed: 60 };

/**
 * An opening text, and below it titles that lead nowhere and stand out less than the headings of the
 * sections that follow (`next`), or than their own section's: one essay, and the titles part it. A story of its own would stand as high.
 */
export function withEssay(cut: Cut, next: number, heading: Line | null): Cut {
	const { before, pieces, after } = cut;
	const opening = before.reduce((n, { text }) => n + countWords(text), 0);
	const above = heading ? prominence(heading) : next;
	if (!above || pieces.length < 2 || opening < (heading ? OPENING.headed : OPENING.first))
		return cut;
	const parts = pieces.every(({ title }) => title && partsText(title, above, heading !== null));
	const leads = ({ lines }: { lines: readonly Line[] }) => lines.some(({ links }) => links.length);
	const leading = pieces.filter(leads).length;
	if (!parts || !leads({ lines: before }) || leading === pieces.length) return cut;
	if (heading && leading > pieces.length * 0.4) return cut;
	const lines = [...before, ...pieces.flatMap((piece) => piece.lines)];
	return { before: [], pieces: [{ title: null, lines }], after };
}

function partsText(title: Line, above: number, headed: boolean): boolean {
	return (headed || title.level > 0) && !title.links.length && prominence(title) < above;
}
