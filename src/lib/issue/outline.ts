// Long, because the rules of what is a heading stand in the order in which they hold.
import { append } from './long-lists.ts';
import {
	areAmongLabels,
	areKickers,
	areLabels,
	areNumbered,
	areTrailers,
	isSponsorLabel,
	isUnderSponsorLabel,
	refrains
} from './labels.ts';
import {
	headingKey,
	isEditorialHeading,
	isHouse,
	isSectionWord,
	isTableOfContents
} from './lines/words.ts';
import { labelsSponsor, marksSponsor } from './lines/sponsor-words.ts';
import {
	withFurther,
	linkedHeadings,
	linkedLabels,
	listHeadings,
	overCounted,
	overRoundup,
	mixedHeadings,
	weakHeadings
} from './more-headings.ts';
import { countWords, type Line } from './lines/line.ts';
import { isAboveBanner, storiesBelow } from './lines/banner.ts';
import { prominence } from './lines/prominence.ts';
import {
	isBeyond,
	isMotto,
	isOutlier,
	isSecondLine,
	isUnderGreater,
	secondsOf,
	tellsItself
} from './title-like.ts';
import {
	alike,
	beginsIn,
	belowPictures,
	holdsItems,
	isHeading,
	viewFrom,
	type HeadingView
} from './lines/view.ts';
import { ledByEmoji, type Signed } from './lines/signs.ts';
import { headsByHtmlPart, isByHtmlPart } from './template/apply-hints.ts';
import type { Hints } from './template/hints.ts';

/** A part of a document under one heading, or under none. */
export type SectionLines = { heading: Line | null; lines: Signed[] };

/**
 * Finds the headings that hold items, as against those that are an item's title, by what follows
 * them: what looks alike is alike, so each look is judged as a whole.
 */
export function outline(read: readonly Signed[], hints: Hints | null): SectionLines[] {
	const { signed, chosen: sectionAt } = sectionHeadings(read, hints);

	const parts: SectionLines[] = [{ heading: null, lines: [] }];
	let look = '';
	signed.forEach((one, i) => {
		if (sectionAt.has(i)) {
			parts.push({ heading: one.line, lines: [] });
			const next = belowPictures(signed, i);
			const below = signed[next];
			const holds = isHeading(below ?? one) && below?.look === one.look && !sectionAt.has(next);
			// of a section that other issues have too, titles may look as its heading does
			look = holds || recurs(one.line, hints) ? '' : one.look;
		} else {
			// a title that looks as the section's heading does is not inside of it
			const isTitle = () =>
				one.sign === 'heading' || isOutlier(signed, sectionAt, one, parts.at(-1)!.lines);
			if (one.look === look && isTitle()) {
				// "A message from Lark" right above it is its own
				const labels = labelsAbove(parts.at(-1)!.lines);
				parts.push({ heading: null, lines: labels });
				look = '';
			}
			parts.at(-1)!.lines.push(one);
		}
	});

	return parts.filter((part) => part.heading || part.lines.length);
}

/** Takes off a sponsor's label at the end of these lines, and the pictures below it. */
function labelsAbove(lines: Signed[]): Signed[] {
	const at = lines.findLastIndex(({ line }) => line.text);
	const line = lines[at]?.line;
	return line && labelsSponsor(line.text) && !line.links.length ? lines.splice(at) : [];
}

/** Places of the lines that are section headings; those that only label an item lose their sign. */
// eslint-disable-next-line max-lines-per-function -- a list of rules in the order in which they hold: each takes what those before it left
function sectionHeadings(
	read: readonly Signed[],
	hints: Hints | null
): { signed: readonly Signed[]; chosen: Set<number> } {
	if (hints && isByHtmlPart(hints)) {
		return {
			signed: read,
			chosen: new Set(read.flatMap((one, i) => (headsByHtmlPart(one, hints) ? [i] : [])))
		};
	}
	const classes = classesOf(read);
	const trailing = classes.filter((members) => areTrailers(read, members)).flat();
	const signed = withFurther(withoutSign(read, [...trailing, ...refrains(read)]), (line) =>
		isKnown(line, hints)
	);
	const chosen = new Set<number>();
	const labels: number[] = [];
	const known = (i: number) => isKnown(signed[i]!.line, hints);
	const begins = beginsIn(signed);

	const overAll = signed.findIndex(isHeading);
	for (const all of classes) {
		// what the publication says of itself, and a sponsor's title, decide nothing about the others
		const seconds = new Set(secondsOf(signed, all, known));
		const members = all.filter(
			(i) =>
				signed[i]!.sign && !isOwn(signed[i]!) && !isUnderSponsorLabel(signed, i) && !seconds.has(i)
		);
		if (!members.length) continue;

		// the first of all, the only one of its look and over a greater one: a motto, the weather
		if (all.length === 1 && all[0] === overAll && isMotto(signed, overAll) && !known(overAll)) {
			labels.push(overAll);
			continue;
		}
		// a list entry with a link of its own, and a list of one below, is an item that its date sets apart
		if (areEntries(signed, members)) continue;
		// in the publication's other issues all of this look are stories' titles, or sections
		const { look } = signed[members[0]!]!;
		if (hints?.has(`title ${look}`) || hints?.has(`headed ${look}`)) {
			for (const i of members) if (known(i) || hints.has(`headed ${look}`)) chosen.add(i);
			continue;
		}

		// "Thanks to our sponsor" once, in bold: a label of what is below it
		const [first] = members.map((i) => signed[i]!.line);
		if (members.length === 1 && !first!.level && marksSponsor(first!.text)) continue;
		if (members.every((i) => isSponsorLabel(signed, i) && overGreater(signed, i))) {
			append(labels, members);
			continue;
		}

		const images = signed[members[0]!]!.sign === 'banner';
		const isStop = (i: number) => isHeading(signed[i]!) || isBeyond(signed, members, i);
		const views = alike(
			members.map((i) => {
				const view = viewFrom(signed, i, isStop, begins);
				return seconds.has(i + 1) ? { ...view, stacked: true } : view;
			})
		);
		// a list entry with a link of its own, and entries below, is an item with parts
		const linking = members.filter((i) => signed[i]!.line.links.length).length;
		if (signed[members[0]!]!.sign === 'parent' && linking > members.length * 0.5) continue;

		if (images) {
			// the picture of an item is over one item each, a banner over several
			const over = members.filter((i) => !isAboveBanner(signed, i));
			const stories = over.map((i) => storiesBelow(signed, i, begins));
			const units = stories.reduce((n, below) => n + below, 0);
			const each = units < over.length * 1.5 || stories.includes(0);
			if ((over.length > 1 && !each) || members.every(known)) for (const i of over) chosen.add(i);
			continue;
		}
		if (
			areAmongLabels(signed, members) ||
			areLabels(signed, members, views) ||
			areKickers(signed, members)
		) {
			append(labels, members);
			continue;
		} else if (areNumbered(signed, members, views)) continue;

		// where several hold such a one, what holds none, and no list either, is a story's title as well
		if (seconds.size >= 2) {
			members.forEach((i, n) => {
				const over =
					seconds.has(i + 1) || views[n]!.units >= 2 || (known(i) && holdsItems(views[n]!));
				if (over) chosen.add(i);
			});
			continue;
		}

		if (areNames(signed, all, views)) {
			for (const i of members) chosen.add(i);
			continue;
		}

		// "Quick hits" among stories' titles of the same look is a section, and makes none of these
		const unknown = members.flatMap((i, n) => (known(i) ? [] : [views[n]!]));
		const held = unknown.reduce((sum, view) => sum + holdsItems(view), 0);
		if (unknown.length >= 3 && held < unknown.length * 0.2) {
			members.forEach((i, n) => {
				if (known(i) && (holdsItems(views[n]!) || namesSection(signed[i]!.line))) chosen.add(i);
			});
			continue;
		}

		const score = views.reduce(
			(sum, view, n) => sum + (known(members[n]!) ? 1.5 : 0) + holdsItems(view),
			0
		);
		if (score < members.length * 0.5) {
			members.forEach((i, n) => {
				if (known(i) && (holdsItems(views[n]!) || signed[i]!.line.level)) chosen.add(i);
			});
			continue;
		}
		members.forEach((i, n) => {
			const held = !known(i) && !views[n]!.units && !views[n]!.stacked && isUnderGreater(signed, i);
			if (!held && (known(i) || !tellsItself(signed, i, views[n]!))) chosen.add(i);
		});
		// who presents the issue stands above its first heading, too
		const [top] = all;
		if (top! < members[0]! && isUnderSponsorLabel(signed, top!) && !isOwn(signed[top!]!)) {
			if (viewFrom(signed, top!, isStop, begins).units >= 2) chosen.add(top!);
		}
	}

	// right below a story's title that leads somewhere, and less than it: its second line
	for (const i of chosen) if (isSecondLine(signed, i) && !known(i)) chosen.delete(i);

	const left = withoutSign(signed, labels);
	overCounted(left, chosen);
	overRoundup(left, chosen);
	linkedHeadings(left, chosen);
	linkedLabels(left, chosen);
	if (!chosen.size) mixedHeadings(left, chosen, isOwn);
	weakHeadings(left, chosen, known);
	left.forEach((one, i) => {
		if (isOwn(one)) chosen.add(i);
	});
	listHeadings(left, chosen);
	left.forEach(({ line, sign }, i) => {
		if (sign && recurs(line, hints) && !line.bullet) chosen.add(i);
	});
	return { signed: left, chosen };
}

/**
 * "20 March | Brest | Quay Club", and below it the evening's title: entries of a list that lead somewhere, most of
 * which hold no list of several. Those that are announced for weeks recur from issue to issue, as sections do.
 */
function areEntries(signed: readonly Signed[], members: readonly number[]): boolean {
	if (signed[members[0]!]!.sign !== 'parent') return false;
	const linking = members.filter((i) => signed[i]!.line.links.length > 0).length;
	if (linking <= members.length * 0.5) return false;
	const several = members.filter((i) => {
		const below = signed[i + 2]?.line;
		return below?.bullet && below.depth > signed[i]!.line.depth;
	}).length;
	return several < members.length * 0.5;
}

/** "Quote of the day", "In other news": no story has such a title, whatever stands below it. */
function namesSection(line: Line): boolean {
	return line.level > 0 && countWords(line.text) >= 3 && isSectionWord(line.text);
}

/**
 * The greatest headings, each a name of a few words behind a sign ("🥂 Tipsy tip"), where one is over a
 * lesser title and another is known: what letters call their sections, whatever stands below the others.
 */
function areNames(
	signed: readonly Signed[],
	all: readonly number[],
	views: readonly HeadingView[]
): boolean {
	const lines = all.map((i) => signed[i]!.line);
	const [first] = lines;
	if (all.length < 4 || !first!.level || !views.some(({ stacked }) => stacked)) return false;
	const named = lines.every(({ text, links }) => !links.length && countWords(text) <= 4);
	if (!named || lines.filter(({ text }) => ledByEmoji(text)).length < all.length * 0.8)
		return false;
	const greatest = signed.every(
		({ line, sign }) => sign !== 'heading' || prominence(line) <= prominence(first!)
	);
	return greatest && all.some((i) => isSectionWord(signed[i]!.line.text) || isOwn(signed[i]!));
}

/** Whether the title below a line stands out more than the line does. */
function overGreater(signed: readonly Signed[], i: number): boolean {
	const title = signed.slice(i + 1).find(({ line }) => line.text)?.line;
	return !!title && title.level > 0 && prominence(title) > prominence(signed[i]!.line);
}

function withoutSign(signed: readonly Signed[], places: readonly number[]): readonly Signed[] {
	const labels = new Set(places);
	return labels.size
		? signed.map((one, i) => (labels.has(i) ? { ...one, sign: null } : one))
		: signed;
}

function isOwn({ sign, line }: Signed): boolean {
	if (sign === 'heading' && isTableOfContents(line.text)) return true;
	return (sign === 'heading' || sign === 'weak') && isHouse(line.text);
}

/** The lines that may be headings, those of one look together. */
function classesOf(signed: readonly Signed[]): number[][] {
	const classes = new Map<string, number[]>();
	signed.forEach(({ sign, look }, i) => {
		if (!isHeading({ sign }) && sign !== 'banner') return;
		const alike = classes.get(`${sign} ${look}`);
		if (alike) alike.push(i);
		else classes.set(`${sign} ${look}`, [i]);
	});
	return [...classes.values()];
}

/** Whether a heading is one by its words: of newsletters everywhere, or of this one's other issues. */
function isKnown(line: Line, hints: Hints | null): boolean {
	const text = wordsOf(line);
	const paid = line.level > 0 && marksSponsor(text);
	return paid || isSectionWord(text) || isEditorialHeading(text) || recurs(line, hints);
}

/** Whether a line is over sections in the publication's other issues. */
function recurs(line: Line, hints: Hints | null): boolean {
	return !!hints?.has(`section ${headingKey(wordsOf(line))}`);
}

/** What a heading says; a banner says it in its alternative text. */
export function wordsOf(line: Line): string {
	return line.text || line.image || '';
}
