import { countWords } from './line.ts';
import { headingKey, isEditorialHeading, isHouse, isSectionWord, marksSponsor } from './words.ts';
import { ledByEmoji, signLines } from './signs.ts';
import type { Line } from './line.ts';
import type { Signed } from './signs.ts';
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
	signed.forEach((one, i) => {
		if (sectionAt.has(i)) stretches.push({ heading: one.line, lines: [] });
		else stretches.at(-1)!.lines.push(one);
	});

	return stretches.filter((stretch) => stretch.heading || stretch.lines.length);
}

/** Places of the lines that are section headings. */
function sectionHeadings(signed: readonly Signed[], habits: Habits | null): Set<number> {
	const chosen = new Set<number>();
	const classes = new Map<string, number[]>();
	signed.forEach(({ sign, look }, i) => {
		if (sign !== 'heading' && sign !== 'parent') return;
		const key = `${sign} ${look}`;
		classes.set(key, [...(classes.get(key) ?? []), i]);
	});

	const isStop = (i: number) => signed[i]!.sign === 'heading' || signed[i]!.sign === 'parent';
	const known = (i: number) => {
		const { text } = signed[i]!.line;
		const paid = signed[i]!.line.level > 0 && marksSponsor(text);
		return (
			paid ||
			isSectionWord(text) ||
			isEditorialHeading(text) ||
			!!habits?.sections.has(headingKey(text))
		);
	};

	for (const members of classes.values()) {
		const views = members.map((i) => viewFrom(signed, i, isStop));
		const holding = views.filter(
			(view) => view.stacked || view.units >= 2 || view.nextIsUnit
		).length;
		const words = members.filter(known).length;
		const score = (holding + words * 1.5) / members.length;

		// a label over each single item, used again and again, is the item's own
		const texts = new Set(members.map((i) => headingKey(signed[i]!.line.text)));
		const single = views.filter((view) => view.units <= 1 && !view.stacked).length;
		const labels =
			members.length >= 4 && texts.size < members.length * 0.75 && single > members.length * 0.8;

		if (!labels && score >= 0.5) for (const i of members) chosen.add(i);
	}

	linkedHeadings(signed, chosen);
	weakHeadings(signed, chosen, known);
	signed.forEach(({ sign, line }, i) => {
		if ((sign === 'heading' || sign === 'weak') && isHouse(line.text)) chosen.add(i);
	});
	return chosen;
}

/** A heading with a link in it looks, and stands, as the others do: "Jobs, by Example Careers". */
function linkedHeadings(signed: readonly Signed[], chosen: Set<number>): void {
	const kind = ({ line, look }: Signed) => `${look} ${line.shape}`;
	const counts = new Map<string, number>();
	for (const i of chosen) counts.set(kind(signed[i]!), (counts.get(kind(signed[i]!)) ?? 0) + 1);

	const alike = signed.flatMap((one, i) =>
		one.sign === 'linked' && !one.line.bullet && counts.has(kind(one)) ? [i] : []
	);
	for (const i of alike) {
		const others = alike.filter((j) => kind(signed[j]!) === kind(signed[i]!)).length;
		if (others < counts.get(kind(signed[i]!))! * 0.5) chosen.add(i);
	}
}

type View = { stacked: boolean; nextIsUnit: boolean; units: number };

/** What stands between a heading and the next. */
function viewFrom(signed: readonly Signed[], i: number, isStop: (i: number) => boolean): View {
	let next = i + 1;
	while (next < signed.length && passed(signed[next]!)) next++;

	const after = signed[next];
	const stacked = !!after && isStop(next) && after.look !== signed[i]!.look;
	let units = 0;
	for (let j = i + 1; j < signed.length && !isStop(j); j++) if (beginsItem(signed[j]!)) units++;

	return { stacked, nextIsUnit: !!after && beginsItem(after), units };
}

/** Images, emoji and dates between a heading and what it is over. */
function passed({ line, sign }: Signed): boolean {
	return !line.text || (!sign && !/\p{L}/u.test(line.text));
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
