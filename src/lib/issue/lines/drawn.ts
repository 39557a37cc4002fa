import { isAction } from './furniture.ts';
import { countWords, targetOf, wordCount, type Line } from './line.ts';
import { footStart } from './foot.ts';
import { social } from './words.ts';

/** The words of a picture that tell a story, and how many such pictures make a letter. */
const TELLING = { words: 3, pictures: 2 };

/**
 * Lines of a letter that is drawn, its pictures with what they are described by as their words: one whose
 * linked pictures say more than all it says in letters. Others are as they were.
 */
export function withDrawnWords(lines: readonly Line[]): readonly Line[] {
	const pictures = lines.filter(tells);
	if (pictures.length < TELLING.pictures) return lines;
	const said = pictures.reduce((n, { image }) => n + countWords(image!), 0);
	if (wordCount(lines.slice(0, footStart(lines))) > said) return lines;

	const drawn = new Set(pictures);
	return lines.map((line) => (drawn.has(line) ? inWords(line) : line));
}

/** Whether a line is one linked picture, described by more than a network's or a service's name. */
function tells({ text, image, links }: Line): boolean {
	const [link, ...others] = links;
	if (text || !image || !link || others.length || isAction(targetOf(link))) return false;
	return countWords(image) >= TELLING.words && !social.test(image);
}

function inWords(line: Line): Line {
	const text = line.image!;
	const links = line.links.map((link) => ({
		...link,
		text,
		start: 0,
		end: text.length,
		image: false
	}));
	return { ...line, text, links, image: null };
}
