import type { Group } from './stable-groups.ts';
import type { CandidateTerm } from './vocabulary.ts';

/** Items that are about one thing, by their words. */
export type Cluster = {
	/** those nearest to its centre first */
	items: number[];
	stability: number | null;
};

const ROUNDS = 8;
/** Cosine to the centre below which an item belongs to no cluster. */
const NEAR = 0.12;
/** Two centres as near to each other as this are one. */
const SAME = 0.55;

type Vector = { term: number; weight: number }[];
type Centre = { weights: Float64Array; stability: number | null };

/**
 * Items parted by their words: spherical k-means, begun at groups of words that belong together.
 *
 * @param n items in all
 * @see Dhillon, Modha: Concept decompositions for large sparse text data using clustering (2001)
 */
export function clustersOf(
	candidates: readonly CandidateTerm[],
	groups: readonly Group[],
	n: number
): Cluster[] {
	const vectors = vectorsOf(candidates, n);
	let centres = groups.map(({ terms, stability }): Centre => {
		const weights = new Float64Array(candidates.length);
		for (const term of terms) weights[term] = rarity(candidates[term]!, n);
		return { weights: unit(weights), stability };
	});
	let nearest: (Near | null)[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const next = vectors.map((vector) => nearestTo(vector, centres));
		const moved = next.filter((near, i) => near?.centre !== nearest[i]?.centre).length;
		nearest = next;
		if (round > 0 && moved <= n / 500) break;
		centres = merged(centresOf(vectors, nearest, centres));
	}
	nearest = vectors.map((vector) => nearestTo(vector, centres));
	return centres.map(({ stability }, centre) => ({
		items: nearest
			.flatMap((near, item) => (near?.centre === centre ? [{ item, ...near }] : []))
			.sort((a, b) => b.cosine - a.cosine || a.item - b.item)
			.map(({ item }) => item),
		stability
	}));
}

function rarity({ items, mark }: CandidateTerm, n: number): number {
	return (1 + Math.log(n / items.length)) * (mark ? 0.8 : 1);
}

function vectorsOf(candidates: readonly CandidateTerm[], n: number): Vector[] {
	const vectors: Vector[] = Array.from({ length: n }, () => []);
	candidates.forEach((candidate, term) => {
		const weight = rarity(candidate, n);
		for (const item of candidate.items) vectors[item]!.push({ term, weight });
	});
	return vectors.map((vector) => {
		const length = Math.sqrt(vector.reduce((sum, { weight }) => sum + weight * weight, 0));
		return vector.map(({ term, weight }) => ({ term, weight: weight / length }));
	});
}

type Near = { centre: number; cosine: number };

function nearestTo(vector: Vector, centres: readonly Centre[]): Near | null {
	let best: Near | null = null;
	centres.forEach(({ weights }, centre) => {
		let cosine = 0;
		for (const { term, weight } of vector) cosine += weight * weights[term]!;
		if (cosine >= NEAR && cosine > (best?.cosine ?? 0) + 1e-9) best = { centre, cosine };
	});
	return best;
}

function centresOf(
	vectors: readonly Vector[],
	nearest: readonly (Near | null)[],
	before: readonly Centre[]
): Centre[] {
	const next = before.map(({ weights, stability }) => ({
		weights: new Float64Array(weights.length),
		stability,
		n: 0
	}));
	vectors.forEach((vector, item) => {
		const near = nearest[item];
		if (!near) return;
		const centre = next[near.centre]!;
		centre.n++;
		for (const { term, weight } of vector) centre.weights[term]! += weight;
	});
	return next
		.filter(({ n }) => n > 0)
		.map(({ weights, stability }) => ({ weights: unit(weights), stability }));
}

/** Makes one of centres that came to lie together. */
function merged(centres: readonly Centre[]): Centre[] {
	const kept: Centre[] = [];
	for (const centre of centres) {
		const same = kept.find(({ weights }) => dot(weights, centre.weights) > SAME);
		if (same) same.weights = unit(same.weights.map((weight, i) => weight + centre.weights[i]!));
		else kept.push({ ...centre });
	}
	return kept;
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
	return sum;
}

function unit(weights: Float64Array): Float64Array {
	const length = Math.sqrt(dot(weights, weights)) || 1;
	return weights.map((weight) => weight / length);
}
