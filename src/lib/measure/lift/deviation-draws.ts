import type { DeviationLikelihood } from './parts.ts';
import type { Random } from '../stats/random.ts';
import { drawnBeta, drawnFrom, normals } from '../stats/random.ts';

/** How far groups that deviate may be from what they are over all time, as a standard deviation. */
const SPREADS = [0.02, 0.028, 0.04, 0.056, 0.08, 0.11, 0.16, 0.22, 0.32, 0.45, 0.63, 0.9] as const;

/** Groups that move by less are not told from those that stand still. */
export const LEAST_SPREAD = SPREADS[0];

const VARIANCES = SPREADS.map((spread) => spread ** 2);
const LOGS = SPREADS.map((spread) => Math.log(spread));
const TOTAL = SPREADS.reduce((sum, spread) => sum + spread, 0);

/**
 * How likely each is beforehand: as the points widen with the spread, so that any standard deviation is
 * as likely as any other (Gelman 2006, doi:10.1214/06-BA117A).
 */
const CHANCES = SPREADS.map((spread) => spread / TOTAL);

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

/**
 * Draws deviations of groups in unions of parts, out of all that are as likely as what was seen (Gibbs
 * sampling of a spike and slab; Ishwaran & Rao 2005, doi:10.1214/009053604000001147). A group's
 * deviation is none, or normal. How many deviate, and how far in each union, is not estimated once but
 * drawn anew in every sweep: a few groups leave both unsure, and intervals hold that doubt.
 * What deviations explain had been taken for noise of the items: it is estimated anew as well.
 */
export function deviationDraws(
	{ groups, items, score, information }: DeviationLikelihood,
	random: Random
): Deviations {
	const size = score.length;
	const state: State = {
		...{ size, information, noise: 1, share: 0.5 },
		at: new Float64Array(size),
		left: score.slice(),
		row: new Float64Array(size)
	};
	const unions = Array.from({ length: size / groups }, (_, union): Union => {
		const all = Array.from({ length: groups }, (_, group) => union * groups + group);
		const ones = all.filter((one) => information[one * size + one]! > 1e-6);
		return { ones, moving: 0, spread: 5 };
	});
	const normal = normals(random);
	const draws: Float64Array[] = [];
	let noise = 0;
	for (let sweep = 0; sweep < SETTLING + KEPT; sweep++) {
		for (const union of unions) {
			for (const one of union.ones) redraw(state, union, one, random, normal);
			const chances = chancesOf(union, unions);
			union.spread = drawnFrom(fitsOf(state, union, chances), random);
			if (sweep % TOGETHER > 0) continue;
			shift(state, union, normal);
			rescale(state, union, chances, random);
		}
		state.share = drawnShare(unions, normal, random);
		state.noise = Math.max(LEAST_NOISE, 1 - explained(state, score) / items);
		if (sweep < SETTLING) continue;
		draws.push(state.at.slice());
		noise += state.noise / KEPT;
	}
	return { draws, noise };
}

export type Deviations = {
	/** one row a draw, in the order of the likelihood */
	draws: Float64Array[];
	/** the variance of what items scatter beside deviations, as a share of what it was without any */
	noise: number;
};

/** The share of groups that deviate where they may: one for all unions, which together tell it best. */
function drawnShare(unions: readonly Union[], normal: () => number, random: Random): number {
	const moving = unions.reduce((sum, union) => sum + union.moving, 0);
	const all = unions.reduce((sum, { ones }) => sum + ones.length, 0);
	return drawnBeta(SEEN[0] + moving, SEEN[1] + all - moving, normal, random);
}

/** How much of the weighted sum of squares of all items deviations take away. */
function explained({ at, left }: State, score: Float64Array): number {
	let sum = 0;
	for (let one = 0; one < at.length; one++) sum += at[one]! * (score[one]! + left[one]!);
	return sum;
}

/** The deviations of one union. */
type Union = {
	/** their places; of the others nothing is seen */
	ones: number[];
	/** how many of them are not none */
	moving: number;
	/** the place of their spread in the row of spreads */
	spread: number;
};

type State = Pick<DeviationLikelihood, 'information'> & {
	size: number;
	/** the variance of what items scatter, as a share of what it was without deviations */
	noise: number;
	/** of all that may deviate, the share that does */
	share: number;
	at: Float64Array;
	/** the score that the present deviations leave */
	left: Float64Array;
	/** scratch: how the score changes with all of a union */
	row: Float64Array;
};

/** Draws one deviation anew, all others as they are. */
function redraw(
	{ size, information, noise, share, at, left }: State,
	union: Union,
	one: number,
	random: Random,
	normal: () => number
) {
	const variance = VARIANCES[union.spread]!;
	const own = information[one * size + one]! / noise;
	const before = at[one]!;
	if (before !== 0) union.moving--;
	const pull = left[one]! / noise + own * before;
	const known = variance / (1 + variance * own);
	// logarithms: a change that is plain to see would be beyond all numbers
	const odds =
		Math.log(share / (1 - share)) + Math.log(known / variance) / 2 + (pull ** 2 * known) / 2;
	const isMoving = random() < 1 / (1 + Math.exp(-odds));
	const next = isMoving ? known * pull + Math.sqrt(known) * normal() : 0;
	if (isMoving) union.moving++;
	if (next === before) return;
	at[one] = next;
	const by = next - before;
	const from = one * size;
	for (let other = 0; other < size; other++) left[other]! -= information[from + other]! * by;
}

/** How likely each spread is beforehand: the more of the other unions have it, the more. */
function chancesOf(union: Union, unions: readonly Union[]): number[] {
	const chances = CHANCES.map((chance) => ALIKE * chance);
	for (const other of unions) if (other !== union && other.moving > 0) chances[other.spread]!++;
	return chances;
}

/** How likely each spread is, given the deviations of a union as they are, as a logarithm. */
function fitsOf({ at }: State, { ones, moving }: Union, chances: readonly number[]): number[] {
	let squares = 0;
	for (const one of ones) squares += at[one]! ** 2;
	return chances.map(
		(chance, k) => Math.log(chance) - moving * LOGS[k]! - squares / VARIANCES[k]! / 2
	);
}

/**
 * Moves all deviations of a union together. What groups have in common can hardly be told from what
 * their issues, or sections, did: drawn one by one, each is held back by the others.
 */
function shift(state: State, { ones, moving, spread }: Union, normal: () => number) {
	if (moving < 2) return;
	const { at, left, row, noise } = state;
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
	for (let other = 0; other < left.length; other++) left[other]! -= by * row[other]!;
}

/**
 * Draws the spread of a union anew together with its deviations, all of which it scales: where little
 * is seen of them they hang on it alone, and neither would move by itself.
 */
function rescale(state: State, union: Union, chances: readonly number[], random: Random) {
	if (union.moving === 0) return;
	const { at, left, row, noise } = state;
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
	for (let other = 0; other < left.length; other++) left[other]! -= (factor - 1) * row[other]!;
}

/** How much less score is left where these move by so much each. */
function respond(
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
