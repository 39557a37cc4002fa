import { append } from '../long-lists.ts';
import { standingIn } from './standing.ts';
import type { Trace } from './trace.ts';

/**
 * A publication's template as its issues tell it: wrapper induction (Kushmerick 1997; Crescenzi et al.,
 * RoadRunner, 2001) on lines instead of tags. Lines are aligned by their words and their look: what
 * recurs with its words is frame or a section's heading, what recurs with its look alone is a place for something.
 */
export type Template = {
	/** keys of headings over sections */
	sections: ReadonlySet<string>;
	/** keys of headings over the same words each time: of the frame as these are */
	constant: ReadonlySet<string>;
	/** codes of lines that stand in most issues and are of no story */
	frame: ReadonlySet<string>;
	/** looks of which all headings are over sections, and looks of which all are titles */
	looks: ReadonlyMap<string, 'section' | 'title'>;
	/** codes of items that stand in issue after issue */
	standing: ReadonlySet<string>;
};

/** An issue's document and what it says; the HTML and the text of one issue are of one edition. */
export type DocumentEvidence = {
	edition: string;
	/** it is plain text, which shows less than HTML */
	plain: boolean;
	trace: Trace;
};

/** What editors said of a publication's lines, in any of its issues: it weighs more than any count. */
export type Said = { sections: readonly string[]; others: readonly string[] };

/** A heading that was read as a section in so many issues is one in all of them. */
const SECTION_IN = 2;

/** One that was never read so has to stand in so many, and in this share of them. */
const STANDS_IN = { issues: 3, share: 0.6 };

/** A heading over other words each time, in so many and this share of the issues, holds what changes. */
const HOLDS_IN = { issues: 3, share: 0.4, same: 0.5 };

/** So many lines below a heading tell whether what it is over changes. */
const NEAR = 2;

/** Of what is over the frame this share of the lines is the same in most issues. */
const CONSTANT = 0.8;

/** A line of the frame stands in this share of the issues. */
const FRAME_SHARE = 0.6;

/** Looks are judged by so many headings in so many issues, by the share of those that recur. */
const LOOKS = { issues: 3, headings: 6, titles: 0.12, sections: 0.8 };

type Seen = Map<string, Set<string>>;

/** Learns the template of a publication. Every document is given as it reads by itself: no order matters. */
export function learn(documents: readonly DocumentEvidence[], said: Said | null = null): Template {
	const editions = new Set(documents.map(({ edition }) => edition)).size;
	const sections: Seen = new Map();
	const standing: Seen = new Map();
	const headings: Seen = new Map();
	const below = new Map<string, string[][]>();
	const lines: Seen = new Map();
	for (const { edition, trace } of documents) {
		for (const key of trace.sections) note(sections, key, edition);
		for (const key of [...trace.sections, ...trace.over]) note(standing, key, edition);
		for (const key of [...trace.sections, ...trace.over, ...trace.bare])
			note(headings, key, edition);
		for (const [key, codes] of Object.entries(trace.below ?? {}))
			below.set(key, [...(below.get(key) ?? []), codes]);
		for (const code of trace.lines ?? []) note(lines, code, edition);
	}

	const same = new Map([...below].map(([key, lists]) => [key, sameShare(lists)]));
	const constant = new Set(
		[...headings].flatMap(([key, { size }]) => {
			return size >= (editions > 2 ? 3 : 2) && same.get(key)! >= CONSTANT ? [key] : [];
		})
	);
	const often = Math.max(STANDS_IN.issues, editions * STANDS_IN.share);
	const holding = Math.max(HOLDS_IN.issues, editions * HOLDS_IN.share);
	const learnt = [...headings].flatMap(([key, { size }]) => {
		const read = sections.get(key)?.size ?? 0;
		const near = (below.get(key) ?? []).map((codes) => codes.slice(0, NEAR));
		const changes = near.length >= 2 && sameShare(near) <= HOLDS_IN.same;
		const recurs = (standing.get(key)?.size ?? 0) >= often || (size >= holding && changes);
		return !constant.has(key) && (recurs || read >= SECTION_IN) ? [key] : [];
	});
	const others = new Set([
		...documents.flatMap(({ trace }) => trace.repeated ?? []),
		...(said?.others ?? [])
	]);
	for (const key of said?.sections ?? []) others.delete(key);
	return {
		sections: new Set(
			[...learnt, ...(said?.sections ?? [])].filter((key) => key && !others.has(key))
		),
		constant,
		frame: frameOf(lines, editions),
		looks: looksOf(documents, headings, others),
		standing: standingIn(
			documents.map(({ edition, trace }) => ({ edition, items: trace.items ?? [] }))
		)
	};
}

function note(seen: Seen, key: string, value: string) {
	const known = seen.get(key);
	if (known) known.add(value);
	else seen.set(key, new Set([value]));
}

/** Which share of the lines below a heading is the same in most issues; 0 where nothing is below it. */
function sameShare(lists: readonly string[][]): number {
	if (lists.length < 2) return 0;
	const counts = new Map<string, number>();
	for (const codes of lists)
		for (const code of new Set(codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
	const all = lists.flat();
	const recurring = all.filter((code) => counts.get(code)! > lists.length / 2);
	return all.length ? recurring.length / all.length : 0;
}

/** Of two issues only their ends tell: what recurs among their stories may be an advertisement. */
function frameOf(lines: Seen, editions: number): Set<string> {
	const least = Math.max(2, Math.ceil(editions * FRAME_SHARE));
	const keys = new Set<string>();
	for (const [code, editionsOf] of lines) {
		const atEnd = code.startsWith('>');
		const others = lines.get(atEnd ? code.slice(1) : `>${code}`) ?? [];
		const all = new Set([...editionsOf, ...others]).size;
		if (all >= least && (atEnd || editions >= 3)) keys.add(code.replace('>', ''));
	}
	return keys;
}

/** What recurs and is of no section, such as an advertisement's title, says nothing of the look that it has. */
function looksOf(
	documents: readonly DocumentEvidence[],
	headings: Seen,
	others: ReadonlySet<string>
): Map<string, 'section' | 'title'> {
	const looks = new Map<string, { keys: string[]; editions: Set<string> }>();
	for (const { edition, trace } of documents) {
		for (const [look, all] of Object.entries(trace.looks ?? {})) {
			const keys = all.filter((key) => !others.has(key));
			if (keys.length === 0) continue;
			const known = looks.get(look) ?? { keys: [], editions: new Set<string>() };
			append(known.keys, keys);
			known.editions.add(edition);
			looks.set(look, known);
		}
	}

	const judged = new Map<string, 'section' | 'title'>();
	for (const [look, { keys, editions }] of looks) {
		if (editions.size < LOOKS.issues || keys.length < LOOKS.headings) continue;
		const recurring =
			keys.filter((key) => (headings.get(key)?.size ?? 0) >= 2).length / keys.length;
		if (recurring <= LOOKS.titles) judged.set(look, 'title');
		else if (recurring >= LOOKS.sections) judged.set(look, 'section');
	}
	return judged;
}
