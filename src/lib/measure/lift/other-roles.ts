import { weightsOf } from '../stats/random-effects.ts';

/** How one item that is not editorial did, with what an editorial one at its position get. */
export type OtherItem = { role: 'sponsor' | 'house'; clickers: number; expected: number };

/** A role's log effect, how sure it is, and how far its items scatter around it. */
export type RoleEffect = { mean: number; sd: number; spread: number };

export type OtherRoles = Record<OtherItem['role'], RoleEffect>;

/** Prior: sponsors' and house items get about half of a story's clickers, give or take a factor of two. */
const USUAL = { mean: Math.log(0.5), sd: 0.7 };

/** Prior of how far items of one role differ, as standard deviations of log rates. */
const APART = {
	spreads: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5],
	scale: 0.6
};

/**
 * Estimates what sponsors' and house items get, relative to editorial ones at the same positions of the same
 * issues. Clickers are Poisson, and their log rates are normal around the role's mean (a Poisson–normal mixed
 * model, by Laplace's approximation; Tierney & Kadane 1986, doi:10.1080/01621459.1986.10478240). With few
 * items the mean is drawn toward what is usual among newsletters. How far items differ is averaged over, each
 * spread weighted by its likelihood.
 *
 * @example otherRoles([]).sponsor.mean // => Math.log(0.5)
 */
export function otherRoles(items: readonly OtherItem[]): OtherRoles {
	const effectOf = (role: OtherItem['role']): RoleEffect => {
		const own = items.filter((item) => item.role === role && item.expected > 0);
		const given = APART.spreads.map((spread) => meanGiven(own, spread));
		const shares = weightsOf(
			given.map(({ log }) => log),
			APART
		);
		const over = (pick: (i: number) => number) =>
			shares.reduce((sum, share, i) => sum + share * pick(i), 0);
		const mean = over((i) => given[i]!.mean);
		const square = over((i) => given[i]!.variance + given[i]!.mean ** 2);
		return {
			mean,
			sd: Math.sqrt(square - mean ** 2),
			spread: Math.sqrt(over((i) => APART.spreads[i]! ** 2))
		};
	};
	return { sponsor: effectOf('sponsor'), house: effectOf('house') };
}

/** Enough Newton steps to converge; each starts close to its answer. */
const STEPS = 20;

/**
 * For a given spread: the likeliest mean, its variance, and the log likelihood of the items up to a constant.
 */
function meanGiven(items: readonly OtherItem[], spread: number) {
	const square = spread ** 2;
	let mean = USUAL.mean;
	for (let step = 0; ; step++) {
		let log = -(((mean - USUAL.mean) / USUAL.sd) ** 2) / 2;
		let slope = (USUAL.mean - mean) / USUAL.sd ** 2;
		let precision = 1 / USUAL.sd ** 2;
		for (const item of items) {
			const x = likeliest(item, mean, square);
			const rate = item.expected * Math.exp(x);
			const whole = 1 + square * rate;
			log += item.clickers * x - rate - ((x - mean) ** 2 / square + Math.log(whole)) / 2;
			slope += (x - mean) / square - (square * rate) / whole ** 2 / 2;
			precision += rate / whole;
		}
		const move = slope / precision;
		if (step === STEPS || Math.abs(move) < 1e-3 / Math.sqrt(precision))
			return { mean, variance: 1 / precision, log: log - Math.log(precision) / 2 };
		mean += Math.min(1, Math.max(-1, move));
	}
}

/** An item's likeliest log rate relative to the expected one, by Newton's method. */
function likeliest({ clickers, expected }: OtherItem, mean: number, square: number): number {
	let x = (Math.log((clickers + 0.5) / expected) + mean) / 2;
	for (let step = 0; step < STEPS; step++) {
		const rate = expected * Math.exp(x);
		const move = (clickers - rate - (x - mean) / square) / (rate + 1 / square);
		x += Math.min(1, Math.max(-1, move));
		if (Math.abs(move) < 1e-6) break;
	}
	return x;
}
