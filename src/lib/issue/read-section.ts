// Long, because what becomes of each line of a section stands in one place.
import { append } from './long-lists.ts';
import { bylineOf } from './lines/byline.ts';
import { sponsorIn } from './apart.ts';
import { cut, type PartCut, type Piece } from './cut.ts';
import { byRulesOrParagraphs } from './paragraphs.ts';
import {
	countWords,
	linkedShare,
	targetOf,
	wordCount,
	type Line,
	type LineLink
} from './lines/line.ts';
import { unwrap } from '#lib/url/unwrap.ts';
import { isPaidLink, itemRole, linkRole, otherRole, pageKey } from './roles.ts';
import { wordsOf, type SectionLines } from './outline.ts';
import { isAction } from './lines/furniture.ts';
import { bareTitle, type Signed } from './lines/signs.ts';
import { afterTitle, pieceTitle } from './title.ts';
import {
	isEditorialHeading,
	isDomain,
	isHouse,
	isReadMore,
	isTableOfContents,
	presentsItself
} from './lines/words.ts';
import { marksSponsor } from './lines/sponsor-words.ts';
import { editorialIn, withEssay } from './essay.ts';
import { atGreeting, greets, isEditorial, isNoStory } from './no-story.ts';
import type { Item, ItemFormat, ItemLink, OtherLink, Section } from './source/document.ts';

/** As many words in an only item make it the story of its section. */
const LEAD_WORDS = 60;

/** A sponsor that is thanked in fewer words above the first story is no item. */
const SPONSOR_WORDS = 6;

/** As much of an item's words as is kept. */
const TEXT = 2000;

/** Where a part stands: the first may be an editorial or a menu, the last a farewell. */
type Place = {
	first: boolean;
	last: boolean;
	/** a lesser heading follows, so that this one is over the next */
	above: boolean;
	/** what stands elsewhere leads somewhere */
	linked: boolean;
	/** how much the next section's heading stands out; 0 where there is none */
	next: number;
};

/** Reads a part as a section, or as nothing but links that belong to no item. */
export function readSection(
	part: SectionLines,
	place: Place
): { section: Section | null; other: OtherLink[]; pieces: Piece[] } {
	const title = part.heading ? sectionTitle(wordsOf(part.heading)) : null;
	const lines = part.lines.map(({ line }) => line);
	const other = part.heading ? otherLinks(part.heading) : [];
	const leaveOut = (more: readonly Line[], inFoot = false) => {
		append(
			other,
			more.flatMap((line) => otherLinks(line, inFoot))
		);
	};

	const house = title && isHouse(title) && !isEditorialHeading(title) && !marksSponsor(title);
	const contents = title && isTableOfContents(title) ? contentsIn(part.lines) : 0;
	if (house || contents === lines.length) {
		leaveOut(lines);
		return { section: null, other, pieces: [] };
	}
	if (contents) {
		leaveOut(lines.slice(0, contents));
		const rest = readSection({ heading: null, lines: part.lines.slice(contents) }, place);
		return { ...rest, other: [...other, ...rest.other] };
	}

	const { before, pieces, after } = cutOf(part, place, title);
	// "All times are local": said of what the lesser headings below hold
	if (title && place.above && !lines.some((line) => line.links.length)) {
		return { section: null, other, pieces: [] };
	}
	const above = place.first && !title;
	if (above && !place.last && pieces.length && pieces.every(isMenuEntry)) {
		leaveOut(lines, true);
		return { section: null, other, pieces: [] };
	}

	const items: Item[] = [];
	const kept: Piece[] = [];
	const take = (taken: Piece, format: ItemFormat) => {
		const piece = withoutShares(taken, other);
		kept.push(piece);
		items.push(itemOf(piece, title, format));
	};
	const linked = pieces.some(({ lines }) => lines.some((line) => line.links.length));
	if (above && pieces.length && isEditorial(before, linked) && !presentsItself(before[0]!.text)) {
		take({ title: null, lines: before }, 'editorial');
	} else if (title && tellsStory(before) && pieces[0] && isPaid(pieces[0])) {
		// an advertisement below a story told in sentences
		const told = byRulesOrParagraphs(before);
		for (const piece of told.pieces) take(piece, formatOf(piece, title, false, false));
		leaveOut([...told.before, ...told.after]);
	} else leaveOut(before);

	for (const piece of pieces) {
		const alone = pieces.length === 1;
		// below a story that has no title one alone is an advertisement
		const greeting = above && ((alone && !items.length) || greets(piece));
		if (isNoStory(piece, greeting, place.linked)) {
			const [rest, paid] = above ? greetingAndSponsor(piece) : [piece.lines, []];
			for (const one of paid) take(one, 'brief');
			leaveOut(rest);
		} else take(piece, formatOf(piece, title, above && !items.length, alone));
	}

	leaveOut(after);
	return { section: items.length ? { title, items: uncounted(items) } : null, other, pieces: kept };
}

/** "1 Harbours reopen", "2 A bridge too low", to the last: numbers that only count are of no title. */
function uncounted(items: Item[]): Item[] {
	const counts = items.every(
		({ title }, i) => title.startsWith(`${i + 1} `) && /^\d+ \P{Ll}/u.test(title)
	);
	if (items.length < 3 || !counts) return items;
	return items.map((item) => ({ ...item, title: item.title.replace(/^\d+ /, '') }));
}

function cutOf({ heading, lines }: SectionLines, place: Place, title: string | null): PartCut {
	if (isEditorialHeading(title ?? '')) return editorialIn(lines, samePage);
	const opens = title === null && place.first;
	const own = withEssay(cut(lines, samePage), {
		heading,
		next: opens ? place.next : 0,
		alone: opens && place.last
	});
	return opens ? { ...own, pieces: own.pieces.flatMap(atGreeting) } : own;
}

/** "Thanks to Lark for sponsoring this week's issue", below the greeting; "Together with Lark" says no more than who. */
function greetingAndSponsor(piece: Piece): [rest: readonly Line[], paid: Piece[]] {
	if (piece.title) return [piece.lines, []];
	const [rest, paid] = sponsorIn(piece.lines);
	return paid.some(({ lines }) => countWords(lines[0]!.text) >= SPONSOR_WORDS)
		? [rest, paid]
		: [piece.lines, []];
}

/** "Read on", and beside it "Share": what shares a story leads nowhere in it, and goes to the `other` links. */
function withoutShares(piece: Piece, other: OtherLink[]): Piece {
	const isShare = (link: LineLink) => isAction(targetOf(link));
	const shares = piece.lines.flatMap(({ links }) => links.filter(isShare));
	if (!shares.length) return piece;
	append(other, otherLinks({ links: shares }, true));
	const lines = piece.lines.map((line) => ({
		...line,
		links: line.links.filter((link) => !isShare(link))
	}));
	return { title: piece.title && (lines[piece.lines.indexOf(piece.title)] ?? piece.title), lines };
}

/** How many lines are the contents that their heading announced: its list, or else all. */
function contentsIn(lines: readonly Signed[]): number {
	const end = lines.findIndex(({ line }) => line.text && !line.depth);
	return end > 0 ? end : lines.length;
}

function tellsStory(lines: readonly Line[]): boolean {
	return lines.some(
		({ text, links }) => countWords(text) >= 12 && links.some(({ image }) => !image)
	);
}

function isPaid(piece: Piece): boolean {
	return itemRole(null, pieceTitle(piece), piece.lines) === 'sponsor';
}

function sectionTitle(text: string): string {
	return bareTitle(text).replace(/\s?:$/, '');
}

function formatOf(
	piece: Piece,
	heading: string | null,
	above: boolean,
	alone: boolean
): ItemFormat {
	const essay = (heading !== null && isEditorialHeading(heading)) || above;
	if (alone && essay && !piece.title?.links.length) return 'editorial';
	return alone && wordCount(piece.lines) >= LEAD_WORDS ? 'lead' : 'brief';
}

/** A few words under a link and no more: above the first heading that is a menu. */
function isMenuEntry({ title, lines }: Piece): boolean {
	return !title?.level && wordCount(lines) <= 6;
}

function itemOf(piece: Piece, heading: string | null, format: ItemFormat): Item {
	const title = pieceTitle(piece);
	const said = itemRole(heading, title, piece.lines);
	const role = said === 'editorial' && isPaidWhole(piece) ? 'sponsor' : said;
	const links = new Map<string, ItemLink>();

	for (const line of piece.lines) {
		for (const link of line.links) {
			const known = links.get(link.url);
			if (known) known.text ||= link.text;
			else if (link.url) links.set(link.url, itemLink(link, line, role));
		}
	}

	const text = piece.lines
		.map((line) => (line === piece.title ? afterTitle(line, title) : line.text))
		.filter((words) => words && !isReadMore(words) && !isDomain(words))
		.join('\n');

	const authors = role === 'editorial' ? bylineOf(piece.lines, piece.title) : [];
	return { title, role, format, text: text.slice(0, TEXT), links: [...links.values()], authors };
}

/** Whether all links of an item say that somebody paid for them. */
function isPaidWhole({ lines }: Piece): boolean {
	const links = lines.flatMap((line) => line.links.filter(({ url }) => url));
	return links.length > 0 && links.every((link) => isPaidLink(targetOf(link)));
}

function itemLink(link: LineLink, line: Line, role: Item['role']): ItemLink {
	const target = targetOf(link);
	const other = linkRole(link, target, line, role);
	const read = { url: link.url, target, text: link.text };
	return other ? { ...read, role: other } : read;
}

/** The links of a line that belong to no item. */
export function otherLinks(line: Pick<Line, 'links'>, inFoot = false): OtherLink[] {
	return line.links
		.filter((link) => link.url)
		.map((link) => ({
			url: link.url,
			target: targetOf(link),
			text: link.text,
			role: otherRole(targetOf(link), link.text, inFoot)
		}));
}

function samePage(a: Line, b: Line): boolean {
	// one link around a whole box, though it lead to a bare host: a sealed link is known by its service alone
	const [first] = a.links;
	if (first && first.url === b.links[0]?.url && linkedShare(b) >= 0.9 && !unwrap(first.url).opaque)
		return true;
	const pages = new Set(pagesOf(a));
	return pagesOf(b).some((page) => pages.has(page));
}

/** The first pages that a line leads to: a title's, and a few more. */
function pagesOf(line: Line): string[] {
	const pages = line.links.slice(0, 3).map((link) => pageKey(targetOf(link)));
	return pages.filter((page) => page !== null);
}
