import { metTerms, type Met, type ProposalItem } from './met-terms.ts';
import { folded } from './terms.ts';

/** A word, a pair of neighbours or a mark that comes again in items. */
export type CandidateTerm = {
	stem: string;
	/** items that have it, in their order */
	items: number[];
	/** the share of them whose title has it */
	inTitles: number;
	/** 0..1: how often it stands where a noun stands */
	noun: number;
	/** as people write it most often */
	written: string;
	pair: boolean;
	mark: boolean;
	/** other words that stand in the same items, nearly always: what is printed again and again */
	echoes: number;
};

/** More candidates make it slow, and say no more. */
const MOST = 700;
/** A word that less often stands where nouns stand names nothing. */
const LEAST_NOUN = 0.12;

/** Terms that recur in items, in several issues where there are several, the most frequent first. */
export function candidatesOf(pieces: readonly ProposalItem[]): CandidateTerm[] {
	const met = metTerms(pieces);
	const n = pieces.length;
	const issues = new Set(pieces.map(({ issue }) => issue)).size;
	const least = leastItems(n);
	const candidates = [...met.values()].filter(
		({ items, issues: own, mark }) =>
			items.length >= least &&
			items.length <= n * (mark ? 0.7 : n < 40 ? 0.5 : 0.35) &&
			(issues < 3 || own.size > 1)
	);
	const frequent = withoutShadows(candidates, met)
		.sort((a, b) => b.items.length - a.items.length || (a.stem < b.stem ? -1 : 1))
		.slice(0, MOST)
		.map(candidateOf);
	return withoutEchoes(frequent.filter(({ noun, pair }) => pair || noun >= LEAST_NOUN));
}

/** So many items at least a term must have: more of many, where chance repeats itself. */
function leastItems(n: number): number {
	return Math.max(2, Math.min(12, Math.round(Math.log2(n / 12))));
}

/** Of the rarer of two words so much stands in the pair, or the pair is no phrase of its own. */
const PHRASE = 0.4;
/** So much of a word's items make it part of a phrase. */
const SHADOW = 0.8;

/** Pairs that are phrases, and words that are more than a part of one. */
function withoutShadows(met: readonly Met[], sizes: ReadonlyMap<string, Met>): Met[] {
	const size = (stem: string) => sizes.get(stem)?.items.length ?? 0;
	const phrases = met.filter(({ stem, pair, items }) => {
		if (!pair) return true;
		const [a = '', b = ''] = stem.split(' ');
		return items.length >= PHRASE * Math.min(size(a), size(b));
	});
	const shadows = new Set<string>();
	for (const { stem, pair, items } of phrases)
		if (pair)
			for (const part of stem.split(' '))
				if (items.length >= SHADOW * size(part)) shadows.add(part);
	return phrases.filter(({ stem }) => !shadows.has(stem));
}

/** Two words that share so many of their items are one phrase that is printed again. */
const ECHO = 0.8;

/** One of words that always stand together, with how many they are. */
function withoutEchoes(candidates: readonly CandidateTerm[]): CandidateTerm[] {
	const kept: CandidateTerm[] = [];
	for (const candidate of candidates) {
		const own = new Set(candidate.items);
		const same = kept.find(({ items, mark }) => {
			if (mark || candidate.mark || candidate.items.length < ECHO * items.length) return false;
			const both = items.reduce((n, item) => n + Number(own.has(item)), 0);
			return both >= ECHO * (items.length + own.size - both);
		});
		if (same) same.echoes++;
		else kept.push(candidate);
	}
	return kept;
}

function candidateOf(term: Met): CandidateTerm {
	const { stem, items, titles, seen, nouns, pair, mark } = term;
	return {
		echoes: 0,
		stem,
		items,
		inTitles: titles / items.length,
		noun: mark ? 1 : Math.min(1, Math.max(0, nouns / seen)),
		written: writtenMostly(term.written),
		pair,
		mark
	};
}

/** The spelling that is met most, those with accents before those that lack them. */
function writtenMostly(written: ReadonlyMap<string, number>): string {
	const all = [...written];
	const accented = (word: string) => folded(word) !== word.toLowerCase();
	const most = Math.max(...all.map(([, n]) => n));
	const some = all.filter(([word, n]) => accented(word) && n >= most / 4);
	const plain = new Set(some.map(([word]) => folded(word)));
	const open = all.filter(([word]) => accented(word) || !plain.has(folded(word)));
	open.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
	return open[0]?.[0] ?? '';
}
