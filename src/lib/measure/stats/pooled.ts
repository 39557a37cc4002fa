import type { Effect } from './observed.ts';

/** A log ratio as observed, and its sampling variance. */
export type Observed = { value: number; variance: number };

/** Spreads that a ratio may come from: most from hardly any, a few from a wide one. */
const SPREADS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64] as const;

/** As if so many more ratios had been seen that are none: what is little known stays none. */
const BELIEF = 10;

const ROUNDS = 60;

/**
 * Log ratios drawn towards none by as much as chance explains: of hundreds, the largest would
 * otherwise be those known least. One that stands out clearly among many that are none is hardly
 * drawn at all.
 *
 * Adaptive shrinkage (Stephens 2017, doi:10.1093/biostatistics/kxw041): each comes from one of a row
 * of normal distributions around none, whose shares are estimated from all of them together.
 *
 * @example pooled([{ value: 0.5, variance: 0.25 }])[0].mean // close to 0: one alone says little
 */
export function pooled(observed: readonly Observed[]): Effect[] {
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
		const sums = SPREADS.map((_, k) => (k === 0 ? BELIEF : 0));
		for (const own of densities) posterior(own, shares).forEach((p, k) => (sums[k]! += p));
		shares = sums.map((sum) => sum / (observed.length + BELIEF));
	}

	return observed.map(({ value, variance }, i) => {
		let mean = 0;
		let square = 0;
		posterior(densities[i]!, shares).forEach((p, k) => {
			const pull = SPREADS[k]! ** 2 / (SPREADS[k]! ** 2 + variance);
			mean += p * pull * value;
			square += p * (pull * variance + (pull * value) ** 2);
		});
		return { mean, sd: Math.sqrt(square - mean ** 2) };
	});
}

function posterior(densities: readonly number[], shares: readonly number[]): number[] {
	const parts = densities.map((density, k) => density * shares[k]!);
	const total = parts.reduce((sum, part) => sum + part, 0);
	return parts.map((part) => part / total);
}
