import { callsAgain } from './again.ts';
import { isAction } from './furniture.ts';
import { countWords, targetOf, wordCount, type Line } from './line.ts';
import { footStart } from './foot.ts';
import { isReadMore, social } from './words.ts';

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
	const body = lines.slice(0, footStart(lines));
	if (wordCount(body) > said && !areTitles(pictures, body)) return lines;

	const drawn = new Set(pictures);
	return lines.map((line) => (drawn.has(line) ? inWords(line) : line));
}

/**
 * Whether pictures are the titles of what stands below them: each has a text without a title of its own,
 * and a call that leads where it does.
 */
function areTitles(pictures: readonly Line[], body: readonly Line[]): boolean {
	const calls = callsAgain(body);
	const places = new Map(body.map((line, i) => [line, i]));
	const at = (picture: Line) => places.get(picture) ?? -1;
	return pictures.every((picture, n) => {
		const next = pictures[n + 1];
		const end = next ? at(next) : body.length;
		const below = body.slice(at(picture) + 1, end).filter(({ text }) => text);
		const own = below.filter((line) => !isReadMore(line.text) && !calls.has(line));
		const titled = own.some(
			({ level, bold, lead, links }) => level || bold || lead || links.length
		);
		const url = picture.links[0]!.url;
		const called = below.some(({ links }) => links.some((link) => link.url === url));
		return own.length > 0 && !titled && called;
	});
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
