import { countWords, type Line } from './line.ts';
import { isHeading, viewFrom } from './view.ts';
import { isSectionWord } from './words.ts';
import { marksSponsor } from './sponsor-words.ts';
import type { Signed } from './signs.ts';

/** Whether a line is a picture, not linked, with a few words: what may be a heading drawn as a picture. */
export function isBanner({ image, links }: Line): boolean {
	if (!image || links.length) return false;
	return (
		countWords(image) <= 6 &&
		/\p{L}{3}/u.test(image) &&
		!/\.\w{3,4}$|^(?:image|photo|logo|icon|img|banner|header|spacer|divider|visuel)\b|\blogo\b/i.test(
			image
		)
	);
}

/** Pictures above the last words of the masthead, which are of it. */
export function logosAbove(top: readonly Line[], masthead: ReadonlySet<Line>): ReadonlySet<Line> {
	const last = top.findLastIndex((line) => masthead.has(line) && line.text);
	return new Set(top.filter((line, i) => i < last && !line.text && !masthead.has(line)));
}

/** Whether a picture with words stands right above another: a logo above the first section's heading. */
export function isAboveBanner(signed: readonly Signed[], i: number): boolean {
	const next = signed.slice(i + 1).find(({ line, sign }) => sign === 'banner' || line.text);
	return next?.sign === 'banner';
}

/**
 * How many stories stand below a banner, to the next one. A title without several stories below it is one
 * story; whatever holds several is a section of its own, which no picture is over.
 */
export function storiesBelow(
	signed: readonly Signed[],
	i: number,
	begins: (at: number) => boolean
): number {
	const isStop = (at: number) => signed[at]!.sign === 'banner' || isHeading(signed[at]!);
	let stories = 0;
	let at = i + 1;
	while (at < signed.length && signed[at]!.sign !== 'banner') {
		if (!isHeading(signed[at]!)) {
			if (begins(at++)) stories++;
			continue;
		}
		const { units, stacked } = viewFrom(signed, at, isStop, begins);
		if (units >= 2 || stacked) break;
		stories++;
		do at++;
		while (at < signed.length && !isStop(at));
	}
	return stories;
}

/**
 * Banners lose their sign where most stand right below a title, each that says again what the line above
 * says, and those between the entries of lists that have their headings in words: they are the pictures of stories.
 */
export function withoutPictures(signed: readonly Signed[]): Signed[] {
	const banners = signed.flatMap(({ sign }, i) => (sign === 'banner' ? [i] : []));
	const below = banners.filter((i) => signed[i - 1]?.sign === 'heading');
	const all = below.length > 0 && below.length >= banners.length * 0.5;
	const listed = headsLists(signed) ? picturesInLists(signed) : null;
	const isPicture = (i: number) => all || repeatsAbove(signed, i) || listed?.has(i);
	return signed.map((one, i) =>
		one.sign === 'banner' && isPicture(i) ? { ...one, sign: null } : one
	);
}

/** Whether lists stand right below headings in words, two and more. */
function headsLists(signed: readonly Signed[]): boolean {
	return (
		signed.filter(({ sign, line }, i) => {
			return sign === 'heading' && line.level > 0 && signed[i + 1]?.line.bullet;
		}).length >= 2
	);
}

/**
 * Places of the pictures of entries, where headings in words are over the lists: below one entry, and above the next
 * or the next heading.
 */
function picturesInLists(signed: readonly Signed[]): ReadonlySet<number> {
	const pictures = new Set<number>();
	let above: Signed | null = null;
	let waiting: number[] = [];
	signed.forEach((one, i) => {
		if (one.sign === 'banner') waiting.push(i);
		if (!one.line.text) return;
		const inList = above?.line.bullet && (one.line.bullet || isHeading(one));
		for (const at of waiting) if (inList && !namesSection(signed[at]!)) pictures.add(at);
		above = one;
		waiting = [];
	});
	return pictures;
}

function namesSection({ line: { image } }: Signed): boolean {
	return isSectionWord(image!) || marksSponsor(image!);
}

/** "Climate circles", and below it a picture called so. */
function repeatsAbove(signed: readonly Signed[], i: number): boolean {
	const above = signed[i - 1]?.line;
	if (!above?.text || above.level) return false;
	return above.text.toLowerCase().startsWith(signed[i]!.line.image!.toLowerCase());
}
