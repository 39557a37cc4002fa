import { calibrate } from './calibrate.ts';
import { termsOfTopic } from './keywords.ts';
import type { Confirmed, Example, Model, Vector } from './model.ts';
import { vectorOf } from './model.ts';
import type { Topic } from './taxonomy.ts';
import { termsOf, type Term } from './terms.ts';

/** With fewer confirmed items than this the topics' own words know better. */
const FEWEST = 30;
/** The latest so many are learnt from: what a topic meant years ago says little, and takes its time. */
const LATEST = 2000;

type Learnt = Omit<Model, 'calibration'>;

/**
 * Learns from items that people gave topics. The topics' own words count as one example each, so that a
 * topic nobody confirmed yet is still found.
 *
 * Deterministic. Confidences are calibrated on stretches of examples left out in turn, which is why
 * these should come in the order of their issues: what comes next is then judged as it will be.
 *
 * @returns null where there are too few examples to learn anything from
 */
export function train(examples: readonly Example[], taxonomy: readonly Topic[]): Model | null {
	const keys = new Set(taxonomy.map(({ key }) => key));
	const known = examples
		.slice(-LATEST)
		.map((example) => ({
			terms: [...termsOf(example).values()],
			topics: [...new Set(example.topics)].filter((topic) => keys.has(topic))
		}))
		.filter(({ topics }) => topics.length > 0);
	const met = new Set(known.flatMap(({ topics }) => topics));
	if (known.length < FEWEST || met.size < 2) return null;

	const topics = taxonomy.map(({ key }) => key);
	const words = taxonomy.map(termsOfTopic);
	const calibration = calibrate(known, (some) => learn(some, topics, words));

	return { ...learn(known, topics, words), calibration };
}

function learn(known: readonly Confirmed[], topics: string[], words: Term[][]): Learnt {
	const rarity = raritiesOf(known);
	const unseen = Math.log(1 + known.length) + 1;
	const terms: Learnt['terms'] = {};
	const totals = topics.map(() => 0);
	const examples = topics.map(() => 0);
	const number = new Map(topics.map((topic, i) => [topic, i]));
	const weights = new Map<string, Map<number, number>>();

	function count(vector: Vector, topic: number, share: number) {
		for (const { term, weight } of vector) {
			const own = weights.get(term.stem) ?? new Map<number, number>();
			weights.set(term.stem, own.set(topic, (own.get(topic) ?? 0) + weight * share));
			totals[topic] = (totals[topic] ?? 0) + weight * share;
		}
	}

	for (const { terms: own, topics: keys } of known) {
		const vector = vectorOf(own, (stem) => rarity.get(stem));
		for (const key of keys) {
			const topic = number.get(key) ?? 0;
			count(vector, topic, 1 / keys.length);
			examples[topic] = (examples[topic] ?? 0) + 1 / keys.length;
		}
	}
	for (const { stem } of words.flat()) {
		if (!rarity.has(stem)) rarity.set(stem, unseen);
	}
	words.forEach((own, topic) => {
		const vector = vectorOf(own, (stem) => rarity.get(stem));
		count(vector, topic, 1);
	});

	for (const [stem, own] of weights) {
		terms[stem] = {
			rarity: rounded(rarity.get(stem) ?? 0),
			weights: [...own].map(([topic, weight]) => [topic, rounded(weight)])
		};
	}
	return { topics, examples, terms, size: weights.size, totals };
}

/** How rare each term is among the examples. Pairs of words are kept only if two examples have them. */
function raritiesOf(known: readonly Confirmed[]): Map<string, number> {
	const examples = new Map<string, number>();
	for (const { terms } of known) {
		for (const { stem } of terms) examples.set(stem, (examples.get(stem) ?? 0) + 1);
	}
	const rarity = new Map<string, number>();
	for (const [stem, n] of examples) {
		if (n > 1 || !stem.includes(' ')) rarity.set(stem, Math.log((1 + known.length) / (1 + n)) + 1);
	}
	return rarity;
}

/** Four digits: the model is stored. */
function rounded(value: number): number {
	return Math.round(value * 10_000) / 10_000;
}
