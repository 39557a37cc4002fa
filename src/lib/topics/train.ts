import { calibrate } from './calibrate.ts';
import { termsOfTopic } from './keywords.ts';
import { fitTopics, type TrainingExample } from './fit.ts';
import { readTerms, vectorOf, type Confirmed, type LabelledItem, type Model } from './model.ts';
import type { Topic } from './taxonomy.ts';
import type { Term } from './terms.ts';

/** With fewer confirmed items than this the topics' own words know better. */
const FEWEST = 30;
/** The latest so many are learnt from: what a topic meant years ago says little, and takes its time. */
const LATEST = 2000;

/** What an item without any topic is about: learnt as the topics are, and never suggested. */
const NONE = '';

type Learnt = Omit<Model, 'calibration'>;

/**
 * Learns from items that people gave topics, or said to be about none of them. The topics' own words
 * count as one example each, so that a topic nobody confirmed yet is still found.
 *
 * Deterministic. Confidences are calibrated on stretches of examples left out in turn, which is why
 * these should come in the order of their issues: what comes next is then judged as it will be.
 *
 * @returns null where there are too few examples to learn anything from
 */
export function train(examples: readonly LabelledItem[], taxonomy: readonly Topic[]): Model | null {
	const training = trainingSet(examples, taxonomy);
	if (!training) return null;
	const { known, learnFrom } = training;
	return { ...learnFrom(known), calibration: calibrate(known, learnFrom) };
}

/** What there is to learn from, and how; null where it is too little. */
export function trainingSet(examples: readonly LabelledItem[], taxonomy: readonly Topic[]) {
	const keys = new Set(taxonomy.map(({ key }) => key));
	const known = examples
		.slice(-LATEST)
		.map((example): Confirmed => ({
			terms: readTerms(example),
			topics: example.topics.length
				? [...new Set(example.topics)].filter((topic) => keys.has(topic))
				: [NONE]
		}))
		.filter(({ topics }) => topics.length > 0);
	const met = new Set(known.flatMap(({ topics }) => topics));
	const named = met.size - Number(met.has(NONE));
	if (known.length < FEWEST || named < 2) return null;

	const topics = taxonomy.map(({ key }) => key);
	const words = taxonomy.map(termsOfTopic);
	if (met.has(NONE)) {
		topics.push(NONE);
		words.push([]);
	}
	return { known, learnFrom: (some: readonly Confirmed[]) => learn(some, topics, words) };
}

function learn(known: readonly Confirmed[], topics: string[], words: Term[][]): Learnt {
	const rarity = raritiesOf(known);
	const unseen = Math.log(1 + known.length) + 1;
	for (const { stem } of words.flat()) if (!rarity.has(stem)) rarity.set(stem, unseen);
	const number = new Map(topics.map((topic, i) => [topic, i]));
	const rare = (stem: string) => rarity.get(stem);

	const rows: TrainingExample[] = known.map(({ terms, topics: keys }) => ({
		vector: vectorOf(terms, rare),
		topics: keys.map((key) => [number.get(key)!, 1 / keys.length])
	}));
	words.forEach((own, topic) => {
		if (own.length) rows.push({ vector: vectorOf(own, rare), topics: [[topic, 1]] });
	});

	const { bias, weights } = fitTopics(rows, topics.length);
	const terms: Learnt['terms'] = {};
	for (const [stem, own] of weights) {
		terms[stem] = { rarity: rounded(rarity.get(stem)!), weights: own.map(rounded) };
	}
	return { topics, bias: bias.map(rounded), terms };
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
