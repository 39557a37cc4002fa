import type { CandidateTerm } from './vocabulary.ts';

/** Neighbours of each candidate with how strongly they go together. */
export type Links = ReadonlyMap<number, number>[];

/** Less than this could be chance: the quantile of χ² with one degree of freedom at 1 %. */
export const CHANCE = 6.63;

/**
 * Which candidates stand in the same items more often than chance explains: by Dunning's
 * log-likelihood ratio, weighted by normalised pointwise mutual information.
 *
 * @param n items in all
 * @param within only items for which this holds, as with half of them
 * @see Dunning: Accurate methods for the statistics of surprise and coincidence (1993); Bouma:
 * Normalized (pointwise) mutual information in collocation extraction (2009)
 */
export function linksOf(
	candidates: readonly CandidateTerm[],
	n: number,
	within: (item: number) => boolean = () => true
): Links {
	const ofItem: number[][] = Array.from({ length: n }, () => []);
	const size = new Float64Array(candidates.length);
	let all = 0;
	for (let item = 0; item < n; item++) if (within(item)) all++;
	candidates.forEach(({ items }, term) => {
		for (const item of items)
			if (within(item)) {
				ofItem[item]!.push(term);
				size[term]!++;
			}
	});

	const together = new Map<number, number>();
	const width = candidates.length;
	for (const terms of ofItem)
		for (let i = 0; i < terms.length; i++)
			for (let j = i + 1; j < terms.length; j++) {
				const pair = terms[i]! * width + terms[j]!;
				together.set(pair, (together.get(pair) ?? 0) + 1);
			}

	const links: Map<number, number>[] = candidates.map(() => new Map<number, number>());
	const least = all < 60 ? 2 : 3;
	for (const [pair, both] of together) {
		if (both < least) continue;
		const [a, b] = [Math.floor(pair / width), pair % width];
		if (areNested(candidates[a]!, candidates[b]!)) continue;
		const [na, nb] = [size[a]!, size[b]!];
		if (both * all <= na * nb || surprise(both, na, nb, all) < CHANCE) continue;
		const weight = Math.log((both * all) / (na * nb)) / -Math.log(both / all);
		links[a]!.set(b, weight);
		links[b]!.set(a, weight);
	}
	return links;
}

/** A pair and one of its words always stand together. */
function areNested(a: CandidateTerm, b: CandidateTerm): boolean {
	return isPart(a, b) || isPart(b, a);
}

function isPart(pair: CandidateTerm, word: CandidateTerm): boolean {
	return pair.pair && !word.pair && pair.stem.split(' ').includes(word.stem);
}

/** Twice the logarithm of how much likelier the counts are if both depend on each other. */
export function surprise(both: number, a: number, b: number, all: number): number {
	const cells = [
		[both, (a * b) / all],
		[a - both, (a * (all - b)) / all],
		[b - both, ((all - a) * b) / all],
		[all - a - b + both, ((all - a) * (all - b)) / all]
	] as const;
	return (
		2 * cells.reduce((sum, [seen, due]) => sum + (seen > 0 ? seen * Math.log(seen / due) : 0), 0)
	);
}
