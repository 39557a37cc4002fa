import { anyOf } from '../words/languages.ts';
import { countWords, isBoxedWith, targetOf, type Line } from './line.ts';
import { bodySize } from './signs.ts';
import { firstWords, withSiblings } from './siblings.ts';
import { isDeed, polls } from './furniture.ts';
import { signatureOf } from './signatures.ts';
import {
	asksToPay,
	farewell,
	footerWords,
	isReadMore,
	passedOn,
	social,
	viewOnline
} from './words.ts';

/** Where the foot begins: at its first telling line in the second half, and what clings to it above. */
export function footStart(lines: readonly Line[]): number {
	const from = Math.floor(lines.length * 0.4);
	const areMany = withSiblings(lines);
	const body = bodySize(lines);
	let start = -1;
	for (let i = from; i < lines.length; i++) {
		const isFoot = tellsFoot(lines[i]!) && !(areMany[i]! && isStory(lines[i]!, body));
		if ((isFoot || endsWithAsking(lines, i)) && !storiesFollow(lines, i)) {
			start = i;
			break;
		}
	}
	if (start < 0) start = lines.length;

	for (;;) {
		while (start > from && clingsToFoot(lines[start - 1]!)) start--;
		// an address or two between the social networks and the law
		let above = start - 1;
		while (above > from && start - above <= 3 && isImprint(lines[above]!)) above--;
		if (start === lines.length || above === start - 1 || above <= from) break;
		const ruled = lines.findLastIndex((line, i) => i > above && i < start && line.ruled);
		if (ruled > 0) {
			start = ruled;
			break;
		}
		if (!clingsToFoot(lines[above]!) || !lines[above]!.links.length) break;
		start = above;
	}
	start = columnsAbove(lines, start, from);
	start = boxedImprint(lines, start, from);
	return farewellBefore(lines, start, from, areMany);
}

/** "Service", "Shop": so many columns with so many short links above the foot are its menu. */
const COLUMNS = { labels: 2, links: 4, words: 2 };

/** Where the foot begins with the columns of a shop's menu, below stories whose titles say more. */
function columnsAbove(lines: readonly Line[], start: number, from: number): number {
	if (start === lines.length) return start;
	const isShort = ({ text, level, bullet, ruled }: Line) =>
		text !== '' && !level && !bullet && !ruled && countWords(text) <= COLUMNS.words;
	let first = start;
	while (first > from && isShort(lines[first - 1]!)) first--;
	const menu = lines.slice(first, start);
	const labels = menu.filter(({ links, bold }) => bold && !links.length);
	const linked = menu.filter((line) => line.links.length > 0);
	return labels.length >= COLUMNS.labels && linked.length >= COLUMNS.links ? first : start;
}

/** Where the foot begins with the name and street above its law, which stand in one box with it. */
function boxedImprint(lines: readonly Line[], start: number, from: number): number {
	const [foot, least] = [lines[start], Math.max(from, start - 4)];
	let first = start;
	while (first > least && lines[first - 1]!.text && isImprint(lines[first - 1]!)) first--;
	const [top, above] = [lines[first], lines[first - 1]];
	const boxed = foot && top && above && isBoxedWith(top, foot, above);
	return boxed ? first : start;
}

/** More words than this below it are a story. */
const FOOT_WORDS = 120;

/** "Was this forwarded to you?", with little between it and what tells the foot. */
function endsWithAsking(lines: readonly Line[], at: number): boolean {
	if (!passedOn.test(lines[at]!.text)) return false;
	let words = 0;
	for (let i = at + 1; i < lines.length && !tellsFoot(lines[i]!); i++)
		words += countWords(lines[i]!.text);
	return words < FOOT_WORDS;
}

/** Headings like those above go on below: a story may speak of unsubscribing too. */
function storiesFollow(lines: readonly Line[], at: number): boolean {
	const heading = ({ level, shape }: Line) => (level > 0 ? `${level} ${shape}` : null);
	const above = new Map<string, number>();
	for (const line of lines.slice(0, at)) {
		const kind = heading(line);
		if (kind) above.set(kind, (above.get(kind) ?? 0) + 1);
	}
	return lines.slice(at + 1).some((line) => {
		const kind = heading(line);
		return (
			kind !== null &&
			(above.get(kind) ?? 0) > 1 &&
			!tellsFoot(line) &&
			!asksToPay(line.text) &&
			!farewell.test(line.text)
		);
	});
}

/** What ends an issue is said in no more words. */
const FAREWELL_WORDS = 60;

/** So many lines may stand between one that ends an issue and the next. */
const FAREWELL = 12;

/** "Did you enjoy this issue?", "Thanks for reading": the end of the issue, if no title follows. */
function farewellBefore(
	lines: readonly Line[],
	end: number,
	from: number,
	areMany: readonly boolean[]
): number {
	let start = end;
	const asked = polls(lines);
	for (let i = end - 1; i >= Math.max(from, start - FAREWELL); i--) {
		if (asked.has(i)) continue;
		const line = lines[i]!;
		const isStory = areMany[i]! && tellsMore(line);
		const isLast = postscript.test(line.text) || countWords(line.text) <= FAREWELL_WORDS;
		if (farewell.test(line.text) && isLast && !isStory) {
			if (storiesFollow(lines.slice(0, end), i)) break;
			start = i;
		} else if ((tellsStory(line) || isStory) && !isDeed(line)) break;
	}
	return start < end ? headingOver(lines, start, from) : start;
}

const NAMES_LETTER = new RegExp(`(?<!\\p{L})(?:${anyOf('issue')})(?!\\p{L})`, 'iu');

/** "The newsletter by and for captains" with nothing below it that leads anywhere: over the end of the issue. */
function headingOver(lines: readonly Line[], start: number, from: number): number {
	const least = Math.max(from, start - 4);
	for (let i = start - 1; i >= least && !lines[i]!.links.length && !lines[i]!.bullet; i--) {
		const { text, level, bold } = lines[i]!;
		if (level || bold) return NAMES_LETTER.test(text) ? i : start;
	}
	return start;
}

/** "P.S.: …": it may be as long as whoever writes it likes. */
const postscript = /^\P{L}*p\.?\s?-?s\b/iu;

/** "Have a nice day, says the robot" in bold, among paragraphs that begin so: more than what ends an issue. */
function tellsMore(line: Line): boolean {
	const { text, level } = line;
	if (level || postscript.test(text) || isReadMore(text) || asksToPay(text)) return false;
	const words = firstWords(line);
	return countWords(words) - countWords(farewell.exec(words)?.[0] ?? '') >= 2;
}

/** Below the last story there may still be who wrote it, in bold and with a heading, and where to share it. */
function tellsStory({ level, bullet, bold, links }: Line): boolean {
	const leads = links.some(
		({ text }) => !isReadMore(text) && !social.test(text) && !asksToPay(text)
	);
	return bullet || ((level > 0 || bold) && leads);
}

const LEAVING = new RegExp(anyOf('leaving'), 'i');

/** All that only the foot says. */
const SAID = new RegExp(
	`(?:\\b\\p{L}{1,3} )?\\p{L}{0,8}(?:${footerWords.source}|${LEAVING.source})[\\p{L}’'-]*`,
	'giu'
);

function tellsFoot({ text, links }: Line): boolean {
	if (text.length > 900) return false;
	return (
		footerWords.test(text) ||
		signatureOf(text) !== null ||
		links.some((link) => LEAVING.test(`${link.text} ${targetOf(link).slice(0, 300)}`))
	);
}

/** More words than this are no title. */
const TITLE_WORDS = 14;

/** "Unsubscribe laws get teeth" among titles: it says more than the foot does, and leads elsewhere. */
function isStory({ text, links, size }: Line, body: number): boolean {
	if (signatureOf(text) !== null) return false;
	// a sentence in letters smaller than stories have
	if (size < body * 0.9 && countWords(text) > TITLE_WORDS) return false;
	if (links.some((link) => LEAVING.test(targetOf(link).slice(0, 300)))) return false;
	const said = text.match(SAID) ?? [];
	return said.length <= 1 && countWords(text.replace(SAID, ' ')) >= 2;
}

/** A short line that leads nowhere: a name, a street, a number of a register. */
function isImprint({ text, links, level, bold, bullet }: Line): boolean {
	return !links.length && !level && !bold && !bullet && countWords(text) <= 14;
}

function clingsToFoot(line: Line): boolean {
	const { text, links } = line;
	if (!text) return links.every((link) => !link.text || social.test(link.text));
	if (viewOnline.test(text)) return true;
	if (links.length)
		return (
			links.every(
				(link) => !link.text || social.test(link.text) || targetOf(link).startsWith('mailto:')
			) && countWords(text) <= 12
		);
	return social.test(text) || /^(?:suivez|follow)/i.test(text) || !/\p{L}{2}/u.test(text);
}
