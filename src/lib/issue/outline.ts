import { countWords } from './line.ts';
import { headingKey, isEditorialHeading, isHouse, isSectionWord, marksSponsor } from './words.ts';
import { ledByEmoji, signLines } from './signs.ts';
import type { Line } from './line.ts';
import type { Sign, Signed } from './signs.ts';
import type { Habits } from './habits.ts';

/** A stretch of a document under one heading, or under none. */
export type Stretch = { heading: Line | null; lines: Signed[] };

/**
 * Finds the headings that hold items, as against those that are an item's title, by what follows
 * them: what looks alike is alike, so each look is judged as a whole.
 */
export function outline(lines: readonly Line[], habits: Habits | null): Stretch[] {
	const signed = signLines(lines);
	const sectionAt = sectionHeadings(signed, habits);

	const stretches: Stretch[] = [{ heading: null, lines: [] }];
	let look = '';
	signed.forEach((one, i) => {
		if (sectionAt.has(i)) {
			stretches.push({ heading: one.line, lines: [] });
			look = one.look;
		} else {
			// a title that looks as the section's heading does is not inside of it
			if (one.sign === 'heading' && one.look === look) {
				stretches.push({ heading: null, lines: [] });
				look = '';
			}
			stretches.at(-1)!.lines.push(one);
		}
	});

	return stretches.filter((stretch) => stretch.heading || stretch.lines.length);
}

/** Places of the lines that are section headings. */
function sectionHeadings(signed: readonly Signed[], habits: Habits | null): Set<number> {
	const chosen = new Set<number>();
	const known = (i: number) => isKnown(signed[i]!.line, habits);

	for (const members of classesOf(signed)) {
		// "Thanks to our sponsor" once, in bold: a label of what is below it
		const [first] = members.map((i) => signed[i]!.line);
		if (members.length === 1 && !first!.level && marksSponsor(first!.text)) continue;

		const images = signed[members[0]!]!.sign === 'banner';
		const isStop = (i: number) =>
			stops.has(signed[i]!.sign) || (images && signed[i]!.sign === 'banner');
		const views = members.map((i) => viewFrom(signed, i, isStop));
		// a list entry with a link of its own, and entries below, is an item with parts
		const linking = members.filter((i) => signed[i]!.line.links.length).length;
		if (signed[members[0]!]!.sign === 'parent' && linking > members.length * 0.5) continue;

		if (images) {
			// the picture of an item is over one item each, a banner over several
			const units = views.reduce((n, view) => n + view.units, 0);
			const each = units < members.length * 1.5 || views.some((view) => !view.units);
			if (each && !members.every(known)) continue;
		} else if (areLabels(signed, members, views) || areNumbered(signed, members)) continue;

		const score = views.reduce(
			(sum, view, n) => sum + (known(members[n]!) ? 1.5 : 0) + holds(view),
			0
		);
		if (score >= members.length * 0.5) for (const i of members) chosen.add(i);
	}

	linkedHeadings(signed, chosen);
	weakHeadings(signed, chosen, known);
	signed.forEach(({ sign, line }, i) => {
		const house = (sign === 'heading' || sign === 'weak') && isHouse(line.text);
		if (house) chosen.add(i);
	});
	listHeadings(signed, chosen);
	return chosen;
}

const stops = new Set<Sign>(['heading', 'parent']);

/** The lines that may be headings, those of one look together. */
function classesOf(signed: readonly Signed[]): number[][] {
	const classes = new Map<string, number[]>();
	signed.forEach(({ sign, look }, i) => {
		if (!stops.has(sign) && sign !== 'banner') return;
		const alike = classes.get(`${sign} ${look}`);
		if (alike) alike.push(i);
		else classes.set(`${sign} ${look}`, [i]);
	});
	return [...classes.values()];
}

/** Whether a heading is one by its words: of newsletters everywhere, or of this one's other issues. */
function isKnown(line: Line, habits: Habits | null): boolean {
	const text = wordsOf(line);
	const paid = line.level > 0 && marksSponsor(text);
	return (
		paid ||
		isSectionWord(text) ||
		isEditorialHeading(text) ||
		!!habits?.sections.has(headingKey(text))
	);
}

/** What a heading says; a banner says it in its alternative text. */
export function wordsOf(line: Line): string {
	return line.text || line.image || '';
}

/** A label over each single item, used again and again, is the item's own. */
function areLabels(signed: readonly Signed[], members: number[], views: View[]): boolean {
	const texts = new Set(members.map((i) => headingKey(signed[i]!.line.text)));
	const single = views.filter((view) => view.units <= 1 && !view.stacked).length;
	return members.length >= 4 && texts.size < members.length * 0.75 && single > members.length * 0.8;
}

/** "1. …", "2. …": what is counted are items. */
function areNumbered(signed: readonly Signed[], members: number[]): boolean {
	const numbered = members.filter((i) => /^\W{0,3}\d{1,2}\s?[.)°:/–—-]/.test(signed[i]!.line.text));
	return members.length >= 3 && numbered.length >= members.length * 0.6;
}

/** Adds the headings over lists that others of their look are not, where no section encloses them. */
function listHeadings(signed: readonly Signed[], chosen: Set<number>): void {
	const end = Math.min(...chosen, signed.length);
	for (let i = 0; i < end; i++) {
		if (signed[i]!.sign === 'heading' && overList(signed, i)) chosen.add(i);
	}
}

/** A heading over nothing but links, listed or one a line, holds them, whatever others of its look are. */
function overList(signed: readonly Signed[], i: number): boolean {
	let linked = 0;
	for (let j = i + 1; j < signed.length && !stops.has(signed[j]!.sign); j++) {
		const { line, sign } = signed[j]!;
		const runIn = sign === 'runIn' && !line.lead;
		if (runIn || (line.bullet && line.links.length)) linked++;
		else if (line.text && !line.depth) return linked >= 2 && j > i + 2 && !runIn;
	}
	return linked >= 2;
}

/** A heading with a link in it looks, and stands, as the others do: "Jobs, by Example Careers". */
function linkedHeadings(signed: readonly Signed[], chosen: Set<number>): void {
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

type View = { stacked: boolean; next: Signed | undefined; units: number };

/** What stands between a heading and the next. */
function viewFrom(signed: readonly Signed[], i: number, isStop: (i: number) => boolean): View {
	let next = i + 1;
	while (next < signed.length && passed(signed[next]!)) next++;

	const after = signed[next];
	const stacked = !!after && isStop(next) && after.look !== signed[i]!.look;
	let units = 0;
	for (let j = i + 1; j < signed.length && !isStop(j); j++) if (beginsItem(signed[j]!)) units++;

	return { stacked, next: after, units };
}

/** How surely a heading is over items, 0..1: a paragraph that begins with a link is a weak sign. */
function holds({ stacked, next, units }: View): number {
	if (stacked || units >= 2) return 1;
	if (!next || !beginsItem(next)) return 0;
	return next.sign === 'runIn' && !next.line.bullet && !next.line.lead ? 0.4 : 1;
}

/** Images, emoji and dates between a heading and what it is over. */
function passed({ line, sign }: Signed): boolean {
	return sign !== 'banner' && (!line.text || (!sign && !/\p{L}/u.test(line.text)));
}

function beginsItem({ sign, line }: Signed): boolean {
	return (
		sign === 'linked' ||
		sign === 'runIn' ||
		sign === 'boldLead' ||
		(line.bullet && line.links.length > 0)
	);
}

/**
 * In a text without any typography a heading is a short line over a title. Only where nothing
 * stronger was found, unless newsletters everywhere use its words for a section.
 */
function weakHeadings(
	signed: readonly Signed[],
	chosen: Set<number>,
	known: (i: number) => boolean
): void {
	const isWeak = (i: number) => signed[i]?.sign === 'weak';
	const found: number[] = [];
	let items = 0;

	signed.forEach((one, i) => {
		if (beginsItem(one)) items++;
		if (!isWeak(i)) return;
		const next = signed[i + 1];
		const over = !!next && (beginsItem(next) || isWeak(i + 1)) && !ledByEmoji(one.line.text);
		const first = i > 0 && !isWeak(i - 1);
		if (over && (first || known(i)) && countWords(one.line.text) <= 9) found.push(i);
	});

	// one below each item is a signature, not a heading
	const each = found.length > 2 && items > 0 && found.length > items * 0.7;
	for (const i of found) if (known(i) || (!chosen.size && !each)) chosen.add(i);
}
