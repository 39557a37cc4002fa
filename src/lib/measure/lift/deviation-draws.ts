import { explain, firstState, noneOrNormal, respond } from './deviation-state.ts';
import type { State, Union } from './deviation-state.ts';
import { redrawLevel, tradeLevel } from './level-shifts.ts';
import type { DeviationLikelihood } from './parts.ts';
import { CHANCES, spreadFits, SPREADS, VARIANCES } from './spreads.ts';
import type { Random } from '../stats/random.ts';
import { drawnBeta, drawnFrom } from '../stats/random.ts';

/**
 * Prior of the share of groups that deviate (a beta distribution, as counts of those that do and do not):
 * many is likelier than few.
 */
const SEEN = [1, 0.25] as const;

/** How many unions the belief weighs as much as that groups deviate as far in one union as in others. */
const ALIKE = 1;

/** Sweeps that are discarded, until the draws no longer depend on the start (burn-in). */
const SETTLING = 60;
const KEPT = 200;

/** Deviations never explain more than the rest: at least this share of the items' variance stays. */
const LEAST_NOISE = 0.2;

/** One sweep in this many moves all deviations of a union together. */
const TOGETHER = 4;

/** Draws of groups' deviations. */
export type Deviations = {
	/** one row per draw, in the order of the likelihood */
	draws: Float64Array[];
	/** the items' variance after deviations, as a share of what it was before them */
	noise: number;
};

/**
 * Draws groups' deviations in unions of parts from their posterior (Gibbs sampling of a spike and slab;
 * Ishwaran & Rao 2005, doi:10.1214/009053604000001147). A group's deviation is either zero or normal. How many
 * groups deviate, and how far in each union, is drawn anew in every sweep instead of estimated once: a few
 * groups leave both uncertain, and the intervals include that. So is a change that all issues of a union
 * share, which is no group's deviation (`level-shifts.ts`). The fit had counted all of this as noise of the
 * items, so the noise is estimated anew as well.
 */
export function deviationDraws(likelihood: DeviationLikelihood, random: Random): Deviations {
	const state = firstState(likelihood, random);
	const draws: Float64Array[] = [];
	let noise = 0;
	for (let sweep = 0; sweep < SETTLING + KEPT; sweep++) {
		for (const union of state.unions) redrawUnion(state, union, sweep % TOGETHER === 0);
		state.share = drawnShare(state);
		const share = explained(state, likelihood.score) / likelihood.items;
		state.noise = Math.max(LEAST_NOISE, 1 - share);
		if (sweep < SETTLING) continue;
		draws.push(state.at.slice());
		noise += state.noise / KEPT;
	}
	return { draws, noise };
}

/** Draws everything about one union anew. */
function redrawUnion(state: State, union: Union, together: boolean) {
	for (const one of union.ones) redraw(state, union, one);
	redrawLevel(state, union);
	const chances = chancesOf(union, state.unions);
	let squares = 0;
	for (const one of union.ones) squares += state.at[one]! ** 2;
	union.spread = drawnFrom(spreadFits(union.moving, squares, chances), state.random);
	if (!together) return;
	shift(state, union);
	tradeLevel(state, union);
	rescale(state, union, chances);
}

/**
 * Draws the share of possible deviations that are not zero: one share for all unions, since together they
 * show it best.
 */
function drawnShare({ unions, normal, random }: State): number {
	const moving = unions.reduce((sum, union) => sum + union.moving, 0);
	const all = unions.reduce((sum, { ones }) => sum + ones.length, 0);
	return drawnBeta(SEEN[0] + moving, SEEN[1] + all - moving, normal, random);
}

/** The part of the items' weighted sum of squares that deviations and levels explain. */
function explained({ unions, at, left }: State, score: Float64Array): number {
	let sum = 0;
	for (const { ones, level } of unions)
		for (const one of ones) sum += (at[one]! + level.at) * (score[one]! + left[one]!);
	return sum;
}

/** Draws one deviation anew, given all others. */
function redraw(state: State, union: Union, one: number) {
	const { size, information, noise, share, at, left } = state;
	const own = information[one * size + one]! / noise;
	const before = at[one]!;
	if (before !== 0) union.moving--;
	const seen = { own, pull: left[one]! / noise + own * before };
	const next = noneOrNormal(state, seen, share, VARIANCES[union.spread]!);
	if (next !== 0) union.moving++;
	if (next === before) return;
	at[one] = next;
	explain(state, information.subarray(one * size, (one + 1) * size), next - before);
}

/** Prior of each spread: the more of the other unions have it, the likelier it is. */
function chancesOf(union: Union, unions: readonly Union[]): number[] {
	const chances = CHANCES.map((chance) => ALIKE * chance);
	for (const other of unions) if (other !== union && other.moving > 0) chances[other.spread]!++;
	return chances;
}

/**
 * Moves all deviations of a union together. A move that groups share can hardly be told from one of their
 * issues or sections: drawn one by one, each deviation is held back by the others.
 */
function shift(state: State, { ones, moving, spread }: Union) {
	if (moving < 2) return;
	const { at, left, row, noise, normal } = state;
	const isIn = (one: number) => (at[one] === 0 ? 0 : 1);
	const prior = 1 / VARIANCES[spread]!;
	respond(state, ones, isIn);
	let [precision, pull] = [moving * prior, 0];
	for (const one of ones) {
		if (at[one] === 0) continue;
		precision += row[one]! / noise;
		pull += left[one]! / noise - at[one]! * prior;
	}
	const by = pull / precision + normal() / Math.sqrt(precision);
	for (const one of ones) if (at[one] !== 0) at[one]! += by;
	explain(state, row, by);
}

/**
 * Draws the spread of a union anew and scales its deviations with it. Where the data say little about the
 * deviations, they depend on the spread alone, and neither would move without the other.
 */
function rescale(state: State, union: Union, chances: readonly number[]) {
	if (union.moving === 0) return;
	const { at, left, row, noise, random } = state;
	respond(state, union.ones, (one) => at[one]!);
	let [linear, square] = [0, 0];
	for (const one of union.ones) {
		square += (at[one]! * row[one]!) / noise;
		linear += (at[one]! * (left[one]! + row[one]!)) / noise;
	}
	const before = SPREADS[union.spread]!;
	union.spread = drawnFrom(
		SPREADS.map((spread, k) => {
			const factor = spread / before;
			return Math.log(chances[k]!) + factor * linear - (factor ** 2 * square) / 2;
		}),
		random
	);
	const factor = SPREADS[union.spread]! / before;
	if (factor === 1) return;
	for (const one of union.ones) at[one]! *= factor;
	explain(state, row, factor - 1);
}
