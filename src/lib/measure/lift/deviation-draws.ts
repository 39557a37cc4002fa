import type { Parted } from './parts.ts';
import type { Random } from '../stats/random.ts';
import { fillNormal } from '../stats/random.ts';

/** How far a group may be from what it is over all time, as a standard deviation: from not at all to very. */
const SPREADS = [0, 0.05, 0.1, 0.2, 0.35, 0.6, 1] as const;
const VARIANCES = SPREADS.map((spread) => spread ** 2);
const KINDS = SPREADS.length;

/** As if so much of a group had been seen of each: few groups must not settle what all do. */
const BELIEF = [1, 0.5, 0.5, 0.25, 0.1, 0.04, 0.01] as const;

/** A group does in one part as groups at large, in so many parts, and else as it did in others. */
const ALIKE = 1;

/** Draws before and after they are as likely as the truth. */
const SETTLING = 80;
const KEPT = 240;

/**
 * Draws deviations of groups in parts of the items, out of all that are as likely as what was seen
 * (Gibbs sampling). A group's deviation in a part is none, or as far as one out of a row of spreads
 * says; how many have which is told from all parts together, and of a group that moved in one of
 * them more is expected in the others (empirical Bayes with a mixture, as in Stephens 2017,
 * doi:10.1093/biostatistics/kxw041).
 *
 * @returns one row a draw, in the order of `parted`
 */
export function deviationDraws(
	{ groups, score, information }: Parted,
	random: Random
): Float64Array[] {
	const size = score.length;
	const state: State = {
		groups,
		information,
		at: new Float64Array(size),
		left: score.slice(),
		kind: new Int8Array(size),
		counts: new Float64Array(groups * KINDS),
		shares: normalised(BELIEF),
		likely: new Float64Array(KINDS)
	};
	const told = [...score.keys()].filter((one) => information[one * size + one]! > 1e-6);
	const parts = new Float64Array(groups);
	for (const one of told) {
		state.counts[(one % groups) * KINDS]!++;
		parts[one % groups]!++;
	}
	const normal = normals(random);
	const draws: Float64Array[] = [];
	for (let sweep = 0; sweep < SETTLING + KEPT; sweep++) {
		for (const one of told) redraw(state, one, random, normal);
		state.shares = sharesOf(state, parts);
		if (sweep >= SETTLING) draws.push(state.at.slice());
	}
	return draws;
}

type State = Pick<Parted, 'groups' | 'information'> & {
	at: Float64Array;
	/** the score that the present deviations leave */
	left: Float64Array;
	/** which spread each deviation has, and how many of each group's parts have it */
	kind: Int8Array;
	counts: Float64Array;
	shares: readonly number[];
	/** how likely each spread is of the one at hand */
	likely: Float64Array;
};

/** Draws one deviation anew, all others as they are. */
function redraw(state: State, one: number, random: Random, normal: () => number) {
	const { groups, information, at, left, kind, counts, shares, likely } = state;
	const size = at.length;
	const own = information[one * size + one]!;
	const before = at[one]!;
	const pull = left[one]! + own * before;
	const row = (one % groups) * KINDS;
	counts[row + kind[one]!]!--;

	let best = -Infinity;
	for (let k = 0; k < KINDS; k++) {
		const more = 1 + VARIANCES[k]! * own;
		const belief = counts[row + k]! + ALIKE * shares[k]!;
		likely[k] = Math.log(belief / Math.sqrt(more)) + (pull ** 2 * VARIANCES[k]!) / more / 2;
		if (likely[k]! > best) best = likely[k]!;
	}
	let rest = 0;
	for (let k = 0; k < KINDS; k++) rest += likely[k] = Math.exp(likely[k]! - best);
	rest *= random();
	let drawn = 0;
	while (drawn < KINDS - 1 && (rest -= likely[drawn]!) > 0) drawn++;

	counts[row + drawn]!++;
	kind[one] = drawn;
	const variance = VARIANCES[drawn]!;
	const known = variance / (1 + variance * own);
	const next = variance === 0 ? 0 : known * pull + Math.sqrt(known) * normal();
	if (next === before) return;
	at[one] = next;
	for (let other = 0; other < size; other++)
		left[other]! -= information[other * size + one]! * (next - before);
}

/** How many groups have which spread, each of them counted as one. */
function sharesOf({ counts, shares }: State, parts: Float64Array): number[] {
	const sums: number[] = [...BELIEF];
	parts.forEach((n, group) => {
		if (n === 0) return;
		for (let k = 0; k < KINDS; k++)
			sums[k]! += (counts[group * KINDS + k]! + ALIKE * shares[k]!) / (n + ALIKE);
	});
	return normalised(sums);
}

function normals(random: Random): () => number {
	const pair = new Float64Array(2);
	let isFirst = false;
	return () => {
		isFirst = !isFirst;
		if (isFirst) fillNormal(pair, random);
		return pair[isFirst ? 0 : 1]!;
	};
}

function normalised(parts: readonly number[]): number[] {
	const sum = parts.reduce((all, part) => all + part, 0);
	return parts.map((part) => part / sum);
}
