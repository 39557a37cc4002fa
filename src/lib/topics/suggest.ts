import { calibrated } from './calibrate.ts';
import { keywordScores, keywordsOf } from './keywords.ts';
import { readTerms, scoreOf, vectorOf, type Model, type Score } from './model.ts';
import type { Topic } from './taxonomy.ts';
import { termsOf, type TopicText } from './terms.ts';

export type Suggestion = {
	/** key of the topic */
	topic: string;
	/** 0..1: how many of those said to be this sure are right */
	confidence: number;
	/** the words of the item that spoke for it, the clearest first; '' stands for its length */
	because: string[];
};

const MOST = 3;
/** Less sure than this is not worth a look. */
const LEAST = 0.1;
/** Where its length alone speaks for a topic, it has to be likelier than not. */
const LEAST_BY_LENGTH = 0.5;
const REASONS = 4;

/**
 * What an item is probably about, the surest topic first: from what editors confirmed before, or from the
 * topics' own words as long as there is no model. Nothing where no word says anything.
 *
 * @example suggest({ title: 'Faille dans un navigateur', text: '' }, technology)[0]?.topic // => 'security'
 */
export function suggest(
	item: TopicText,
	taxonomy: readonly Topic[],
	model: Model | null = null
): Suggestion[] {
	const suggestions = model ? learnt(item, taxonomy, model) : worded(item, taxonomy);
	return suggestions
		.filter(({ confidence, because }) => confidence >= leastFor(because))
		.sort((a, b) => b.confidence - a.confidence || (a.topic < b.topic ? -1 : 1))
		.slice(0, MOST);
}

function leastFor(because: readonly string[]): number {
	if (because.some((word) => word !== '')) return LEAST;
	return because.length ? LEAST_BY_LENGTH : Infinity;
}

function learnt(item: TopicText, taxonomy: readonly Topic[], model: Model): Suggestion[] {
	const vector = vectorOf(readTerms(item), (stem) => model.terms[stem]?.rarity);
	const score = scoreOf(vector, model);

	return taxonomy.flatMap(({ key }) => {
		const topic = model.topics.indexOf(key);
		if (topic < 0) return [];
		const confidence = calibrated(score.chances[topic] ?? 0, model.calibration);
		return [{ topic: key, confidence, because: reasons(score, topic) }];
	});
}

/** The words that speak more for this topic than for its rivals, each of these as far as it is likely. */
function reasons({ said, chances }: Score, topic: number): string[] {
	const others = 1 - (chances[topic] ?? 0) || 1;
	const clear = said.map(({ word, topics: own }) => {
		const rivals = own.reduce((sum, more, k) => (k === topic ? sum : sum + more * chances[k]!), 0);
		return { word, more: (own[topic] ?? 0) - rivals / others };
	});
	return clear
		.filter(({ more }) => more > 0)
		.sort((a, b) => b.more - a.more)
		.slice(0, REASONS)
		.map(({ word }) => word);
}

/** Sure if much speaks for a topic, and little for others. The curve is drawn to fit a few hundred known items. */
function worded(item: TopicText, taxonomy: readonly Topic[]): Suggestion[] {
	const scores = keywordScores(termsOf(item), keywordsOf(taxonomy));
	const all = [...scores.values()].reduce((sum, { score }) => sum + score, 0);

	return [...scores].map(([topic, { score, words }]) => ({
		topic,
		confidence: (score / all) * (1 - Math.exp(-score / 1.5)),
		because: words.slice(0, REASONS)
	}));
}
