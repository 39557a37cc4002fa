import { fillNormal, type Random } from './random.ts';

/** How unequal amounts are, whatever their size; estimated from all channels together. */
export type AmountShape = {
	/** log amounts minus their group's mean, widened to correct for that mean being estimated */
	residuals: readonly number[];
	/** their variance, prior included, and its degrees of freedom */
	variance: number;
	freedom: number;
};

/**
 * Prior of amounts: as if four had been seen whose logarithms have a standard deviation of 1, as contracts and
 * baskets of very different sizes have.
 */
const PRIOR = { freedom: 4, variance: 1 };

/** The log-normal distribution weighs as much as this many observed amounts. */
const SMOOTHING = 30;

/**
 * The shape of amounts, from all groups together: a group has few buyers, and its largest possible amounts
 * have mostly not been seen in it, but perhaps in another.
 *
 * @param groups positive amounts, one per buyer
 * @throws {RangeError} if an amount is not positive
 */
export function amountShape(groups: readonly (readonly number[])[]): AmountShape {
	const residuals: number[] = [];
	const squares: number[] = [];
	let freedom = 0;
	for (const amounts of groups) {
		if (amounts.some((amount) => !(amount > 0))) throw new RangeError('an amount of nothing');
		const n = amounts.length;
		if (n < 2) continue;
		const logs = amounts.map(Math.log).sort((a, b) => a - b);
		const mean = logs.reduce((sum, log) => sum + log, 0) / n;
		for (const log of logs) {
			residuals.push((log - mean) * Math.sqrt(n / (n - 1)));
			squares.push((log - mean) ** 2);
		}
		freedom += n - 1;
	}
	const all = freedom + PRIOR.freedom;
	// sorted, because the order in which readers arrived must not change figures, not even in the last digit
	residuals.sort((a, b) => a - b);
	const sum = squares.sort((a, b) => a - b).reduce((all, one) => all + one, 0);
	return {
		residuals,
		variance: (sum + PRIOR.freedom * PRIOR.variance) / all,
		freedom: all
	};
}

/**
 * Draws amounts of a shape: those seen, mixed with a log-normal distribution for unseen ones; the more were
 * seen, the less of it (a Dirichlet process around it; Ferguson 1973, doi:10.1214/aos/1176342360).
 */
export function amountDrawer({ residuals, variance, freedom }: AmountShape, random: Random) {
	const smooth = SMOOTHING / (SMOOTHING + residuals.length);
	const exps = residuals.map(Math.exp);
	const seen = exps.reduce((sum, amount) => sum + amount, 0) / Math.max(1, exps.length);
	const pair = new Float64Array(2);
	let left = 0;
	const normal = () => {
		if (left === 0) fillNormal(pair, random);
		left = left === 0 ? 1 : 0;
		return pair[left]!;
	};

	return {
		/** the mean amount */
		mean: smooth * Math.exp(variance / 2) + (1 - smooth) * seen,
		/** a standard deviation of logarithms, drawn with its uncertainty: one for each sample */
		spread: () => Math.sqrt((variance * freedom) / chiSquare(freedom, normal, random)),
		one: (spread: number) =>
			random() < smooth ? Math.exp(spread * normal()) : exps[Math.floor(random() * exps.length)]!
	};
}

/** A chi-square variable (Marsaglia and Tsang 2000, doi:10.1145/358407.358414). */
function chiSquare(freedom: number, normal: () => number, random: Random): number {
	const d = freedom / 2 - 1 / 3;
	for (;;) {
		const x = normal();
		const v = (1 + x / Math.sqrt(9 * d)) ** 3;
		if (v > 0 && Math.log(random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return 2 * d * v;
	}
}
