import { smallest } from '../long-lists.ts';
import { countWords } from './line.ts';
import { isReadMore } from './words.ts';
import type { Signed } from './signs.ts';

/** What stands between a heading and the next. */
export type HeadingView = {
	/** a heading of another look comes right below */
	stacked: boolean;
	/** what comes below, images and dates left out */
	next: Signed | undefined;
	/** whether that begins an item */
	begun: boolean;
	/** how many lines begin an item */
	units: number;
	/** each paragraph is an item: said of several headings of one look or of none */
	noted?: boolean;
};

/** As many lines below a heading say what it is over; a document that has none is looked through once. */
const MOST_BELOW = 1000;

type Begins = (i: number) => boolean;

/** Looks down from the heading at `i` to the next line that is one. */
export function viewFrom(
	signed: readonly Signed[],
	i: number,
	isStop: (i: number) => boolean,
	begins: Begins = (at) => beginsItem(signed[at]!)
): HeadingView {
	let next = i + 1;
	while (next < signed.length && passed(signed[next]!)) next++;

	const after = signed[next];
	const stacked = !!after && isStop(next) && after.look !== signed[i]!.look;
	let [units, calls] = [0, 0];
	const below: Signed[] = [];
	const end = Math.min(signed.length, i + 1 + MOST_BELOW);
	for (let j = i + 1; j < end && !isStop(j); j++) {
		below.push(signed[j]!);
		if (begins(j)) units++;
		else if (endsInCall(signed[j]!)) calls++;
	}
	units -= inLists(below);
	// several paragraphs that each end with where to go are a story each
	if (!units && calls >= 2) return { stacked, next: after, begun: true, units: calls };
	const each = units || countWords(signed[i]!.line.text) > NAME_WORDS ? 0 : notes(below);
	if (each) return { stacked, next: after, begun: true, units: each, noted: true };

	return { stacked, next: after, begun: !!after && begins(next), units };
}

/** Views of headings alike: paragraphs below one of them alone may as well tell its story. */
export function alike(views: readonly HeadingView[]): readonly HeadingView[] {
	if (views.filter(({ noted }) => noted).length >= 2) return views;
	return views.map((view) => (view.noted ? { ...view, begun: false, units: 0 } : view));
}

/** A section's name has no more words; a story's title has more. */
const NAME_WORDS = 4;

/** What is noted of one thing in a sentence or two has no more words. */
const NOTE_WORDS = 60;

/** How many paragraphs there are where each notes one thing, with where it is, in three and more; else 0. */
function notes(below: readonly Signed[]): number {
	const full = below.filter(({ line }) => line.text);
	const isNote = ({ sign, line: { text, links, bullet, quote } }: Signed) =>
		sign === null &&
		!bullet &&
		!quote &&
		links.some(({ image }) => !image) &&
		countWords(text) <= NOTE_WORDS;
	return full.length >= 3 && full.every(isNote) ? full.length : 0;
}

/** How many entries lead somewhere in lists of which most do not: points of a text, some with a link. */
function inLists(signed: readonly Signed[]): number {
	const entries = signed.filter(({ line, inner }) => line.bullet && !inner);
	const top = smallest(
		entries.map(({ line }) => line.depth),
		Infinity
	);
	const all = entries.filter(({ line }) => line.depth === top);
	const leading = all.filter((one) => one.line.links.length > 0);
	const plain = all.length - leading.length;
	return plain > leading.length && leading.every(({ sign }) => sign === null) ? leading.length : 0;
}

/** "Saturday, 10 a.m.: the banks are cleaned. Sign up": a paragraph whose last words lead on. */
function endsInCall({ sign, line: { text, links } }: Signed): boolean {
	if (sign !== null || links.length !== 1) return false;
	const link = links[0]!;
	if (link.image) return false;
	// where it stands is told at once, what it says is not: long lists have many that do not end so
	return link.start > 20 && link.end >= text.length - 2 && isReadMore(link.text);
}

/** How surely a heading is over items, 0..1: a paragraph that begins with a link is a weak sign. */
export function holdsItems({ stacked, next, begun, units }: HeadingView): number {
	if (stacked || units >= 2) return 1;
	if (!next || !begun) return 0;
	return next.sign === 'runIn' && !next.line.bullet && !next.line.lead ? 0.4 : 1;
}

/** The place of the first line with words below another. */
export function belowPictures(signed: readonly Signed[], i: number): number {
	let next = i + 1;
	while (next < signed.length && !signed[next]!.line.text) next++;
	return next;
}

/** Images, emoji and dates between a heading and what it is over. */
function passed({ line, sign }: Signed): boolean {
	return sign !== 'banner' && (!line.text || (!sign && !/\p{L}/u.test(line.text)));
}

/**
 * What begins an item in this document: where no words are a link, as in a text with its addresses in
 * sight, also a short line over a longer one.
 */
export function beginsIn(signed: readonly Signed[]): Begins {
	const linked = signed.some(({ line }) =>
		line.links.some(({ text }) => !/^https?:\/\//.test(text))
	);
	return (i) => beginsItem(signed[i]!) || (!linked && isOverText(signed, i));
}

/** Whether a line is short and unmarked, and over a sentence or something longer. */
export function isOverText(signed: readonly Signed[], i: number): boolean {
	const { line, sign } = signed[i]!;
	const below = signed[i + 1]?.line.text;
	if (sign !== 'weak' || !below || /^\p{Ll}/u.test(below)) return false;
	return countWords(below) > countWords(line.text) || /[.…]$/.test(below);
}

/** Whether a line is a title, under which a story or several stand. */
export function isHeading({ sign }: Pick<Signed, 'sign'>): boolean {
	return sign === 'heading' || sign === 'parent';
}

/** Whether a line begins an item by its look: a linked title, bold or linked first words, a list entry. */
export function beginsItem({ sign, line, inner }: Signed): boolean {
	if (inner) return false;
	return (
		sign === 'linked' ||
		sign === 'runIn' ||
		sign === 'boldLead' ||
		(line.bullet && line.links.length > 0)
	);
}
