import { headingKey } from './words.ts';
import { holds, isHeading, viewFrom } from './view.ts';
import type { IssueDocument } from './document.ts';
import type { Signed } from './signs.ts';

/** What a document says of its headings by itself, without any other issue: what habits are learnt from. */
export type Headings = {
	/** keys of the headings that hold its sections */
	sections: string[];
	/** keys of other lines that may be headings and occur once: over something that begins an item */
	over: string[];
	/** the same, over anything else */
	bare: string[];
};

/** Keys of headings that recur from issue to issue of a publication, and so are sections. */
export type Habits = ReadonlySet<string>;

/** A heading that was read as a section in so many issues is one in all of them. */
const SECTION_IN = 2;

/** One that was never read so has to stand in so many, and in this share of them. */
const STANDS_IN = { issues: 3, share: 0.6 };

/** The headings of a document: `sections` are those found, the others are looked for. */
export function headingsOf(signed: readonly Signed[], sections: readonly string[]): Headings {
	const own = new Set(sections);
	const counts = new Map<string, number>();
	const places = new Map<string, number>();
	signed.forEach(({ line, sign }, i) => {
		if (!isHeading({ sign }) && sign !== 'weak') return;
		const key = headingKey(line.text);
		counts.set(key, (counts.get(key) ?? 0) + 1);
		places.set(key, i);
	});

	const headings: Headings = { sections: [...own].filter(Boolean).sort(), over: [], bare: [] };
	for (const [key, i] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
		if (!key || own.has(key) || counts.get(key)! > 1) continue;
		const view = viewFrom(signed, i, (at) => isHeading(signed[at]!));
		(holds(view) > 0 ? headings.over : headings.bare).push(key);
	}
	return headings;
}

/**
 * Learns what recurs. `edition` tells issues apart: the text and the HTML of one are one. Every document
 * is given as it reads by itself, so that no order of reading makes a difference.
 */
export function habitsOf(documents: readonly { edition: string; headings: Headings }[]): Habits {
	const sections = new Map<string, Set<string>>();
	const standing = new Map<string, Set<string>>();
	const note = (seen: Map<string, Set<string>>, key: string, edition: string) => {
		const known = seen.get(key);
		if (known) known.add(edition);
		else seen.set(key, new Set([edition]));
	};
	for (const { edition, headings } of documents) {
		for (const key of headings.sections) note(sections, key, edition);
		for (const key of [...headings.sections, ...headings.over]) note(standing, key, edition);
	}

	const editions = new Set(documents.map(({ edition }) => edition)).size;
	const often = Math.max(STANDS_IN.issues, editions * STANDS_IN.share);
	return new Set(
		[...standing]
			.filter(([key, { size }]) => size >= often || (sections.get(key)?.size ?? 0) >= SECTION_IN)
			.map(([key]) => key)
	);
}

/** What tells an issue from the others: its HTML and its text share it. */
export function editionOf(
	{ number, date, title }: Pick<IssueDocument, 'number' | 'date' | 'title'>,
	name: string
): string {
	return String(number ?? date ?? title ?? name);
}

/** Which habits tell of a document what it does not say by itself, sorted: it reads otherwise by these alone. */
export function telling(habits: Habits, { over, bare }: Headings): string[] {
	return [...over, ...bare].filter((key) => habits.has(key)).sort();
}
