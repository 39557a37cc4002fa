// Headings that only show among the others, or where there are no others.
import { largest, smallest } from './long-lists.ts';
import { countWords, isBoxedWith, type Line } from './lines/line.ts';
import { isMeta } from './lines/meta-line.ts';
import { prominence } from './lines/prominence.ts';
import { ledByEmoji, type Signed } from './lines/signs.ts';
import { isRefrain, leadsFurther } from './lines/words.ts';
import { beginsItem, isHeading, viewFrom } from './lines/view.ts';

/**
 * Adds the headings over lists that others of their look are not, where no section encloses them, and
 * those in a section that are a few words over a list of its own, beside the titles of stories.
 */
export function listHeadings(signed: readonly Signed[], chosen: Set<number>): void {
	const first = smallest(chosen, signed.length);
	const beside = new Map<string, number>();
	signed.forEach((one, i) => {
		if (one.sign === 'heading' && !chosen.has(i))
			beside.set(one.look, (beside.get(one.look) ?? 0) + 1);
	});
	signed.forEach((one, i) => {
		if (one.sign !== 'heading' || chosen.has(i)) return;
		const listed =
			i < first
				? overList(signed, i, chosen)
				: beside.get(one.look)! > 1 && overEntries(signed, i, chosen);
		if (listed) chosen.add(i);
	});
}

/** A few words over three entries and more that each lead somewhere, with a line to introduce them at most. */
function overEntries(signed: readonly Signed[], at: number, chosen: ReadonlySet<number>): boolean {
	const { line } = signed[at]!;
	if (line.links.length || isRefrain(line.text)) return false;
	// a picture may be the next heading
	const next = signed.findIndex((other, i) => i > at && (isHeading(other) || chosen.has(i)));
	const below = signed.slice(at + 1, next < 0 ? signed.length : next);
	const entry = below.findIndex((one) => one.line.bullet);
	const above = below.slice(0, Math.max(0, entry)).filter((one) => one.line.text);
	if (entry < 0 || above.length > 1 || countWords(above[0]?.line.text ?? '') > 30) return false;
	const entries = below.filter((one) => one.line.bullet && !one.inner);
	const titles = entries.every(({ sign, line }) => sign === 'linked' && !/[;,]$/.test(line.text));
	const most = titles ? LIST_WORDS.linked : LIST_WORDS.other;
	if (countWords(line.text) > most) return false;
	return entries.length >= 3 && entries.every((one) => one.line.links.length > 0);
}

/** A heading over a list has no more words, beside titles that tell something; over titles it may have some more. */
const LIST_WORDS = { linked: 9, other: 6 };

/** With more entries than this what there is to read further is a section. */
const FURTHER_ENTRIES = 3;

/** "Going further:" over a few links, in a look that no other heading has, is of the story above, and so are these. */
export function withFurther(
	signed: readonly Signed[],
	isKnown: (line: Line) => boolean
): readonly Signed[] {
	const inner = new Set<number>();
	const sections = new Set(
		signed.flatMap((one) => (isHeading(one) && !leadsFurther(one.line.text) ? [one.look] : []))
	);
	signed.forEach(({ line, sign, look }, i) => {
		if (i === 0 || !isHeading({ sign }) || line.links.length || sections.has(look)) return;
		if (!leadsFurther(line.text) || isKnown(line)) return;
		const end = signed.findIndex((one, at) => at > i && !one.line.bullet);
		const entries = (end < 0 ? signed.length : end) - i - 1;
		if (entries > 0 && entries <= FURTHER_ENTRIES)
			for (let at = i; at <= i + entries; at++) inner.add(at);
	});
	if (!inner.size) return signed;
	return signed.map((one, i) => {
		if (!inner.has(i)) return one;
		return one.line.bullet ? { ...one, inner: true } : { ...one, sign: null };
	});
}

/** A heading over nothing but links, listed or one a line, holds them, whatever others of its look are. */
function overList(signed: readonly Signed[], i: number, chosen: ReadonlySet<number>): boolean {
	let linked = 0;
	for (let j = i + 1; j < signed.length && !isHeading(signed[j]!) && !chosen.has(j); j++) {
		const { line, sign } = signed[j]!;
		const runIn = sign === 'runIn' && !line.lead;
		if (runIn || (line.bullet && line.links.length)) linked++;
		else if (line.text && !line.depth) return linked >= 2 && j > i + 2 && !runIn;
	}
	return linked >= 2;
}

/** A heading over titles that are counted from 1 on holds them, whatever others of its look are. */
export function overCounted(signed: readonly Signed[], chosen: Set<number>): void {
	const titles = signed.flatMap(({ sign, line }, i) =>
		sign === 'heading' && /^\d{1,2}[.)]? \p{L}/u.test(line.text) ? [i] : []
	);
	for (const [n, at] of titles.entries()) {
		const run = titles.slice(n, n + 3);
		if (run.length < 3 || !run.every((i, k) => parseInt(signed[i]!.line.text, 10) === k + 1))
			continue;
		const above = signed.slice(Math.max(0, at - 4), at).findLastIndex(({ sign }) => sign !== null);
		const over = above < 0 ? -1 : Math.max(0, at - 4) + above;
		const one = signed[over];
		const heading = one?.sign === 'heading' && prominence(one.line) >= prominence(signed[at]!.line);
		if (heading && one.look !== signed[at]!.look) chosen.add(over);
	}
}

/**
 * A heading over nothing but paragraphs that each begin with bold words and lead somewhere holds them,
 * where no section is right above it.
 */
export function overRoundup(signed: readonly Signed[], chosen: Set<number>): void {
	signed.forEach((one, i) => {
		if (one.sign !== 'heading' || chosen.has(i) || chosen.has(i - 1)) return;
		const next = signed.findIndex((other, at) => at > i && isHeading(other));
		const below = signed.slice(i + 1, next < 0 ? signed.length : next);
		const texts = below.filter(({ line }) => countWords(line.text) >= 6 && !isMeta(line.text));
		const leads = texts.filter(({ sign, line }) => sign === 'boldLead' && line.links.length > 0);
		if (leads.length >= 3 && leads.length === texts.length) chosen.add(i);
	});
}

/** A heading with a link in it looks, and stands, as the others do: "Jobs, by Example Careers". */
export function linkedHeadings(signed: readonly Signed[], chosen: Set<number>): void {
	const kind = ({ line, look }: Signed) => `${look} ${line.shape}`;
	const headings = new Map<string, number>();
	for (const i of chosen) headings.set(kind(signed[i]!), (headings.get(kind(signed[i]!)) ?? 0) + 1);

	const linked = new Map<string, number[]>();
	signed.forEach((one, i) => {
		if (one.sign !== 'linked' || one.line.bullet || !headings.has(kind(one))) return;
		const alike = linked.get(kind(one));
		if (alike) alike.push(i);
		else linked.set(kind(one), [i]);
	});

	for (const [key, members] of linked) {
		if (members.length < headings.get(key)! * 0.5) for (const i of members) chosen.add(i);
	}
}

/** A section's name has so few words where it is a link; a story's title has more. */
const LABEL_WORDS = 4;

/**
 * Names of sections that link to the section's own page: a few words in letters at least as large as
 * the titles below them, of which there are several to a name. Only where nothing else is a heading.
 */
export function linkedLabels(signed: readonly Signed[], chosen: Set<number>): void {
	if (chosen.size) return;
	const classes = new Map<string, number[]>();
	signed.forEach(({ sign, line, look }, i) => {
		const label = sign === 'linked' && !line.bullet && line.links.length === 1;
		if (!label || countWords(line.text) > LABEL_WORDS) return;
		const alike = classes.get(`${look} ${line.shape}`);
		if (alike) alike.push(i);
		else classes.set(`${look} ${line.shape}`, [i]);
	});

	for (const members of classes.values()) {
		if (members.length < 2) continue;
		const places = new Set(members);
		const isStop = (i: number) => places.has(i);
		const views = members.map((i) => viewFrom(signed, i, isStop));
		const over = views.every(({ next, units }, n) => {
			const label = signed[members[n]!]!;
			const titled = !!next && (next.sign === 'heading' || beginsItem(next));
			return (
				titled &&
				units >= 1 &&
				next.look !== label.look &&
				next.line.links.every(({ url }) => url !== label.line.links[0]!.url) &&
				prominence(label.line) >= prominence(next.line)
			);
		});
		const several = views.filter(({ units }) => units >= 2).length;
		if (over && several >= members.length * 0.5) for (const i of members) chosen.add(i);
	}
}

/**
 * Headings of the greatest look, where one is over several items and the others are over a text of
 * their own: a letter with an essay, a list and a question. Stories' titles have more words.
 */
export function mixedHeadings(
	signed: readonly Signed[],
	chosen: Set<number>,
	isOwn: (one: Signed) => boolean
): void {
	const headings = signed.flatMap((one, i) =>
		one.sign === 'heading' && one.line.level > 0 && !isOwn(one) ? [i] : []
	);
	const greatest = largest(headings.map((i) => prominence(signed[i]!.line)));
	const members = headings.filter((i) => prominence(signed[i]!.line) === greatest);
	if (members.length < 2) return;

	const brief = members.filter((i) => countWords(signed[i]!.line.text) <= 5).length;
	const several = members.filter((i) => {
		const { units, noted } = viewFrom(signed, i, (at) => isHeading(signed[at]!));
		return units >= 2 && !noted;
	}).length;
	if (several >= members.length / 3 && brief >= members.length * 0.8)
		for (const i of members) chosen.add(i);
}

/**
 * In a text without any typography a heading is a short line over a title. Only where nothing
 * stronger was found, unless newsletters everywhere use its words for a section.
 */
export function weakHeadings(
	signed: readonly Signed[],
	chosen: Set<number>,
	known: (i: number) => boolean
): void {
	const isWeak = (i: number) => signed[i]?.sign === 'weak';
	const indexes: number[] = [];
	let items = 0;

	signed.forEach((one, i) => {
		if (beginsItem(one)) items++;
		if (!isWeak(i)) return;
		const next = signed[i + 1];
		const emoji = ledByEmoji(one.line.text);
		// an emoji leads a title as often as a heading: a linked title below it tells
		const named = !emoji || known(i) || (next?.sign === 'linked' && countWords(one.line.text) <= 5);
		const over = !!next && (beginsItem(next) || isWeak(i + 1)) && named;
		const above = signed[i - 1];
		// in one box with what is above it, it is a line below a title
		if (above && next && isBoxedWith(one.line, above.line, next.line)) return;
		const first = !!above && !isWeak(i - 1);
		if (over && (first || known(i)) && countWords(one.line.text) <= 9) indexes.push(i);
	});

	// one below each item is a signature, not a heading
	const each = indexes.length > 2 && items > 0 && indexes.length > items * 0.7;
	const alone = !chosen.size && !each;
	const top = alone && indexes.length > 0 ? topOf(signed, indexes) : -1;
	if (top >= 0) chosen.add(top);
	const counted = countedBy(signed, indexes);
	for (const i of indexes) if (known(i) || alone || counted.has(i)) chosen.add(i);
}

/** The first line of all, where it stands over an item as the headings further down do; -1 for none. */
function topOf(signed: readonly Signed[], headings: readonly number[]): number {
	const [top, next] = signed;
	const alike = headings.some((i) => signed[i]!.look === top!.look);
	const over = top!.sign === 'weak' && !!next && beginsItem(next);
	return alike && over && !ledByEmoji(top!.line.text) && countWords(top!.line.text) <= 4 ? 0 : -1;
}

/** "Question #1: the team", "Question #2: the pay": headings that one word counts from 1 on. */
function countedBy(signed: readonly Signed[], places: readonly number[]): ReadonlySet<number> {
	const byWord = new Map<string, number[]>();
	for (const i of places) {
		const [, word, digits] =
			/^\W*(\p{L}{3,20}) (?:#|n[°o] ?)?(\d{1,2}) ?[:–—-] /u.exec(signed[i]!.line.text) ?? [];
		if (!word) continue;
		const alike = byWord.get(word) ?? [];
		if (Number(digits) === alike.length + 1) byWord.set(word, [...alike, i]);
	}
	return new Set([...byWord.values()].filter((alike) => alike.length >= 2).flat());
}
