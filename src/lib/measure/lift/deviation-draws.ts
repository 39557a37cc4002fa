import { explain, firstState, noneOrNormal, respond } from './deviation-state.ts';
import type { State, Union } from './deviation-state.ts';
import { redrawLevel, tradeLevel } from './level-shifts.ts';
import type { DeviationLikelihood } from './parts.ts';
import { CHANCES, spreadFits, SPREADS, VARIANCES } from './spreads.ts';
import type { Random } from '../stats/random.ts';
import { drawnBeta, drawnFrom } from '../stats/random.ts';

/** As if so many groups had been seen that deviate, and that do not: that all do is likelier than that few do. */
const SEEN = [1, 0.25] as const;

/** Groups deviate in one union as far as in others, as if so many unions had been seen with any spread. */
const ALIKE = 1;

/** Draws before and after they are as likely as the truth. */
const SETTLING = 60;
const KEPT = 200;

/** Deviations leave at least so much of what scattered without them. */
const LEAST_NOISE = 0.2;

/** Of so many sweeps one moves what all deviations of a union have in common. */
const TOGETHER = 4;

/** Deviations of groups, drawn. */
export type Deviations = {
	/** one row a draw, in the order of the likelihood */
	draws: Float64Array[];
	/** the variance of what items scatter beside deviations, as a share of what it was without any */
	noise: number;
};

/**
 * Draws deviations of groups in unions of parts, out of all that are as likely as what was seen (Gibbs
 * sampling of a spike and slab; Ishwaran & Rao 2005, doi:10.1214/009053604000001147). A group's
 * deviation is none, or normal. How many deviate, and how far in each union, is not estimated once but
 * drawn anew in every sweep: a few groups leave both unsure, and intervals hold that doubt. So is what
 * all issues of a union have in common, which is no deviation of any group (`level-shifts.ts`).
 * What all of this explains had been taken for noise of the items: it is estimated anew as well.
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

/** Draws all of one union anew. */
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

/** The share of groups that deviate where they may: one for all unions, which together tell it best. */
function drawnShare({ unions, normal, random }: State): number {
	const moving = unions.reduce((sum, union) => sum + union.moving, 0);
	const all = unions.reduce((sum, { ones }) => sum + ones.length, 0);
	return drawnBeta(SEEN[0] + moving, SEEN[1] + all - moving, normal, random);
}

/** How much of the weighted sum of squares of all items deviations and levels take away. */
function explained({ unions, at, left }: State, score: Float64Array): number {
	let sum = 0;
	for (const { ones, level } of unions)
		for (const one of ones) sum += (at[one]! + level.at) * (score[one]! + left[one]!);
	return sum;
}

/** Draws one deviation anew, all others as they are. */
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

/** How likely each spread is beforehand: the more of the other unions have it, the more. */
function chancesOf(union: Union, unions: readonly Union[]): number[] {
	const chances = CHANCES.map((chance) => ALIKE * chance);
	for (const other of unions) if (other !== union && other.moving > 0) chances[other.spread]!++;
	return chances;
}

/**
 * Moves all deviations of a union together. What groups have in common can hardly be told from what
 * their issues, or sections, did: drawn one by one, each is held back by the others.
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
 * Draws the spread of a union anew together with its deviations, all of which it scales: where little
 * is seen of them they hang on it alone, and neither would move by itself.
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
