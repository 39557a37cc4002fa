import { fillNormal, type Random } from './random.ts';

/** How unequal amounts are, whatever their size: what all channels tell together. */
export type AmountShape = {
	/** logarithms of amounts less the mean of their group's, widened to make up for that mean */
	residuals: readonly number[];
	/** their variance, with what was believed beforehand, and its degrees of freedom */
	variance: number;
	freedom: number;
};

/**
 * What is believed of amounts before any is seen: as if four had been seen whose logarithms have a
 * standard deviation of 1, as contracts and baskets of very different sizes have.
 */
const PRIOR = { freedom: 4, variance: 1 };

/** As many amounts as seen weigh as much as a log-normal distribution of their variance. */
const SMOOTHING = 30;

/**
 * The shape of amounts, from all groups together: a group has few buyers, and its largest amounts have
 * mostly not been seen in it, but perhaps in another.
 *
 * @param groups positive amounts, one a buyer
 * @throws {RangeError} of an amount that is not positive
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
	// in which order readers came to be known is nothing that figures may rest on, to the last digit
	residuals.sort((a, b) => a - b);
	const sum = squares.sort((a, b) => a - b).reduce((all, one) => all + one, 0);
	return {
		residuals,
		variance: (sum + PRIOR.freedom * PRIOR.variance) / all,
		freedom: all
	};
}

/**
 * Draws amounts of a shape: those seen, and for what was not seen a log-normal distribution, the less
 * the more was seen (a Dirichlet process around it; Ferguson 1973, doi:10.1214/aos/1176342360).
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
		/** what one amount is on average */
		mean: smooth * Math.exp(variance / 2) + (1 - smooth) * seen,
		/** a standard deviation of logarithms, as far as it is known: one for each sample */
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
