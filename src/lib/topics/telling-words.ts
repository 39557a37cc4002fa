import type { CandidateTerm } from './vocabulary.ts';

/** A word that tells a cluster from the others. */
export type Telling = Omit<CandidateTerm, 'items'> & {
	/** items of the cluster that have it */
	held: number[];
	/** items in all that have it */
	all: number;
	score: number;
};

/** Less of a word's items in the cluster than this, and it speaks for others as well. */
const OWN = 0.45;
const MOST = 14;

/**
 * The words that tell clusters apart, by class-based tf-idf: frequent in this one, rare in all.
 *
 * @see Grootendorst: BERTopic: Neural topic modeling with a class-based TF-IDF procedure (2022)
 */
export function tellingWords(
	candidates: readonly CandidateTerm[],
	clusters: readonly { items: readonly number[] }[],
	n: number
): Telling[][] {
	const clusterOf = new Int32Array(n).fill(-1);
	clusters.forEach(({ items }, cluster) => {
		for (const item of items) clusterOf[item] = cluster;
	});
	const mean =
		candidates.reduce((sum, { items }) => sum + items.length, 0) / (clusters.length || 1);

	const byCluster: Telling[][] = clusters.map(() => []);
	for (const { items, ...candidate } of candidates) {
		const held = new Map<number, number[]>();
		for (const item of items) {
			const cluster = clusterOf[item]!;
			if (cluster >= 0) held.set(cluster, [...(held.get(cluster) ?? []), item]);
		}
		for (const [cluster, own] of held) {
			if (own.length < 2 || own.length < OWN * items.length) continue;
			const score =
				(own.length / clusters[cluster]!.items.length) * Math.log(1 + mean / items.length);
			byCluster[cluster]!.push({ ...candidate, held: own, all: items.length, score });
		}
	}
	return byCluster.map((words) =>
		words.sort((a, b) => b.score - a.score || (a.stem < b.stem ? -1 : 1)).slice(0, MOST)
	);
}
