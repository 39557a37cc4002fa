import { weightsOf } from '../stats/random-effects.ts';

/** How one item that is not editorial did against what its place would give an editorial one. */
export type OtherItem = { role: 'sponsor' | 'house'; clickers: number; expected: number };

/** A role's log effect, how sure that is, and how far its items scatter around it. */
export type RoleEffect = { mean: number; sd: number; spread: number };

export type OtherRoles = Record<OtherItem['role'], RoleEffect>;

/** Sponsors and notices get about half of a story's clickers, give or take a factor of two. */
const USUAL = { mean: Math.log(0.5), sd: 0.7 };

/** How far items of one role may lie apart, as logarithms. */
const APART = {
	spreads: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5],
	scale: 0.6
};

/**
 * What sponsors' items, and those of the house, get against editorial ones in the same places of the
 * same issues: clickers are Poisson, their log rates normal around the role's mean (a Poisson–normal mixed
 * model, by Laplace's approximation; Tierney & Kadane 1986, doi:10.1080/01621459.1986.10478240). The mean is
 * drawn toward what is usual among newsletters as long as items are few; how far items lie apart is averaged
 * over by how likely each spread makes them.
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

/** Steps that settle any of these, each from near. */
const STEPS = 20;

/** Given a spread: the likeliest mean, its variance, and how likely the items are, but for a constant. */
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

/** An item's likeliest log rate against what is expected, by Newton's method. */
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
