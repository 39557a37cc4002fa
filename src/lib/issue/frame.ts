import { countWords, shared } from './line.ts';
import { findDate } from './dates.ts';
import { findMasthead, goesOnAfterNumber } from './number.ts';
import { isMenu } from './signs.ts';
import { farewell, footerWords, headingKey, isReadMore, social, viewOnline } from './words.ts';
import type { Line } from './line.ts';

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

	const name = nameplate(lines) ?? onlyTopHeading(lines);
	const online = onlineOf(lines);
	let above = true;
	lines.slice(0, end).forEach((line, i) => {
		const next = lines.slice(i + 1, i + 4).find((other) => other.text);
		const masthead =
			line.region === 'nav' ||
			(above &&
				i < HEAD &&
				((isMasthead(line, next, title) && !isOneOfMany(line, lines)) ||
					line === name ||
					leadsTo(line, online))) ||
			(i < HEAD && isDateline(line));
		if (line.region === 'footer') foot.push(line);
		else if (masthead) head.push(line);
		else {
			// what has words of its own ends the masthead; an image or a lone menu entry does not
			if (line.text && (line.level || countWords(line.text) > 6)) above = false;
			body.push(line);
		}
	});

	return { head, body, foot };
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
	const first = lines.find((line) => line.text && !isMenu(line) && !viewOnline.test(line.text));
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

/** What a mail program writes above a message that somebody passes on. */
const forwarded =
	/^[-–—\s]*(?:(?:forwarded|original) message|message (?:transféré|d(?:'|’)origine|transmis)|begin forwarded message|début du message)|^(?:from|sent|date|subject|to|cc|reply-to|de|envoyé|objet|sujet|à|répondre à)\s?:\s\S/i;

function isMasthead(line: Line, next: Line | undefined, title: string | null): boolean {
	const { text } = line;
	if (!text) {
		// the picture of the first story is in one box with its words; a logo is in its own
		if (line.links.length) return !next || shared(line, next) < line.path.length - 3;
		return !line.image || (title !== null && sameTitle(line.image, title));
	}
	if (text.length > 160) return false;
	if (isMenu(line)) return true;
	if (viewOnline.test(text) || (footerWords.test(text) && text.length < 120)) return true;

	if (forwarded.test(text)) return true;
	const words = countWords(text);
	if (line.links.length && line.links.length === 1 && words > 6) return false;
	if (title && words >= 2 && sameTitle(text, title)) return true;
	if (findMasthead(text) !== null && words <= 12) return true;
	if (/^(?:by|par) \p{Lu}/iu.test(text) && words <= 6) return true;
	return findDate(text) !== null && words <= 12;
}

/** A heading like others below it that goes on after its number or day is over a story that speaks of one. */
function isOneOfMany({ level, text }: Line, lines: readonly Line[]): boolean {
	const alike = lines.filter((other) => other.level === level).length;
	return level > 0 && alike > 1 && countWords(goesOnAfterNumber(text)) >= 2 && !isDated(text);
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

/** Where the foot begins: at its first telling line in the second half, and what clings to it above. */
function footStart(lines: readonly Line[]): number {
	const from = Math.floor(lines.length * 0.4);
	let start = -1;
	for (let i = from; i < lines.length; i++) {
		if (tellsFoot(lines[i]!) && !storiesFollow(lines, i)) {
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
	return farewellBefore(lines, start, Math.max(from, start - 12));
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
			kind !== null && (above.get(kind) ?? 0) > 1 && !tellsFoot(line) && !farewell.test(line.text)
		);
	});
}

/** "Did you enjoy this issue?", "Thanks for reading": the end of the issue, if no title follows. */
function farewellBefore(lines: readonly Line[], end: number, from: number): number {
	let start = end;
	for (let i = end - 1; i >= from; i--) {
		const line = lines[i]!;
		if (farewell.test(line.text) && countWords(line.text) <= 40) start = i;
		else if (tellsStory(line)) break;
	}
	return start;
}

/** Below the last story there may still be who wrote it, in bold and with a heading, and where to share it. */
function tellsStory({ level, bullet, bold, links }: Line): boolean {
	const leads = links.some(({ text }) => !isReadMore(text) && !social.test(text));
	return bullet || ((level > 0 || bold) && leads);
}

function tellsFoot({ text, links }: Line): boolean {
	if (text.length > 900) return false;
	return (
		footerWords.test(text) ||
		links.some(({ url, text: words }) =>
			/unsubscribe|d[ée]sinscri|d[ée]sabonn|optout|opt-out/i.test(`${words} ${url.slice(0, 300)}`)
		)
	);
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
				(link) => !link.text || social.test(link.text) || link.url.startsWith('mailto:')
			) && countWords(text) <= 12
		);
	return social.test(text) || /^(?:suivez|follow)/i.test(text) || !/\p{L}{2}/u.test(text);
}
