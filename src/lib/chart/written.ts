import { fontOf } from './font.ts';

/** What can measure words: the context of a canvas. */
export type Measure = Pick<CanvasRenderingContext2D, 'measureText'> & { font: string };

/** Fewer letters than that before an ellipsis name nothing. */
const LEAST = 3;

/**
 * A text in the room there is, in pixels: whole, or cut between letters with an ellipsis, or null
 * where hardly a letter would be left.
 */
export function fitted(
	context: Measure,
	text: string,
	{ room, bold = false }: { room: number; bold?: boolean }
): string | null {
	context.font = fontOf(bold);
	const width = (words: string) => context.measureText(words).width;
	if (width(text) <= room) return text;

	const letters = [...text];
	let [fits, least] = [0, letters.length];
	while (fits < least) {
		const half = Math.ceil((fits + least) / 2);
		if (width(cut(letters, half)) <= room) fits = half;
		else least = half - 1;
	}
	return fits < LEAST ? null : cut(letters, fits);
}

/**
 * A text on one line, or on two that break between its words, the second cut where it is longer still:
 * names that begin alike are told apart.
 */
export function fittedLines(
	context: Measure,
	text: string,
	{ room, bold = false }: { room: number; bold?: boolean }
): string[] {
	context.font = fontOf(bold);
	const isWithin = (words: readonly string[]) => context.measureText(words.join(' ')).width <= room;
	const words = text.split(' ');
	const over = words.findIndex((_, i) => !isWithin(words.slice(0, i + 1)));
	// where not even the first word has room, its letters are cut
	const first = over === -1 ? words.length : over;
	const lines = [words.slice(0, first), words.slice(first)].filter(({ length }) => length > 0);
	return lines.map((line) => fitted(context, line.join(' '), { room, bold }) ?? '');
}

const cut = (letters: readonly string[], at: number) =>
	`${letters.slice(0, at).join('').trimEnd()}…`;
