// Long, because what belongs to the masthead, and what does not, stands in one place.
import { anyOf } from '../words/languages.ts';
import { namesIn } from './byline.ts';
import { countWords, sharedContainers, targetOf, type Line } from './line.ts';
import { findDate } from '../dates.ts';
import { isMeta } from './meta-line.ts';
import { forwardedFrom, isForwarding } from './forwarded.ts';
import { findMasthead, goesOnAfterNumber, namesIssue } from './number.ts';
import { isMenu, isOnline } from './linked-line.ts';
import { footerWords, headingKey, isSectionWord, passedOn, viewOnline } from './words.ts';
import { labelsSponsor } from './sponsor-words.ts';
import { footStart } from './foot.ts';
import { isDeed } from './furniture.ts';
import { logosAbove } from './banner.ts';
import { append } from '../long-lists.ts';

/** A document in its frame: what stands above the issue, the issue, what stands below. */
export type Framed = { head: Line[]; body: Line[]; foot: Line[] };

/** The masthead is looked for in this many lines. */
const HEAD = 14;

/**
 * Takes off the masthead (name, number, date, "view online") and the foot (unsubscribing, law,
 * social networks), which belong to no item.
 */
export function frame(lines: readonly Line[], title: string | null): Framed {
	const end = footStart(lines);
	const head: Line[] = [];
	const body: Line[] = [];
	const foot = lines.slice(end);

	const name = nameplate(lines) ?? onlyTopHeading(lines) ?? stackedTop(lines);
	const online = onlineOf(lines);
	const hasTitles = lines.filter(({ level }) => level > 0 && level <= 3).length >= 3;
	const signedAt = Math.max(bylineAt(lines), toolsAt(lines, title));
	const sub = subtitle(lines, title);
	const passedOn = forwardedFrom(lines);
	let above = true;
	lines.slice(0, end).forEach((line, i) => {
		const next = lines.slice(i + 1, i + 4).find((other) => other.text);
		const masthead =
			line.region === 'nav' ||
			i <= signedAt ||
			i < passedOn ||
			line === sub ||
			(signedAt >= 0 && i <= signedAt + 2 && (isMeta(line.text) || viewOnline.test(line.text))) ||
			(above &&
				signedAt < 0 &&
				i < HEAD + passedOn &&
				(isName(line, title) ||
					(isMasthead(line, next, isFirstOfMany(line, lines) ? null : title, hasTitles) &&
						!isOneOfMany(line, lines)) ||
					line === name ||
					leadsTo(line, online))) ||
			(i < HEAD + passedOn && (isDateline(line) || isOnline(line)));
		if (line.region === 'footer') foot.push(line);
		else if (masthead) head.push(line);
		else {
			// what has words of its own ends the masthead; an image or a lone menu entry does not
			if (line.text && (line.level || countWords(line.text) > 6)) above = false;
			body.push(line);
		}
	});

	const logos = logosAbove(lines.slice(0, HEAD), new Set(head));
	append(head, [...logos]);
	return { head, body: body.filter((line) => !logos.has(line)), foot };
}

/**
 * The only line in the whole that says who wrote it or when, near the top: what stands above it, short
 * words all of it, is the masthead. -1 where stories are signed one by one, or something is told above.
 */
function bylineAt(lines: readonly Line[]): number {
	const at = lines.findIndex((line, i) => isByline(line, lines[i + 1]));
	if (at < 0 || at >= HEAD || !isBrief(lines.slice(0, at))) return -1;
	const { shape } = lines[at]!;
	// below the title of the first story, which looks as those further down do
	const top = lines.slice(0, at).filter(({ text }) => text);
	const over = top.findLast(({ level }) => level > 0);
	const above = over && top[top.indexOf(over) - 1];
	// below the name of a section
	const isHeld = top.some((line) => line.level > 0 && line !== over && isSectionWord(line.text));
	if (over && isHeld) return -1;
	const isStory = above && !above.level && top.some(({ level }) => level > 0 && level < over.level);
	if (isStory && areBelow(over, lines.slice(at), 1)) return -1;
	if (over && isTitleOfMany(over, above, lines.slice(at))) return -1;
	const another = lines.some(
		(line, i) => i > at && line.shape === shape && isByline(line, lines[i + 1])
	);
	return !another && lines.some(({ level }, i) => level > 0 && i > at) ? at : -1;
}

/**
 * The tool bar below the letter's own title near the top ("Read in app", likes, comments): what stands
 * between the two, a subtitle or a name, is the masthead as well. -1 where there is none.
 */
function toolsAt(lines: readonly Line[], title: string | null): number {
	const own = lines.findIndex(
		({ text, level }) => level > 0 && title !== null && sameTitle(text, title)
	);
	if (own < 0 || own >= HEAD) return -1;
	const at = lines.findIndex((line, i) => i > own && isDeed(line));
	if (at < 0 || at > own + 8 || !isBrief(lines.slice(0, at))) return -1;
	return lines.some(({ level }, i) => level > 0 && i > at) ? at : -1;
}

/** How templates call what stands below a title. */
const SUBTITLE =
	/(?:^|[.\s_-])(?:sub-?(?:title|heading)|tagline|standfirst|dek|chapo)(?:$|[.\s_-])/i;

/** A few words right below the letter's own title near the top, with a rule below them or called so by their markup. */
function subtitle(lines: readonly Line[], title: string | null): Line | null {
	if (title === null) return null;
	const own = lines.slice(0, HEAD).findIndex(({ text }) => text && sameTitle(text, title));
	const [below, next] = lines.slice(own + 1);
	if (own < 0 || !below || countWords(below.text) > 20 || below.links.length || below.bullet)
		return null;
	const ruled = own === 0 && next?.ruled && !below.ruled;
	return ruled || SUBTITLE.test(below.shape.split('>').at(-1)!) ? below : null;
}

/** The subject may be the title of the first story: two more of its look stand below; or one, right over a list of links. */
function isFirstOfMany(line: Line, lines: readonly Line[]): boolean {
	const below = lines.slice(lines.indexOf(line) + 1);
	const [next] = below;
	// a menu's entries say less
	const listed = line.level > 0 && next?.bullet && next.links.length && countWords(next.text) >= 3;
	return areBelow(line, below, listed ? 1 : 2);
}

/** Whether lines that look as this one does stand below: titles of stories, of which it is one. */
function areBelow(
	{ level, bold, links, shape }: Line,
	below: readonly Line[],
	least: number
): boolean {
	if (!level && !bold && !links.length) return false;
	return below.filter((line) => line.level === level && line.shape === shape).length >= least;
}

/**
 * Whether a heading is a story's, as those below it are: it and two more of its look lead somewhere, or
 * it stands right under another one, and headings that look as either do come again.
 */
function isTitleOfMany(title: Line, above: Line | undefined, below: readonly Line[]): boolean {
	const linked = below.filter(({ links }) => links.length);
	if (title.links.length && areBelow(title, linked, 2)) return true;
	const isUnder = !!above && above.level > 0 && above.level < title.level;
	return isUnder && areBelow(above, below, 1) && areBelow(title, below, 1);
}

/** "Tide" over a letter that is called "Tide 2025-04-03": its name, and no section's, whatever else looks so. */
function isName({ text, links, level }: Line, title: string | null): boolean {
	if (!title || !level || links.length || !/\d/.test(title) || isSectionWord(text)) return false;
	return headingKey(text) !== '' && headingKey(text) === headingKey(title);
}

/** Whether nothing is told at any length: what a masthead may consist of. */
function isBrief(lines: readonly Line[]): boolean {
	return lines.every(
		({ text }) => countWords(text) <= 20 || passedOn.test(text) || viewOnline.test(text)
	);
}

const SIGNED = new RegExp(`^(?:${anyOf('by')})\\s`, 'i');
const PROFILE = /\/@|\/(?:profile|authors?|auteurs?|users?)\//i;

/** "By Ana Mar • 12 March", or a name that leads to whoever has it. */
function isByline(line: Line, next: Line | undefined): boolean {
	const { text, bullet, links } = line;
	if (bullet || !text || isDeed(line)) return false;
	if (SIGNED.test(text)) return isMeta(text);
	const [link] = links;
	const leads =
		links.length === 1 && (PROFILE.test(targetOf(link!)) || (!!next && isMeta(next.text)));
	return leads && namesIn(text, true).length > 0;
}

/** The address under which the issue itself is read in a browser. */
function onlineOf(lines: readonly Line[]): string | null {
	const links = lines.slice(0, HEAD).flatMap((line) => line.links);
	return links.find((link) => viewOnline.test(link.text))?.url ?? null;
}

/** Whether a line leads to one place and no other. */
function leadsTo({ links }: Line, url: string | null): boolean {
	return links.length > 0 && links.every((link) => link.url === url);
}

/** The publication's name: the first words, in letters larger than any below. */
function nameplate(lines: readonly Line[]): Line | null {
	const first = lines.find(
		(line) => line.text && !isMenu(line) && !viewOnline.test(line.text) && !labelsSponsor(line.text)
	);
	if (!first || countWords(first.text) > 6) return null;
	const rival = lines.some(
		(line) => line !== first && line.size >= first.size && /\p{L}/u.test(line.text)
	);
	return rival ? null : first;
}

/** The only heading of the first level is over the whole. */
function onlyTopHeading(lines: readonly Line[]): Line | null {
	const top = lines.filter((line) => line.level === 1);
	return top.length === 1 && !top[0]!.links.length ? top[0]! : null;
}

/** Of two headings alike at the very top, with nothing told between them, the first is the name of the letter. */
function stackedTop(lines: readonly Line[]): Line | null {
	const firstText = lines.findIndex(({ text }) => countWords(text) >= 12);
	const above = lines.slice(0, Math.min(HEAD, Math.max(0, firstText)));
	const top = above.filter(({ level }) => level > 0);
	// a heading over entries that lead somewhere is a section
	const name = above.findIndex(({ level }) => level > 0);
	const next = above.findIndex(({ level }, i) => i > name && level > 0);
	const [first, ...others] = top.filter(({ links }) => !links.length);
	const alike = others.find(({ level, size }) => level === first!.level && size === first!.size);
	// of stories between the two the first is over them
	const end = alike && first === above[name] ? above.indexOf(alike) : next;
	if (above.slice(name + 1, end).some(({ bullet, links }) => bullet || links.length)) return null;
	return alike && countWords(first!.text) <= 4 ? first! : null;
}

function isMasthead(
	line: Line,
	next: Line | undefined,
	title: string | null,
	hasTitles: boolean
): boolean {
	const { text } = line;
	if (!text) {
		// the picture of the first story is in one box with its words; a logo is in its own
		if (line.links.length) return !next || sharedContainers(line, next) < line.path.length - 3;
		return !line.image || (title !== null && sameTitle(line.image, title));
	}
	if (text.length > 160) return false;
	if (isMenu(line)) return true;
	if (viewOnline.test(text) || (footerWords.test(text) && text.length < 120)) return true;

	if (isForwarding(text)) return true;
	const words = countWords(text);
	// a letter without a title is called by its first heading, which is over its first stories
	if (title && isSectionWord(text) && headingKey(text) === headingKey(title)) return false;
	// the issue's own title, which leads to it on the web, above stories that have theirs
	if (title && line.level && headingKey(text) === headingKey(title) && hasTitles) return true;
	if (line.links.length && line.links.length === 1 && words > 6) return false;
	if (title && words >= 2 && sameTitle(text, title)) return true;
	// "The strike in week 12" in a list of links is a story
	if (line.bullet && line.links.length) return false;
	if ((findMasthead(text) !== null && words <= 12) || namesIssue(text)) return true;
	if (/^(?:by|par) \p{Lu}/iu.test(text) && words <= 6) return true;
	return findDate(text) !== null && words <= 12;
}

/** A heading like others below it that goes on after its number or day is over a story that speaks of one. */
function isOneOfMany({ level, text }: Line, lines: readonly Line[]): boolean {
	const alike = lines.filter((other) => other.level === level);
	if (!level || alike.length < 2 || isDated(text)) return false;
	return countWords(goesOnAfterNumber(text)) >= 2 || isCounted(text, alike);
}

/** "Episode 40: the quay" above "Episode 41: the lock": titles that one word counts, each with what it is about. */
function isCounted(text: string, alike: readonly Line[]): boolean {
	const counted = (title: string) =>
		/^\P{L}*(\p{L}[^\d:–—]{2,20}?)\d{1,5} ?[:–—-] ?\p{L}/u.exec(title)?.[1];
	const word = counted(text);
	return word !== undefined && alike.filter((other) => counted(other.text) === word).length >= 2;
}

/** "Letter no. 12 of 3 March 2025": what goes on is the day. */
function isDated(text: string): boolean {
	return findMasthead(text) !== null && findDate(text) !== null;
}

/** The day of sending on a line of its own, which may stand below the issue's subject. */
function isDateline({ text, links, bullet, level }: Line): boolean {
	return !links.length && !bullet && !level && countWords(text) <= 5 && findDate(text) !== null;
}

function sameTitle(text: string, title: string): boolean {
	const a = headingKey(text);
	const b = headingKey(title);
	return a.length >= 4 && (b.includes(a) || (a.includes(b) && a.length < b.length * 1.6));
}
