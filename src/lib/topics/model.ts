import { termsOf, type Term, type TopicText } from './terms.ts';

/** An item whose topics a person confirmed: none where they said that it has none. */
export type LabelledItem = { title: string; text: string; topics: readonly string[] };

/** An example as it is learnt from. */
export type Confirmed = { terms: Term[]; topics: string[] };

/** How the chances of a model become confidences: a slope each on what speaks for and against, and a shift. */
export type Calibration = { sure: number; unsure: number; shift: number };

/** What was learnt from examples: plain data, so that it can be stored as JSON. */
export type Model = {
	/** keys; the last is empty where some examples were about none */
	topics: string[];
	/** what speaks for each topic before a word is read */
	bias: number[];
	/** stem → how rare it is, and how much it speaks for each topic, or against it */
	terms: Record<string, { rarity: number; weights: number[] }>;
	calibration: Calibration;
};

/** An item's terms as weights of unit length, so that long texts count no more than short ones. */
export type Vector = { term: Term; weight: number }[];

/**
 * What a model reads of an item: its terms, and how long it is, for an announcement is told in fewer
 * words than an essay. The length has no word to be shown.
 */
export function readTerms(item: TopicText): Term[] {
	const terms = [...termsOf(item).values()];
	const words = item.text.split(/\s+/).length;
	return [
		...terms,
		{ stem: `#${Math.min(8, Math.floor(Math.log2(1 + words)))}`, word: '', weight: 1 }
	];
}

/** Weighs an item's terms: often in the item, rare in the others. Terms that no example has are left out. */
export function vectorOf(
	terms: Iterable<Term>,
	rarity: (stem: string) => number | undefined
): Vector {
	const vector: Vector = [];
	for (const term of terms) {
		const rare = rarity(term.stem);
		if (rare !== undefined) vector.push({ term, weight: (1 + Math.log(term.weight)) * rare });
	}
	const length = Math.sqrt(vector.reduce((sum, { weight }) => sum + weight * weight, 0));
	return vector.map(({ term, weight }) => ({ term, weight: weight / length }));
}

/** The chance of each topic, adding up to 1, and what each word of the item said for it. */
export type Score = { chances: number[]; said: { word: string; topics: number[] }[] };

/** Scores an item against each topic. */
export function scoreOf(vector: Vector, { terms, bias }: Pick<Model, 'terms' | 'bias'>): Score {
	const said = vector.map(({ term, weight }) => ({
		word: term.word,
		topics: (terms[term.stem]?.weights ?? []).map((own) => own * weight)
	}));
	const sums = bias.map((own, topic) =>
		said.reduce((sum, { topics }) => sum + (topics[topic] ?? 0), own)
	);
	return { chances: chancesOf(sums), said };
}

/** Chances from sums of weights: the softmax function, in place. */
export function chancesOf<T extends number[] | Float64Array>(sums: T): T {
	let most = -Infinity;
	for (const sum of sums) if (sum > most) most = sum;
	let all = 0;
	for (let i = 0; i < sums.length; i++) all += sums[i] = Math.exp(sums[i]! - most);
	for (let i = 0; i < sums.length; i++) sums[i]! /= all;
	return sums;
}
