import { countWords, type Line } from '../lines/line.ts';
import { isHeading, holdsItems, viewFrom } from '../lines/view.ts';
import { headingKey, isReadMore } from '../lines/words.ts';
import { labelsSponsor, marksSponsor } from '../lines/sponsor-words.ts';
import { itemKey } from './standing.ts';
import { lineKey } from './line-key.ts';
import type { IssueDocument } from '../source/document.ts';
import type { Signed } from '../lines/signs.ts';

/**
 * What a document says of its lines by itself, without any other issue: what a publication's template
 * is learnt from. Kept beside the document, so that one more issue needs no other to be read again.
 */
export type Trace = {
	/** keys of the headings that hold its sections */
	sections: string[];
	/** keys of other lines that may be headings and occur once: over something that begins an item */
	over: string[];
	/** the same, over anything else */
	bare: string[];
	/** for each of these keys the codes of the lines below it */
	below?: Record<string, string[]>;
	/** for each look of its headings their keys */
	looks?: Record<string, string[]>;
	/** for each look of its other lines that may begin a story their keys */
	shapes?: Record<string, string[]>;
	/** codes of the lines that stand once in it; those of its last third begin with `>` */
	lines?: string[];
	/** keys of what stands several times in it, or below a sponsor's mark: of no section */
	repeated?: string[];
	/** keys of its items' titles */
	titles?: string[];
	/** codes of its items that lead somewhere: of what each says, and where it leads */
	items?: string[];
};

/** A line of more words than this that recurs was copied, not set by a template. */
const MOST_LETTERS = 400;

/** As many lines below a heading are compared. */
const BELOW = 6;

/** The trace of a document: `sections` are the keys found, the others are looked for. */
export function traceOf(
	signed: readonly Signed[],
	sections: readonly string[],
	document: Pick<IssueDocument, 'sections'>
): Trace {
	const own = new Set(sections);
	const counts = new Map<string, number>();
	const places = new Map<string, number>();
	const looks: Record<string, string[]> = {};
	const shapes: Record<string, string[]> = {};
	const below: Record<string, string[]> = {};
	signed.forEach(({ line, sign, look, inner }, i) => {
		const strong = isHeading({ sign });
		if (!strong && sign && line.text) (shapes[look] ??= []).push(storyKey(line.text));
		if (inner && line.text && countWords(line.text) <= 8) {
			const key = storyKey(line.text);
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
		if (!strong && sign !== 'weak') return;
		const key = storyKey(line.text);
		counts.set(key, (counts.get(key) ?? 0) + 1);
		places.set(key, i);
		if (strong) (looks[look] ??= []).push(key);
		below[key] = codesBelow(signed, i);
	});

	const trace: Trace = { sections: [...own].filter(Boolean).sort(), over: [], bare: [] };
	for (const [key, i] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
		if (!key || own.has(key) || counts.get(key)! > 1) continue;
		const view = viewFrom(signed, i, (at) => isHeading(signed[at]!));
		(holdsItems(view) > 0 ? trace.over : trace.bare).push(key);
	}
	const titles = document.sections.flatMap(({ items }) =>
		items.map(({ title }) => storyKey(title))
	);
	// an advertisement that runs in every issue recurs with its title, as sections do; the mark of one may
	// stand at its end, too, above the next section
	const ofSections = new Set(
		[...places].flatMap(([key, i]) => (own.has(key) ? [signed[i]!.look] : []))
	);
	const paid = [...places].filter(
		([key, i]) => !own.has(key) && !ofSections.has(signed[i]!.look) && isBelowMark(signed, i)
	);
	const repeated = [...counts].filter(([, n]) => n > 1);
	const others = new Set([...repeated, ...paid].map(([key]) => key).filter(Boolean));
	return {
		...trace,
		repeated: [...others].sort(),
		below,
		looks,
		shapes,
		lines: linesOnce(signed),
		titles,
		items: document.sections.flatMap(({ items }) => items.flatMap((one) => itemKey(one) ?? []))
	};
}

/** Whether the words above a line label what somebody paid for. */
function isBelowMark(signed: readonly Signed[], i: number): boolean {
	let at = i - 1;
	while (at >= 0 && !signed[at]!.line.text) at--;
	return at >= 0 && labelsSponsor(signed[at]!.line.text);
}

/** What lines look like by their keys: those that look in two ways are left out. */
export function lookByKey({ looks = {}, shapes = {} }: Trace): Map<string, string> {
	const byLook = new Map<string, string>();
	const twice = new Set<string>();
	for (const [look, keys] of [...Object.entries(looks), ...Object.entries(shapes)])
		for (const key of keys)
			if (key && (byLook.get(key) ?? look) === look) byLook.set(key, look);
			else twice.add(key);
	for (const key of twice) byLook.delete(key);
	return byLook;
}

/** A heading's key; with its numbers, since stories that differ by these alone are different stories. */
export function storyKey(text: string): string {
	const key = headingKey(text);
	const numbers = text.match(/\d+/g);
	return key && numbers ? `${key} ${numbers.join(' ')}` : key;
}

function codesBelow(signed: readonly Signed[], i: number): string[] {
	const codes: string[] = [];
	for (let at = i + 1; at < signed.length && codes.length < BELOW; at++) {
		const code = lineKey(signed[at]!.line);
		if (code) codes.push(code);
	}
	return codes;
}

function linesOnce(signed: readonly Signed[]): string[] {
	const places = new Map<string, number[]>();
	signed.forEach(({ line }, i) => {
		if (line.text.length > MOST_LETTERS || !maybeFrame(line)) return;
		const code = lineKey(line);
		const known = code && places.get(code);
		if (known) known.push(i);
		else if (code) places.set(code, [i]);
	});
	const end = signed.length * 0.67;
	return [...places]
		.filter(([, at]) => at.length === 1)
		.map(([code, [at]]) => (at! >= end ? `>${code}` : code))
		.sort();
}

/** A call and a sponsor's mark recur within stories, of which they are part. */
export function maybeFrame({ text, image }: Pick<Line, 'text' | 'image'>): boolean {
	const words = text || image || '';
	return words !== '' && !isReadMore(words) && !marksSponsor(words);
}

/** What tells an issue from the others: its HTML and its text share it. */
export function editionOf(
	{ number, date, title }: Pick<IssueDocument, 'number' | 'date' | 'title'>,
	name: string
): string {
	return String(number ?? date ?? title ?? name);
}
