import type { Term } from './terms.ts';

/** An item whose topics a person confirmed. */
export type Example = { title: string; text: string; topics: readonly string[] };

/** An example as it is learnt from. */
export type Confirmed = { terms: Term[]; topics: string[] };

/** How the scores of a model become confidences: chosen on items that the model had not seen. */
export type Calibration = {
	/** how much every term, and every topic, is given before it was seen */
	smoothing: number;
	/** how far scores are spread before they are compared */
	spread: number;
	/** how much a topic's frequency counts */
	prior: number;
	/** slope and shift on the log odds */
	slope: number;
	shift: number;
};

/** What was learnt from examples: plain data, so that it can be stored as JSON. */
export type Model = {
	topics: string[];
	/** examples of each topic, an item of k topics counting 1/k */
	examples: number[];
	/** stem → how rare it is, and its weight in each topic that has it */
	terms: Record<string, { rarity: number; weights: [topic: number, weight: number][] }>;
	/** number of terms */
	size: number;
	/** sum of weights of each topic */
	totals: number[];
	calibration: Calibration;
};

/** An item's terms as weights of unit length, so that long texts count no more than short ones. */
export type Vector = { term: Term; weight: number }[];

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

/** What each term of an item says for each topic, in nats above a topic that never saw the term. */
export type Score = { topics: number[]; said: { word: string; topics: Map<number, number> }[] };

/**
 * Scores an item against each topic: multinomial naive Bayes on the weighted terms.
 *
 * @see Rennie, Shih, Teevan, Karger: Tackling the Poor Assumptions of Naive Bayes (ICML 2003), for
 * weighing and normalising terms before counting them
 */
export function scoreOf(
	vector: Vector,
	model: Pick<Model, 'terms' | 'size' | 'totals'>,
	smoothing: number
): Score {
	const { size } = model;
	const mass = vector.reduce((sum, { weight }) => sum + weight, 0);
	const topics = model.totals.map(
		(total) => mass * Math.log(smoothing / (total + smoothing * size))
	);

	const said = vector.map(({ term, weight }) => {
		const own = new Map<number, number>();
		for (const [topic, seen] of model.terms[term.stem]?.weights ?? []) {
			const more = weight * Math.log((seen + smoothing) / smoothing);
			topics[topic] = (topics[topic] ?? 0) + more;
			own.set(topic, more);
		}
		return { word: term.word, topics: own };
	});
	return { topics, said };
}

/** Turns scores into the chance of each topic; they add up to 1. */
export function chances(
	scores: readonly number[],
	examples: readonly number[],
	{ spread, prior }: Pick<Calibration, 'spread' | 'prior'>
): number[] {
	const all = examples.reduce((sum, n) => sum + n + 1, 0);
	const raised = scores.map(
		(score, topic) => spread * score + prior * Math.log(((examples[topic] ?? 0) + 1) / all)
	);
	const most = Math.max(...raised);
	const odds = raised.map((value) => Math.exp(value - most));
	const sum = odds.reduce((total, value) => total + value, 0);
	return odds.map((value) => value / sum);
}
