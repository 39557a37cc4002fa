import { countWords } from './line.ts';
import { headingKey } from './words.ts';
import type { Line } from './line.ts';

/** Fewer entries than this are no table of contents, and this share of them is announced word by word. */
const ENTRIES = { least: 3, share: 0.6 };

/** A heading of the contents has no more words: "In today's crumb:". */
const HEADING_WORDS = 8;

/**
 * Lines without the list of what comes below, and that list: entries that tell nothing but the titles
 * which stand further down, whatever the letter calls the list, with the heading over it.
 */
export function withoutContents(lines: readonly Line[]): { kept: Line[]; contents: Line[] } {
	const titles = new Map<string, number>();
	lines.forEach((line, i) => {
		if (isTitle(line)) titles.set(headingKey(line.text), i);
	});
	if (titles.size < ENTRIES.least) return { kept: [...lines], contents: [] };

	const half = lines.length * 0.6;
	for (let from = 0; from < half; from++) {
		if (!isEntry(lines[from]!)) continue;
		let end = from + 1;
		while (end < lines.length && isEntry(lines[end]!) && alike(lines[end]!, lines[from]!)) end++;
		const entries = lines.slice(from, end);
		const announced = entries.filter(({ text }) => (titles.get(headingKey(text)) ?? -1) >= end);
		if (announced.length >= ENTRIES.least && announced.length >= entries.length * ENTRIES.share) {
			const above = lines[from - 1];
			if (above && isOver(above, entries)) from--;
			return {
				kept: [...lines.slice(0, from), ...lines.slice(end)],
				contents: lines.slice(from, end)
			};
		}
		from = end - 1;
	}
	return { kept: [...lines], contents: [] };
}

function isTitle({ text, level, bold, bullet }: Line): boolean {
	return (level > 0 || (bold && !bullet)) && countWords(text) >= 2;
}

/** A few words, that lead nowhere but to a place in the letter itself. */
function isEntry({ text, links, level }: Line): boolean {
	const inside = links.every(({ url }) => url.startsWith('#'));
	return inside && !level && countWords(text) >= 1 && countWords(text) <= 25;
}

function alike(one: Line, other: Line): boolean {
	return one.bullet === other.bullet && one.shape === other.shape;
}

function isOver(line: Line, entries: readonly Line[]): boolean {
	if (line.links.length || !line.text || countWords(line.text) > HEADING_WORDS) return false;
	return line.level > 0 || line.bold || /:$/.test(line.text) || line.shape !== entries[0]!.shape;
}
