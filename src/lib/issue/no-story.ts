import { asksForHelp } from './lines/asking.ts';
import { countWords, wordCount, type Line } from './lines/line.ts';
import { labelsSponsor } from './lines/sponsor-words.ts';
import {
	asksToPay,
	greetsAhead,
	isGreeting,
	isHouse,
	isTableOfContents,
	presentsItself
} from './lines/words.ts';
import type { Piece } from './cut.ts';

// What a piece of a letter has to tell to be an item.

/** Fewer words than this above the first item are no editorial; where they greet, or have no link, more. */
const EDITORIAL_WORDS = { linked: 30, greeting: 50, plain: 100 };

/** A card at the very top, and the greeting below it: two pieces. */
export function atGreeting(piece: Piece): Piece[] {
	const { title, lines } = piece;
	const at = title
		? -1
		: lines.findIndex(({ text }, i) => i > 0 && isGreeting(text) && countWords(text) >= 5);
	const card = lines.slice(0, Math.max(0, at));
	const tells = card.some(({ text }) => countWords(text) >= 12);
	if (!tells || !card.some(({ links }) => links.some(({ image }) => !image))) return [piece];
	return [
		{ title, lines: card },
		{ title, lines: lines.slice(at) }
	];
}

/** Whether a piece without a title begins as letters greet. */
export function greets({ title, lines }: Piece): boolean {
	return !title && isGreeting(lines.find((line) => line.text)?.text ?? '');
}

/** Whether lines are told at such length that they are an item; among stories that lead somewhere they have to. */
export function isEditorial(lines: readonly Line[], among = false): boolean {
	const linked = lines.some((line) => line.links.some((link) => !link.image));
	if (among && !linked) return false;
	const own = lines.filter((line) => !line.italic);
	const told = own.filter(({ text }) => text && !labelsSponsor(text));
	const greets = isGreeting(told[0]?.text ?? '');
	if (greetsAhead(told[0]?.text ?? '')) return false;
	const { plain, greeting } = EDITORIAL_WORDS;
	return wordCount(told) >= (linked ? (greets ? greeting : EDITORIAL_WORDS.linked) : plain);
}

/** The first paragraphs as one text: a letter says who it is in one or two. */
function opening(lines: readonly Line[]): string {
	const texts = lines.filter(({ text }) => text).map(({ text }) => text);
	return texts.slice(0, 2).join(' ');
}

/**
 * Whether a piece tells nothing of its own.
 *
 * @param greeting whether it stands where letters greet
 * @param linked whether what stands elsewhere leads somewhere
 */
export function isNoStory(piece: Piece, greeting: boolean, linked: boolean): boolean {
	const { title, lines } = piece;
	if (!lines.some((line) => line.text || line.image)) return true;
	if (lines.some(({ text }) => asksForHelp(text))) return true;
	if (greeting && !title && presentsItself(opening(lines))) return true;
	// "Good morning." in bold is no title
	if (greeting && (!title || title.lead > 0) && !isEditorial(lines, linked)) return true;
	if (!title)
		return lines.every((line) => !line.text || (line.links.length && asksToPay(line.text)));
	const leads = lines.some((line) => line.links.length);
	if (!leads && labelsSponsor(title.text)) return true;
	if (isTableOfContents(title.text)) return true;
	return title.links.length ? asksToPay(title.text) : isHouse(title.text);
}
