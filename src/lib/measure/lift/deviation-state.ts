import type { DeviationLikelihood } from './parts.ts';
import { normals, type Random } from '../stats/random.ts';
import { FIRST_SPREAD } from './spreads.ts';

/** The deviations of one union of parts. */
export type Union = {
	/** indexes of its deviations, without those that the data say nothing about */
	ones: number[];
	/** how many of them are not zero */
	moving: number;
	/** the index of their spread in `SPREADS` */
	spread: number;
	level: Level;
};

/** How far all issues of a union have risen or fallen together, whatever they contain. */
type Level = {
	/** as a logarithm; zero for no change */
	at: number;
	/** the index of its spread in `SPREADS` */
	spread: number;
	/** how much one unit of it takes from each score */
	row: Float64Array;
};

/** What one sweep of draws passes on to the next. */
export type State = Pick<DeviationLikelihood, 'information'> & {
	size: number;
	random: Random;
	/** draws from the standard normal distribution */
	normal: () => number;
	unions: Union[];
	/** the items' variance, as a share of what it was without deviations */
	noise: number;
	/** the share of possible deviations that are not zero */
	share: number;
	at: Float64Array;
	/** the score after subtracting what present deviations and levels explain */
	left: Float64Array;
	/** scratch: how the score changes when all of a union moves */
	row: Float64Array;
};

/** Nothing deviates yet. */
export function firstState(
	{ groups, score, information }: DeviationLikelihood,
	random: Random
): State {
	const size = score.length;
	const state: State = {
		size,
		information,
		random,
		normal: normals(random),
		unions: [],
		noise: 1,
		share: 0.5,
		at: new Float64Array(size),
		left: score.slice(),
		row: new Float64Array(size)
	};
	for (let from = 0; from < size; from += groups) {
		const all = Array.from({ length: groups }, (_, group) => from + group);
		const ones = all.filter((one) => information[one * size + one]! > 1e-6);
		respond(state, ones, () => 1);
		const level = { at: 0, spread: FIRST_SPREAD, row: state.row.slice() };
		state.unions.push({ ones, moving: 0, spread: FIRST_SPREAD, level });
	}
	return state;
}

/**
 * Draws a value that is zero, or normal around zero.
 *
 * @param own precision of the observation
 * @param pull the observed value times its precision
 * @param share prior chance that it is not zero
 */
export function noneOrNormal(
	{ random, normal }: State,
	{ own, pull }: { own: number; pull: number },
	share: number,
	variance: number
): number {
	const known = variance / (1 + variance * own);
	// in logarithms: the odds of an obvious change would overflow
	const odds =
		Math.log(share / (1 - share)) + Math.log(known / variance) / 2 + (pull ** 2 * known) / 2;
	return random() < 1 / (1 + Math.exp(-odds)) ? known * pull + Math.sqrt(known) * normal() : 0;
}

/** Fills the scratch row: how much each score falls when these deviations move by the given amounts. */
export function respond(
	{ size, information, row }: State,
	ones: readonly number[],
	by: (one: number) => number
) {
	row.fill(0);
	for (const one of ones) {
		const much = by(one);
		if (much === 0) continue;
		const from = one * size;
		for (let other = 0; other < size; other++) row[other]! += much * information[from + other]!;
	}
}

/** Subtracts from the remaining score what a move by this much explains. */
export function explain({ left }: State, row: Float64Array, by: number) {
	if (by === 0) return;
	for (let other = 0; other < left.length; other++) left[other]! -= by * row[other]!;
}
