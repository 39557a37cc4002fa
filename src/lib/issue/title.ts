import { countWords, linkedShare } from './line.ts';
import { bareTitle } from './signs.ts';
import { isReadMore } from './words.ts';
import type { Line } from './line.ts';
import type { Piece } from './cut.ts';

/** The title of a piece: its title line without what trails it, else its first sentence. */
export function titleOf({ title, lines }: Piece): string {
	if (title) return bareTitle(titleText(title));

	const linked = lines
		.flatMap((line) => line.links)
		.find(
			(link) =>
				!link.image &&
				countWords(link.text) >= 4 &&
				!isReadMore(link.text) &&
				!/^https?:/.test(link.text)
		);
	const text = lines
		.map((line) => line.text)
		.filter((words) => words && !/^https?:\S+$/.test(words));
	const image = lines.find((line) => line.image)?.image;
	if (lines.length === 1 && linked && countWords(linked.text) >= countWords(text[0] ?? '') * 0.4)
		return bareTitle(linked.text);
	const asks = text.find((words) => words.endsWith(':') && countWords(words) > 3);
	return bareTitle(
		asks ? lastSentence(asks) : firstSentence(text[0] ?? linked?.text ?? image ?? '')
	);
}

function titleText(line: Line): string {
	const { text, links, lead } = line;
	const first = links[0];

	if (first && !first.image && first.text && text.slice(0, first.start).length <= 8) {
		const rest = text.slice(first.end).replace(/^["”’»)\]]+/, '');
		const ends = /^\s*(?:$|[-–—:|.,([{•·/]|by\b|par\b|via\b)/i.test(rest);
		if (linkedShare(line) >= 0.6 && !line.bullet)
			return line.links.length === 1 ? text : first.text;
		if (ends || (!line.bullet && !line.bold)) return first.text;
	}
	if (lead && !line.level) return text.slice(0, lead).replace(/\s*[.:–—-]+\s*$/, '');
	if (line.level || line.bold || countWords(text) <= 14) return text.replace(/\s*:$/, '');
	if (
		line.bullet &&
		first &&
		first.start > 3 &&
		/\s*[<(]?$/.test(text.slice(0, first.start)) &&
		first.start < 100 &&
		/^https?:/.test(first.text)
	)
		return text.slice(0, first.start);
	return firstSentence(text);
}

function firstSentence(text: string): string {
	const end = /[.!?…](?:["»”)]*)\s+(?=["«“(]?[\p{Lu}\d])/u.exec(text.slice(8));
	const sentence = end ? text.slice(0, 8 + end.index + 1) : text;
	return sentence.length <= 140 ? sentence : `${sentence.slice(0, 137).replace(/\s+\S*$/, '')}…`;
}

function lastSentence(text: string): string {
	const parts = text.split(/(?<=[.!?…])\s+(?=\p{Lu})/u);
	return parts.at(-1)!.replace(/\s*:$/, '');
}
