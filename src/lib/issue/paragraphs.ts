import { anyOf } from './words/languages.ts';
import { append } from './long-lists.ts';
import { countWords, wordCount, type Line } from './lines/line.ts';
import { isDomain, isReadMore } from './lines/words.ts';
import type { PartCut } from './cut.ts';

/** "Photographs of wells. Link", "“Polish it daily.” – @kim": words, and at their end where they are from. */
function endsInLink({ text, links }: Line): boolean {
	const last = links.at(-1);
	if (!last || last.end < text.length - 1 || last.start === 0) return false;
	const isBrief = isDomain(last.text) || countWords(last.text) <= 2;
	return isReadMore(last.text) || (links.length === 1 && isBrief);
}

const beside = new RegExp(`^\\W*(?:${anyOf('beside')})(?!\\p{L})`, 'iu');

/** "Thanks to Ola for the suggestion", "Please send yours": of the paragraph above. */
function goesOn({ text }: Line): boolean {
	return beside.test(text);
}

/** Whether a paragraph, with what is quoted below it, is short and leads somewhere. */
function tellsOne(lines: readonly Line[]): boolean {
	return wordCount(lines) <= 80 && lines.some(({ links }) => links.length);
}

/** Without any title: parts between rules, paragraphs that each have a link, or all as one. */
export function byRulesOrParagraphs(lines: readonly Line[]): PartCut {
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

	// words that are quoted belong to whoever is said to say them, thanks to what they are for
	const paragraphs: Line[][] = [];
	const pictures: Line[] = [];
	for (const line of lines) {
		if (!line.text) pictures.push(line);
		else {
			const own = pictures.splice(0);
			own.push(line);
			if ((line.quote || goesOn(line)) && paragraphs.length) append(paragraphs.at(-1)!, own);
			else paragraphs.push(own);
		}
	}
	// a picture stands above its words, or below the last
	append(paragraphs.at(-1) ?? [], pictures);
	const each = paragraphs.filter((lines) => tellsOne(lines)).length;
	const called = full.filter(endsInLink).length;
	const many = paragraphs.length >= 3 || (paragraphs.length === 2 && full.length > 2);
	if ((many && each === paragraphs.length) || (full.length >= 2 && called === full.length)) {
		return {
			before: [],
			pieces: paragraphs.map((own) => ({ title: null, lines: own })),
			after: []
		};
	}

	// pictures alone tell nothing, and lead somewhere
	if (!full.length) return { before: [...lines], pieces: [], after: [] };
	return { before: [], pieces: [{ title: null, lines: [...lines] }], after: [] };
}
