import { CHANCE, surprise } from './co-occurrence.ts';
import type { Group } from './stable-groups.ts';
import type { CandidateTerm } from './vocabulary.ts';

/** Groups that together hold more of the items than this are no topic. */
const WIDE = 0.3;
/** Normalised pointwise mutual information below which groups stay apart. */
const NEAR = 0.15;
/** A word alone of which so many items are told by groups says how things are written. */
const TOLD = 0.5;

type Gathered = Group & { items: Set<number> };

/**
 * Makes one of groups whose words stand in the same items, which single words are too rare to show;
 * a word that goes with all groups alike is left out.
 *
 * @param isTopic whether a word that goes with no other may stand for a topic
 */
export function gathered(
	groups: readonly Group[],
	candidates: readonly CandidateTerm[],
	n: number,
	isTopic: (candidate: CandidateTerm) => boolean
): Group[] {
	const left: Gathered[] = groups.map((group) => ({
		...group,
		items: new Set(group.terms.flatMap((term) => candidates[term]!.items))
	}));
	const near = left.map((a, i) => left.map((b, j) => (j < i ? nearness(a, b, n) : 0)));
	for (;;) {
		let [best, at] = [0, [0, 0] as [number, number]];
		near.forEach((row, i) =>
			row.forEach((value, j) => {
				if (value > best) [best, at] = [value, [i, j]];
			})
		);
		if (best === 0) break;
		const [i, j] = at;
		const [a, b] = [left[i]!, left[j]!];
		a.terms = [...a.terms, ...b.terms];
		a.items = new Set([...a.items, ...b.items]);
		a.stability = a.stability ?? b.stability;
		b.terms = [];
		left.forEach((other, k) => {
			near[Math.max(j, k)]![Math.min(j, k)] = 0;
			if (k !== i)
				near[Math.max(i, k)]![Math.min(i, k)] = other.terms.length ? nearness(a, other, n) : 0;
		});
	}
	return withoutForms(left, candidates, isTopic);
}

function nearness(a: Gathered, b: Gathered, n: number): number {
	const [small, large] = a.items.size < b.items.size ? [a.items, b.items] : [b.items, a.items];
	let both = 0;
	for (const item of small) if (large.has(item)) both++;
	if (both < (n < 60 ? 2 : 3) || a.items.size + b.items.size - both > WIDE * n) return 0;
	const due = (a.items.size * b.items.size) / n;
	if (both <= due || surprise(both, a.items.size, b.items.size, n) < CHANCE) return 0;
	const near = Math.log(both / due) / -Math.log(both / n);
	return near >= NEAR ? near : 0;
}

function withoutForms(
	groups: readonly Gathered[],
	candidates: readonly CandidateTerm[],
	isTopic: (candidate: CandidateTerm) => boolean
): Group[] {
	const gathered = new Set(
		groups.filter(({ terms }) => terms.length > 1).flatMap(({ items }) => [...items])
	);
	return groups.filter(({ terms, items }) => {
		if (terms.length !== 1) return terms.length > 1;
		const others = [...items].filter((item) => gathered.has(item)).length;
		return others < TOLD * items.size && isTopic(candidates[terms[0]!]!);
	});
}
