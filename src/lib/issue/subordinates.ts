import { addTo, smallest } from './long-lists.ts';
import { countsUp } from './labels.ts';
import { countWords, sharedContainers } from './lines/line.ts';
import { prominence } from './lines/prominence.ts';
import { labelsSponsor } from './lines/sponsor-words.ts';
import { isRefrain } from './lines/words.ts';
import type { Signed } from './lines/signs.ts';

// Titles that stand below another and begin nothing of their own.

/** A story is told in so many words before its first sub-heading. */
const TOLD_WORDS = 25;

/**
 * Titles without those of a look that only lead on in what is told above the first of them: "Setup is simple:",
 * "Why does this matter?".
 */
export function withoutAsides(signed: readonly Signed[], titled: readonly number[]): number[] {
	const groups = new Map<string, number[]>();
	for (const i of titled) addTo(groups, signed[i]!.look, i);
	const asides = new Set(
		[...groups.values()].filter((alike) => areAsides(signed, alike, titled)).flat()
	);
	return titled.filter((i) => !asides.has(i));
}

function areAsides(
	signed: readonly Signed[],
	alike: readonly number[],
	titled: readonly number[]
): boolean {
	const leadOn = alike.every((i) => {
		const { text, level } = signed[i]!.line;
		return isRefrain(text) || (!level && /:$/.test(text) && countWords(text) >= 4);
	});
	if (!leadOn) return false;
	const above = titled.findLast((i) => i < alike[0]!) ?? -1;
	const told = signed.slice(above + 1, alike[0]);
	return told.reduce((n, { line }) => n + countWords(line.text), 0) >= TOLD_WORDS;
}

/**
 * Of titles of several looks, those that only ever follow a greater one (a bold author, a bold
 * "discuss") begin nothing.
 */
export function withoutSubordinates(signed: readonly Signed[], titled: number[]): number[] {
	const looks = new Map<string, number[]>();
	for (const i of titled) {
		const look = `${signed[i]!.look} ${signed[i]!.line.links.length ? 'linked' : 'plain'}`;
		const alike = looks.get(look);
		if (alike) alike.push(i);
		else looks.set(look, [i]);
	}
	if (looks.size < 2) return titled;

	const ranked = [...looks.values()].sort(
		(a, b) =>
			prominence(signed[b[0]!]!.line) - prominence(signed[a[0]!]!.line) ||
			signed[b[0]!]!.line.links.length - signed[a[0]!]!.line.links.length
	);
	const kept = new Set(ranked[0]);
	for (const alike of ranked.slice(1)) {
		const members = new Set(alike);
		const once = alike.filter((i) => followsOnce(signed, i, kept, members));
		// the only bold link right below a heading names what this tells of
		const named = alike.length === 1 && !signed[alike[0]!]!.line.level && kept.has(alike[0]! - 1);
		const below = named || (alike.length >= 2 && once.length >= alike.length * 0.8);
		const apart = !below && !areSubheadings(signed, alike, titled, kept);
		if (apart && !areOfText(signed, alike, ranked[0]!)) for (const i of alike) kept.add(i);
	}
	return titled.filter((i) => kept.has(i));
}

/**
 * Lesser headings below a story's title that lead nowhere, in most of their text either: parts of the
 * story. Where nothing leads anywhere they say nothing.
 */
function areSubheadings(
	signed: readonly Signed[],
	alike: readonly number[],
	titled: readonly number[],
	kept: ReadonlySet<number>
): boolean {
	const first = smallest(kept);
	const { line } = signed[alike[0]!]!;
	const top = signed[first]!.line;
	if (alike[0]! < first || line.links.length || prominence(line) >= prominence(top)) return false;
	const paid = alike.some(
		(i) => labelsSponsor(signed[i]!.line.text) || labelsSponsor(signed[i - 1]?.line.text ?? '')
	);
	if (paid || countsUp(signed, alike)) return false;
	if (top.level && !line.level && kept.size * 2 >= alike.length) return true;
	const leading = alike.filter((i) => {
		const end = titled.find((at) => at > i) ?? signed.length;
		return signed.slice(i, end).some((one) => one.line.links.length);
	});
	return leading.length < alike.length * 0.5 && signed.some((one) => one.line.links.length > 0);
}

/** Words to their end, of some length. */
const SENTENCE = /^(?:\S+\s+){5}.*[.!?…:]["»”’)]*$/u;

/**
 * Sentences that begin with a link, below headings that are links: most of the sentences around them look
 * alike and begin with none.
 */
function areOfText(
	signed: readonly Signed[],
	alike: readonly number[],
	greatest: readonly number[]
): boolean {
	const { look, line } = signed[alike[0]!]!;
	const heads = greatest.every((i) => signed[i]!.line.level > 0 && signed[i]!.line.links.length);
	if (!heads || greatest.length < 2 || line.level || line.bold) return false;
	const isText = (one: Signed) => one.look === look && SENTENCE.test(one.line.text);
	const own = new Set(alike);
	const text = signed.filter((one, i) => !own.has(i) && isText(one) && !one.line.lead);
	const below = alike.filter((i) => {
		const above = signed[i - 1];
		return above && !signed[i]!.line.ruled && (isText(above) || greatest.includes(i - 1));
	});
	return (
		below.length === alike.length &&
		alike.every((i) => isText(signed[i]!)) &&
		text.length >= alike.length * 3
	);
}

/** Whether a title stands closely, and as the only one of its look, under one of those kept. */
function followsOnce(
	signed: readonly Signed[],
	i: number,
	kept: ReadonlySet<number>,
	members: ReadonlySet<number>
): boolean {
	for (let above = i - 1; above >= 0 && i - above <= 4; above--) {
		// what looks as a title does is one, unless it comes right below
		if (kept.has(above) && signed[above]!.look === signed[i]!.look && above < i - 1) return false;
		if (kept.has(above)) return sharedContainers(signed[above]!.line, signed[i]!.line) > 1;
		if (members.has(above)) return false;
	}
	return false;
}
