import type { DeviationLikelihood } from './parts.ts';
import { normals, type Random } from '../stats/random.ts';
import { FIRST_SPREAD } from './spreads.ts';

/** The deviations of one union of parts. */
export type Union = {
	/** their places; of the others nothing is seen */
	ones: number[];
	/** how many of them are not none */
	moving: number;
	/** the place of their spread in the row of spreads */
	spread: number;
	level: Level;
};

/** How far all issues of a union have risen or fallen together, whatever is in them. */
type Level = {
	/** none, or how far, as a logarithm */
	at: number;
	/** the place of its spread in the row of spreads */
	spread: number;
	/** what it takes from the score, by so much of it */
	row: Float64Array;
};

/** What one sweep of draws leaves to the next. */
export type State = Pick<DeviationLikelihood, 'information'> & {
	size: number;
	random: Random;
	/** draws from the standard normal distribution */
	normal: () => number;
	unions: Union[];
	/** the variance of what items scatter, as a share of what it was without deviations */
	noise: number;
	/** of all that may deviate, the share that does */
	share: number;
	at: Float64Array;
	/** the score that the present deviations and levels leave */
	left: Float64Array;
	/** scratch: how the score changes with all of a union */
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
 * Draws what is none, or normal around none.
 *
 * @param own how precisely it was seen
 * @param pull what was seen, times that
 * @param share how likely it is beforehand that it is not none
 */
export function noneOrNormal(
	{ random, normal }: State,
	{ own, pull }: { own: number; pull: number },
	share: number,
	variance: number
): number {
	const known = variance / (1 + variance * own);
	// logarithms: a change that is plain to see would be beyond all numbers
	const odds =
		Math.log(share / (1 - share)) + Math.log(known / variance) / 2 + (pull ** 2 * known) / 2;
	return random() < 1 / (1 + Math.exp(-odds)) ? known * pull + Math.sqrt(known) * normal() : 0;
}

/** Fills the scratch row: how much less score is left where these move by so much each. */
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

/** Takes from the score that is left what a move by so much explains. */
export function explain({ left }: State, row: Float64Array, by: number) {
	if (by === 0) return;
	for (let other = 0; other < left.length; other++) left[other]! -= by * row[other]!;
}
