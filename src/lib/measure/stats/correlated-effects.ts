import { choleskyRoot, dot, inverseOfRoot, multiply } from './linear.ts';
import type { Effect } from './observed.ts';
import { weightsOf, type SpreadPrior } from './random-effects.ts';

/**
 * Effects observed together, as coefficients of one regression are: an error in one shifts the others.
 * `precision` is the matrix of the normal equations, row-major; `product` its right side.
 */
export type ObservedTogether = { precision: Float64Array; product: Float64Array };

/**
 * Effects of groups, drawn toward their common mean: random coefficients (a linear mixed model; Lindley &
 * Smith 1972, doi:10.1111/j.2517-6161.1972.tb00885.x). The spread between them is averaged over. Its likeliest
 * value is often zero when groups are few; with that alone, a quarter of 90 % intervals would miss. A group
 * without observations gets the mean of the others.
 *
 * @param prior spreads in rising order; `mean`: standard deviation of the common mean around 0, which matters
 * where only differences are observed because one effect rises as another falls
 * @returns posterior mean and standard deviation of each effect, in the same order
 */
export function correlatedEffects(
	observed: ObservedTogether,
	prior: SpreadPrior & { mean: number }
): Effect[] {
	const ofMean = 1 / prior.mean ** 2;
	const fits = prior.spreads.map((spread) =>
		spread === 0 ? allAlike(observed, ofMean) : around(observed, spread, ofMean)
	);
	const weights = weightsOf(
		fits.map(({ log }) => log),
		prior
	);
	return Array.from(observed.product, (_, i) => {
		let mean = 0;
		let square = 0;
		fits.forEach(({ effects }, k) => {
			const of = effects[i]!;
			mean += weights[k]! * of.mean;
			square += weights[k]! * (of.variance + of.mean ** 2);
		});
		return { mean, sd: Math.sqrt(square - mean ** 2) };
	});
}

/** For a given spread: each effect, and the log likelihood up to a constant. */
type Given = { effects: { mean: number; variance: number }[]; log: number };

/** @param ofMean prior precision of the common mean */
function allAlike({ precision, product }: ObservedTogether, ofMean: number): Given {
	const sure =
		Math.max(
			0,
			precision.reduce((sum, one) => sum + one, 0)
		) + ofMean;
	const mean = product.reduce((sum, one) => sum + one, 0) / sure;
	return {
		effects: Array.from(product, () => ({ mean, variance: 1 / sure })),
		log: (sure * mean ** 2 - Math.log(sure)) / 2
	};
}

function around({ precision, product }: ObservedTogether, spread: number, ofMean: number): Given {
	const n = product.length;
	const prior = 1 / spread ** 2;
	const whole = precision.slice();
	for (let i = 0; i < n; i++) whole[i * n + i]! += prior;
	const root = choleskyRoot(whole, n);
	const inverse = inverseOfRoot(root, n);

	// each effect is its own part plus a multiple of the common mean
	const own = multiply(inverse, product, n);
	const shares = multiply(inverse, new Float64Array(n).fill(prior), n);
	const observed = prior * shares.reduce((left, share) => left - share, n);
	const sure = Math.max(0, observed) + ofMean;
	const mean = (prior * own.reduce((sum, one) => sum + one, 0)) / sure;

	let log = (dot(product, own) + sure * mean ** 2 - Math.log(sure)) / 2;
	for (let i = 0; i < n; i++) log -= Math.log(root[i * n + i]! * spread);
	return {
		effects: Array.from(own, (part, i) => ({
			mean: part + shares[i]! * mean,
			variance: inverse[i * n + i]! + shares[i]! ** 2 / sure
		})),
		log
	};
}
