import { linksOf } from './co-occurrence.ts';
import { communities } from './communities.ts';
import type { CandidateTerm } from './vocabulary.ts';

/** Finer and coarser ways to part words into groups. */
const RESOLUTIONS = [2.5, 1.8, 1.3, 1] as const;
/** A finer way is taken where it is nearly as faithful as the most faithful. */
const NEARLY = 0.9;
const HALVES = 8;
/** Half of so many items say enough. */
const ENOUGH = 4000;
/** With fewer items half of them say too little. */
const FEWEST = 60;

/** Words that belong together, and how well they do so in halves of the items. */
export type Group = {
	/** indices of candidates, the most frequent first */
	terms: number[];
	/** 0..1: mean overlap with the likest group in halves of the items; null where they are too few */
	stability: number | null;
};

/**
 * Parts candidates into groups that stand in the same items. How fine they are parted is not asked:
 * it is what comes again most faithfully in halves of the items.
 *
 * @see Hennig: Cluster-wise assessment of cluster stability (2007)
 */
export function stableGroups(candidates: readonly CandidateTerm[], n: number): Group[] {
	const links = linksOf(candidates, n);
	if (n < FEWEST) return groupsOf(communities(links)).map((terms) => ({ terms, stability: null }));

	const stride = Math.ceil(n / ENOUGH);
	const halves = Array.from({ length: HALVES }, (_, half) =>
		linksOf(candidates, n, (item) => (item + half) % stride === 0 && isIn(item, half))
	);
	const ways = RESOLUTIONS.map((resolution) => {
		const again = halves.map((half) => communities(half, resolution));
		const groups = groupsOf(communities(links, resolution)).map((terms) => ({
			terms,
			stability: terms.length > 1 ? stabilityOf(terms, again, candidates.length) : null
		}));
		return { groups, faith: faithOf(groups) };
	});
	const most = Math.max(...ways.map(({ faith }) => faith));
	return ways.find(({ faith }) => faith >= NEARLY * most)!.groups;
}

/** The mean stability of words that are grouped at all. */
function faithOf(groups: readonly Group[]): number {
	let [words, sum] = [0, 0];
	for (const { terms, stability } of groups) {
		if (stability === null) continue;
		words += terms.length;
		sum += terms.length * stability;
	}
	return words ? sum / words : 0;
}

/** Which half an item is in: each pair of items is parted in about half of the halves. */
function isIn(item: number, half: number): boolean {
	let x = Math.imul(item + 1, 0x9e3779b1) ^ Math.imul(half + 1, 0x85ebca6b);
	x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
	return ((x ^ (x >>> 13)) & 1) === 0;
}

function groupsOf(group: readonly number[]): number[][] {
	const groups = new Map<number, number[]>();
	group.forEach((own, term) => groups.set(own, [...(groups.get(own) ?? []), term]));
	return [...groups.values()];
}

/** The mean overlap with the likest group of each half, beyond what a group as large has by chance. */
function stabilityOf(terms: readonly number[], again: readonly number[][], all: number): number {
	const likest = again.map((group) => {
		const met = new Map<number, number>();
		for (const term of terms) met.set(group[term]!, (met.get(group[term]!) ?? 0) + 1);
		const sizes = new Map<number, number>();
		for (const own of group) if (met.has(own)) sizes.set(own, (sizes.get(own) ?? 0) + 1);
		return Math.max(
			...[...met].map(([own, both]) => both / (terms.length + sizes.get(own)! - both))
		);
	});
	const share = terms.length / all;
	const chance = share / (2 - share);
	const mean = likest.reduce((a, b) => a + b, 0) / likest.length;
	return Math.max(0, (mean - chance) / (1 - chance));
}
