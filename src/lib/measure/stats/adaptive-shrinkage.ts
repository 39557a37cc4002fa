import type { Effect } from './observed.ts';

/** A log ratio as observed, and its sampling variance. */
export type Observed = { value: number; variance: number };

/** Standard deviations of the mixture's components: most ratios come from the narrowest. */
const SPREADS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64] as const;

/** Pseudo-count of ratios that are zero: what is little known stays there. */
const PRIOR_COUNT = 10;

const ROUNDS = 60;

/**
 * Adaptive shrinkage: log ratios shrunk toward zero by as much as chance explains. Of hundreds, the largest
 * would otherwise be those known least; one that stands out clearly among many zeros is hardly shrunk.
 *
 * Model (Stephens 2017, doi:10.1093/biostatistics/kxw041): observed ~ N(true, variance), and true comes from a
 * mixture of normal distributions with mean 0, whose weights are estimated by EM from all ratios together.
 *
 * @param observed log ratios, each with its sampling variance
 * @returns posterior mean and standard deviation of each true log ratio, in the same order; one alone says little
 * @example adaptiveShrinkage([{ value: 0.5, variance: 0.25 }])[0].mean // => 0.0002
 */
export function adaptiveShrinkage(observed: readonly Observed[]): Effect[] {
	const densities = observed.map(({ value, variance }) => {
		const logs = SPREADS.map((spread) => {
			const whole = spread ** 2 + variance;
			return -(Math.log(whole) + value ** 2 / whole) / 2;
		});
		const top = Math.max(...logs);
		return logs.map((log) => Math.exp(log - top));
	});

	let shares = SPREADS.map(() => 1 / SPREADS.length);
	for (let round = 0; round < ROUNDS; round++) {
		const sums = SPREADS.map((_, k) => (k === 0 ? PRIOR_COUNT : 0));
		for (const own of densities) posterior(own, shares).forEach((p, k) => (sums[k]! += p));
		shares = sums.map((sum) => sum / (observed.length + PRIOR_COUNT));
	}

	return observed.map(({ value, variance }, i) => {
		let mean = 0;
		let square = 0;
		posterior(densities[i]!, shares).forEach((p, k) => {
			const ownWeight = SPREADS[k]! ** 2 / (SPREADS[k]! ** 2 + variance);
			mean += p * ownWeight * value;
			square += p * (ownWeight * variance + (ownWeight * value) ** 2);
		});
		return { mean, sd: Math.sqrt(square - mean ** 2) };
	});
}

function posterior(densities: readonly number[], shares: readonly number[]): number[] {
	const parts = densities.map((density, k) => density * shares[k]!);
	const total = parts.reduce((sum, part) => sum + part, 0);
	return parts.map((part) => part / total);
}
