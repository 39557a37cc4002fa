import { areTogether, passageOf, type Passage, type Token } from './passages.ts';
import { beforeVerbs, determiners, headLast, letterWords, prepositions } from './small-words.ts';
import { smallWordsElsewhere } from './stop-words-elsewhere.ts';
import { stopWords } from './stop-words.ts';
import { folded, markStem } from './terms.ts';

/** An item as proposals read it. */
export type ProposalItem = {
	title: string;
	text: string;
	/** which issue it stood in: what recurs does so in several */
	issue: number;
	/** its section as `#Title`, and parts of the paths that it links to as `/part` */
	marks: readonly string[];
};

/** A term as it is met in items. */
export type Met = {
	stem: string;
	items: number[];
	issues: Set<number>;
	titles: number;
	seen: number;
	nouns: number;
	written: Map<string, number>;
	pair: boolean;
	mark: boolean;
};

/** All words, pairs of neighbours and marks of items, by their stems. */
export function metTerms(pieces: readonly ProposalItem[]): Map<string, Met> {
	const met = new Map<string, Met>();
	const isSmall = smallIn(pieces);
	pieces.forEach(({ title, text, issue, marks }, item) => {
		readPassage(met, passageOf(title, isSmall), { item, issue, title: true });
		readPassage(met, passageOf(text, isSmall), { item, issue, title: false });
		for (const mark of marks) {
			if (isForm(mark)) continue;
			const term = meet(met, markStem(mark), { item, issue, title: false });
			term.mark = true;
			write(term, mark, 1);
		}
	});
	return met;
}

/** Words that a corpus is read without: the small ones of the languages it is written in. */
function smallIn(pieces: readonly ProposalItem[]): (plain: string) => boolean {
	const sample = pieces
		.slice(0, 400)
		.flatMap(({ title, text }) => `${title} ${text}`.match(/[\p{L}]+/gu) ?? [])
		.map((word) => folded(word));
	const elsewhere = smallWordsElsewhere(sample);
	return (plain) => stopWords.has(plain) || elsewhere.has(plain) || letterWords.has(plain);
}

/** "En bref", "More news": a heading of whatever there is. */
function isForm(mark: string): boolean {
	const words = folded(mark).match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.every((word) => word.length < 3 || stopWords.has(word) || letterWords.has(word));
}

type At = { item: number; issue: number; title: boolean };

function meet(met: Map<string, Met>, stem: string, { item, issue, title }: At): Met {
	let term = met.get(stem);
	if (!term) {
		term = {
			stem,
			items: [],
			issues: new Set(),
			titles: 0,
			seen: 0,
			nouns: 0,
			written: new Map(),
			pair: false,
			mark: false
		};
		met.set(stem, term);
	}
	if (term.items.at(-1) !== item) {
		term.items.push(item);
		term.issues.add(issue);
		if (title) term.titles++;
	}
	return term;
}

function write(term: Met, written: string, weight: number) {
	term.written.set(written, (term.written.get(written) ?? 0) + weight);
}

function readPassage(met: Map<string, Met>, passage: Passage, at: At) {
	const { tokens } = passage;
	let before: number | null = null;
	let gap = 0;
	tokens.forEach((token, i) => {
		if (token.small) {
			gap++;
			return;
		}
		const term = meet(met, token.stem, at);
		term.seen++;
		term.nouns += nounAt(passage, i);
		write(term, wordAt(passage, i), token.first ? 0.5 : 1);

		const last = before === null ? null : tokens[before]!;
		if (last && gap < 2 && isPhrase(passage, last, token)) {
			const pair = meet(met, `${last.stem} ${token.stem}`, at);
			pair.pair = true;
			pair.seen++;
			if (determiners.has(standsBefore(passage, before!))) pair.nouns++;
			write(pair, pairAt(passage, last, token), last.first ? 0.5 : 1);
		}
		before = i;
		gap = 0;
	});
}

/** The word before one, where no sign parts them. */
function standsBefore(passage: Passage, i: number): string {
	const [left, token] = [passage.tokens[i - 1], passage.tokens[i]!];
	return left && areTogether(passage, left, token) ? left.plain : '';
}

/** How much speaks for a noun where a word stands. */
function nounAt(passage: Passage, i: number): number {
	const next = standsBefore(passage, i);
	if (determiners.has(next)) return 1;
	if (prepositions.has(next)) return 0.6;
	if (beforeVerbs.has(next)) return -0.5;
	if (next && !passage.tokens[i - 1]!.small && headLast.has(standsBefore(passage, i - 1)))
		return 0.7;
	return i === 0 && !VERB.test(passage.tokens[0]!.plain) ? 0.4 : 0;
}

/** Endings of verbs that open a title: "tailler", "choisir". */
const VERB = /(?:[^i]er|ir|oir|dre|tre|ez|ant|ing)$/;

function isPhrase(passage: Passage, before: Token, token: Token): boolean {
	return before.stem !== token.stem && areTogether(passage, before, token);
}

function pairAt({ text }: Passage, { start, first }: Token, { end }: Token): string {
	const words = text.slice(start, end).replace(/\s+/g, ' ');
	return first && !/^\p{Lu}{2}/u.test(words) ? words[0]!.toLowerCase() + words.slice(1) : words;
}

/**
 * As it stands, but for a capital that only says that a sentence begins. What hyphens tie to a small
 * word stays tied: "warm-up".
 */
function wordAt({ text, tokens }: Passage, i: number): string {
	const { start, first } = tokens[i]!;
	let end = i;
	while (tokens[end + 1] && text.slice(tokens[end]!.end, tokens[end + 1]!.start) === '-') end++;
	const tied = tokens.slice(i + 1, end + 1).some(({ small }) => small) ? end : i;
	const word = text.slice(start, tokens[tied]!.end);
	if (!first || /^[\p{Lu}\d]{2,5}$/u.test(word)) return word;
	return word.toLowerCase();
}
