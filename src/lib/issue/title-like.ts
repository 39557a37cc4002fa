import { countWords } from './lines/line.ts';
import { isMeta } from './lines/meta-line.ts';
import { prominence } from './lines/prominence.ts';
import { isReadMore } from './lines/words.ts';
import { belowPictures, isHeading, type HeadingView } from './lines/view.ts';
import type { Signed } from './lines/signs.ts';

// Headings that are the title of one story, or of the letter, among those that are over sections.

/** More words than a section's name has. */
const TITLE_WORDS = 5;

/** A sentence is the title of what is told below it in so many words, and no section's name. */
const SENTENCE_WORDS = 8;
const TOLD_WORDS = 30;

/** A paragraph whose first words lead somewhere, and look as the others do. */
function isProse({ sign, line }: Signed): boolean {
	return sign === 'runIn' && !line.bullet && !line.lead && countWords(line.text) >= 12;
}

/** A title of several words right over paragraphs is the title of what they tell. */
export function tellsItself(
	signed: readonly Signed[],
	i: number,
	{ units, stacked }: HeadingView
): boolean {
	const { line } = signed[i]!;
	if (countWords(line.text) < TITLE_WORDS) return false;
	// it leads to what it is the title of, as others of its look do
	const { look } = signed[i]!;
	const linked = signed.filter((one) => one.sign === 'linked' && one.look === look);
	if (linked.length >= 2 && line.links.some(({ image }) => !image)) return true;
	const opens = signed[belowPictures(signed, i)];
	const isLong =
		countWords(line.text) >= SENTENCE_WORDS && countWords(opens?.line.text ?? '') >= TOLD_WORDS;
	if (stacked || units > (isLong && isProse(opens!) ? 1 : 0)) return false;
	const next = signed.findIndex((one, at) => at > i && isHeading(one));
	const below = signed
		.slice(i + 1, next < 0 ? signed.length : next)
		.filter(({ line }) => line.text && !isMeta(line.text));
	if (!below.length) return false;
	// "Read on" leads where the story does
	const leading = below
		.slice(0, 3)
		.filter(({ line }) => line.links.length && !isReadMore(line.text));
	if (leading.length > 1 && !isLong) return false;
	return below
		.slice(0, 2)
		.every((one) => (!one.sign || (isLong && isProse(one))) && countWords(one.line.text) >= 12);
}

/**
 * What is told at such a length below a heading, or above a rule, is its story, and a greater title below
 * that another.
 */
const STORY_WORDS = { plain: 180, ruled: 60 };

/** Whether a linked title that stands out more comes below a long text under one of these headings. */
export function isBeyond(
	signed: readonly Signed[],
	members: readonly number[],
	i: number
): boolean {
	const { sign, line } = signed[i]!;
	if (sign !== 'linked' || !line.level) return false;
	const heading = members.findLast((at) => at < i);
	if (heading === undefined || prominence(line) <= prominence(signed[heading]!.line)) return false;
	let words = 0;
	for (let at = heading + 1; at < i; at++) {
		if (!signed[at]!.sign) words += countWords(signed[at]!.line.text);
	}
	return words >= (line.ruled ? STORY_WORDS.ruled : STORY_WORDS.plain);
}

/** Whether the next that begins anything, a few lines below, is a heading that stands out more. */
export function isMotto(signed: readonly Signed[], i: number): boolean {
	const next = signed.slice(i + 1, i + 6).find(({ sign }) => sign !== null && sign !== 'weak');
	return next?.sign === 'heading' && prominence(next.line) > prominence(signed[i]!.line);
}

/** Of two headings alike with nothing between them the first holds the second, which is a story's title. */
export function secondsOf(
	signed: readonly Signed[],
	all: readonly number[],
	known: (i: number) => boolean
): number[] {
	const own = new Set(all);
	return all.filter(
		(i) => own.has(i - 1) && !own.has(i - 2) && !known(i) && countWords(signed[i]!.line.text) >= 3
	);
}

/** Whether a greater heading stands right above, so that a title over nothing but text is that section's story. */
export function isUnderGreater(signed: readonly Signed[], i: number): boolean {
	const above = signed[i - 1];
	return above?.sign === 'heading' && prominence(above.line) > prominence(signed[i]!.line);
}

/** Whether a title that is a link, and greater, stands right above in the same box, among others of its look. */
export function isSecondLine(signed: readonly Signed[], i: number): boolean {
	const [above, one] = [signed[i - 1], signed[i]!];
	if (above?.sign !== 'linked' || !above.line.level || one.line.ruled || one.line.level)
		return false;
	const alike = signed.filter(({ sign, look }) => sign === 'linked' && look === above.look);
	return alike.length >= 2 && prominence(above.line) > prominence(one.line);
}

/**
 * Whether a title that is a link stands for itself: more section headings look so than such titles do,
 * and what is above it in its section (`above`) has told something, with where it leads.
 */
export function isOutlier(
	signed: readonly Signed[],
	headings: ReadonlySet<number>,
	{ sign, line, look }: Signed,
	above: readonly Signed[]
): boolean {
	if (sign !== 'linked' || !line.level) return false;
	const isTold = above.some(
		(one) => countWords(one.line.text) >= 6 && one.line.links.some(({ image }) => !image)
	);
	if (!isTold || above.some((one) => isHeading(one) || one.sign === 'linked' || one.line.bullet))
		return false;
	const alike = signed.filter((one) => one.sign === 'linked' && one.look === look).length;
	return [...headings].filter((i) => signed[i]!.look === look).length > alike;
}
