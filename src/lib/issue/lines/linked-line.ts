import { countWords, type Line } from './line.ts';
import { isCall, isDomain, viewOnline } from './words.ts';

// How a line has its links: as a title, as a menu, as an address behind words.

/** "Publicité : Graines d’Armor" as a title: a word, and the rest of it is the link. */
export function isLabelled({ text, links, level, bold }: Line): boolean {
	const [link] = links;
	if (links.length !== 1 || link!.image || !(level || bold) || link!.end < text.length - 1)
		return false;
	return countWords(link!.text) >= 2 && /^[^:]{2,24}\s?:\s?$/.test(text.slice(0, link!.start));
}

/** "A title: https://…" and nothing behind. */
export function endsInAddress({ text, links }: Line): boolean {
	const [link] = links;
	if (links.length !== 1 || !isDomain(link!.text) || link!.end < text.length - 1) return false;
	const label = text.slice(0, link!.start);
	const words = countWords(label);
	return words >= 2 && words <= 25 && !isCall(label) && !isSentences(label);
}

/** Whether a sentence ends before the text does; "M. Coste" is none. */
export function isSentences(text: string): boolean {
	return /\p{Ll}{2}[.!?]\s+\p{Lu}/u.test(text);
}

/** What a linked line says: all of it, or its first link's words, or those before a bare address. */
export function labelOf({ text, links }: Line): string {
	const first = links[0]!;
	if (isDomain(first.text)) return text.slice(0, first.start) || first.text;
	return links.length === 1 ? text : first.text;
}

/** `latest | archive | about`: several short links with next to nothing between them. */
export function isMenu({ text, links }: Line): boolean {
	if (links.length < 2 || links.length > 15 || text.length > 300) return false;
	if (links.some((link) => countWords(link.text) > 4)) return false;
	const between = links.reduce((rest, link) => rest.replace(link.text, ''), text);
	const separated = /[|•·—–]/.test(between) || (links.length > 2 && /[/,]/.test(between));
	return separated && countWords(between) <= links.length;
}

/** Whether a line begins with the link: before it there is nothing but an emoji, a number, a bracket. */
export function startsWith(line: Line, start: number): boolean {
	const before = line.text.slice(0, start);
	return (before.length <= 8 && !/\p{L}/u.test(before)) || /^\W*\[[^\][]{1,40}\]\s*$/.test(before);
}

/** "View this e-mail in your browser", and no more: a preview of the text may stand above it. */
export function isOnline({ text, links }: Line): boolean {
	return links.length === 1 && countWords(text) <= 8 && viewOnline.test(text);
}

/** Whether a line is set as buttons are: on a colour, or called so by its markup. */
export function isButtonLike({ tinted, shape }: Line): boolean {
	return tinted || /button|btn|\bcta/i.test(shape);
}
