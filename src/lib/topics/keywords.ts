import { allNames, allWords } from './names.ts';
import type { Topic } from './taxonomy.ts';
import { isMark, markStem, termsOf, type Term } from './terms.ts';

/** stem → the topics it speaks for, each with how clearly */
export type Keywords = ReadonlyMap<string, ReadonlyMap<string, number>>;

const known = new WeakMap<readonly Topic[], Keywords>();

/** The words of a taxonomy by their stems. Remembered per taxonomy, since every item asks for them. */
export function keywordsOf(taxonomy: readonly Topic[]): Keywords {
	const keywords = known.get(taxonomy) ?? indexOf(taxonomy);
	known.set(taxonomy, keywords);
	return keywords;
}

/** The words of a topic as terms, its names among them. */
export function termsOfTopic({ names, words }: Topic): Term[] {
	return [...allNames(names), ...allWords(words)].flatMap((word) => termOf(word) ?? []);
}

/** A word of a topic as a term: of a pair of words, the pair alone. */
export function termOf(word: string): Term | undefined {
	if (isMark(word)) return { stem: markStem(word), word, weight: 1 };
	// upper case among lower keeps abbreviations ("ai") that would else be stop words
	const written = word.length <= 3 ? word.toUpperCase() : word;
	const terms = [...termsOf({ title: '', text: `${written} ·a` }).values()];
	return terms.find(({ stem }) => stem.includes(' ')) ?? terms[0];
}

function indexOf(taxonomy: readonly Topic[]): Keywords {
	const index = new Map<string, Map<string, number>>();
	for (const topic of taxonomy) {
		for (const { stem } of termsOfTopic(topic)) {
			index.set(stem, (index.get(stem) ?? new Map<string, number>()).set(topic.key, 1));
		}
	}
	// a word of several topics speaks for each of them less clearly
	for (const topics of index.values()) {
		for (const key of topics.keys()) topics.set(key, 1 / topics.size);
	}
	return index;
}

/** What an item's words say for each topic: how much, and which words. */
export function keywordScores(
	terms: ReadonlyMap<string, Term>,
	keywords: Keywords
): Map<string, { score: number; words: string[] }> {
	// in "data centre" the word "data" no longer speaks for itself
	const spoken = new Set(
		[...terms.keys()].flatMap((stem) =>
			stem.includes(' ') && keywords.has(stem) ? stem.split(' ') : []
		)
	);

	const scores = new Map<string, { score: number; words: string[] }>();
	for (const { stem, word, weight } of terms.values()) {
		if (spoken.has(stem)) continue;
		for (const [key, clarity] of keywords.get(stem) ?? []) {
			const said = scores.get(key) ?? { score: 0, words: [] };
			said.score += clarity * Math.log2(1 + weight) * (stem.includes(' ') ? 1.5 : 1);
			said.words.push(word);
			scores.set(key, said);
		}
	}
	return scores;
}
