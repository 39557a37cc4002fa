import { calibrated, calibrationOf, trialsOf, type Trial } from './calibrate.ts';
import type { LabelledItem } from './model.ts';
import type { Topic } from './taxonomy.ts';
import { trainingSet } from './train.ts';

/** Suggestions of which it is known whether the editor said the same. */
export type Agreed = {
	n: number;
	right: number;
	/** mean of the confidences that they were made with, 0..1 */
	confidence: number;
};

/** How suggestions agree with what an editor says. */
export type Agreement = Agreed & {
	/** by how sure they were: the calibration curve, the least sure first; without empty ones */
	bands: (Agreed & { from: number; to: number })[];
	/** by the topic suggested, the most often suggested first */
	topics: (Agreed & { topic: string })[];
};

const EDGES = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 1];

type Judged = { topic: string; right: boolean; confidence: number };

/**
 * How well the first suggestion for an item agrees with the topics that a person gave it, by models that had
 * not seen that item, nor were calibrated on it (nested cross-validation in the order of the examples).
 *
 * @returns null where there are too few examples to learn anything from
 */
export function agreementOf(
	examples: readonly LabelledItem[],
	taxonomy: readonly Topic[]
): Agreement | null {
	const training = trainingSet(examples, taxonomy);
	if (!training) return null;
	const folds = trialsOf(training.known, training.learnFrom);
	const judged = folds.flatMap((fold, i) => judge(fold, folds.filter((_, j) => j !== i).flat()));
	// that an item is about nothing is never suggested
	const suggested = judged.filter(({ topic }) => topic !== '');
	const topics = [...new Set(suggested.map(({ topic }) => topic))];
	return {
		...summed(suggested),
		bands: EDGES.slice(1).flatMap((to, i) => {
			const from = EDGES[i]!;
			const own = suggested.filter(
				({ confidence }) => confidence >= from && (confidence < to || to === 1)
			);
			return own.length ? [{ from, to, ...summed(own) }] : [];
		}),
		topics: topics
			.map((topic) => ({ topic, ...summed(suggested.filter((one) => one.topic === topic)) }))
			.sort((a, b) => b.n - a.n || (a.topic < b.topic ? -1 : 1))
	};
}

function judge(fold: readonly Trial[], others: readonly Trial[]): Judged[] {
	const calibration = calibrationOf(others);
	return fold.map(({ topic, right, chance }) => ({
		topic,
		right,
		confidence: calibrated(chance, calibration)
	}));
}

function summed(judged: readonly Judged[]): Agreed {
	const n = judged.length;
	return {
		n,
		right: judged.filter(({ right }) => right).length,
		confidence: n ? judged.reduce((sum, { confidence }) => sum + confidence, 0) / n : 0
	};
}
