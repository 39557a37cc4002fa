import { calibrated } from './calibrate.ts';
import { keywordScores, keywordsOf } from './keywords.ts';
import type { Model, Score } from './model.ts';
import { chances, scoreOf, vectorOf } from './model.ts';
import type { Topic } from './taxonomy.ts';
import { termsOf, type Words } from './terms.ts';

export type Suggestion = {
	/** key of the topic */
	topic: string;
	/** 0..1: how many of those said to be this sure are right */
	confidence: number;
	/** the words of the item that spoke for it, the clearest first */
	because: string[];
};

const MOST = 3;
/** Less sure than this is not worth a look. */
const LEAST = 0.1;
const REASONS = 4;

/**
 * What an item is probably about, the surest topic first: from what editors confirmed before, or from the
 * topics' own words as long as there is no model. Nothing where no word says anything.
 *
 * @example suggest({ title: 'Faille dans un navigateur', text: '' }, starter)[0]?.topic // => 'security'
 */
export function suggest(
	item: Words,
	taxonomy: readonly Topic[],
	model: Model | null = null
): Suggestion[] {
	const found = model ? learnt(item, taxonomy, model) : worded(item, taxonomy);
	return found
		.filter(({ confidence, because }) => confidence >= LEAST && because.length > 0)
		.sort((a, b) => b.confidence - a.confidence || (a.topic < b.topic ? -1 : 1))
		.slice(0, MOST);
}

function learnt(item: Words, taxonomy: readonly Topic[], model: Model): Suggestion[] {
	const vector = vectorOf(termsOf(item).values(), (stem) => model.terms[stem]?.rarity);
	const score = scoreOf(vector, model, model.calibration.smoothing);
	const chance = chances(score.topics, model.examples, model.calibration);

	return taxonomy.flatMap(({ key }) => {
		const topic = model.topics.indexOf(key);
		if (topic < 0) return [];
		const confidence = calibrated(chance[topic] ?? 0, model.calibration);
		return [{ topic: key, confidence, because: reasons(score, topic, model.topics.length) }];
	});
}

/** The words that speak more for this topic than for topics on average. */
function reasons({ said }: Score, topic: number, topics: number): string[] {
	const clear = said.map(({ word, topics: own }) => {
		const all = [...own.values()].reduce((sum, more) => sum + more, 0);
		return { word, more: (own.get(topic) ?? 0) - all / topics };
	});
	return clear
		.filter(({ more }) => more > 0.02)
		.sort((a, b) => b.more - a.more)
		.slice(0, REASONS)
		.map(({ word }) => word);
}

/** Sure if much speaks for a topic, and little for others. The curve is drawn to fit a few hundred known items. */
function worded(item: Words, taxonomy: readonly Topic[]): Suggestion[] {
	const scores = keywordScores(termsOf(item), keywordsOf(taxonomy));
	const all = [...scores.values()].reduce((sum, { score }) => sum + score, 0);

	return [...scores].map(([topic, { score, words }]) => ({
		topic,
		confidence: (score / all) * (1 - Math.exp(-score / 1.5)),
		because: words.slice(0, REASONS)
	}));
}
