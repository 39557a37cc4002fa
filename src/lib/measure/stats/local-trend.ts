import { mixtureOf, spreadsAndSteps, type Next } from './local-level.ts';

/**
 * How a row may grow: by steps whose standard deviation is `scale`, each as much as `damping` times the one
 * before, and for the rest by chance. 1 grows evenly, less runs out.
 */
type Growth = { scale: number; damping: number; prior: number };

const SCALES = [0.01, 0.03, 0.1, 0.3];
const DAMPINGS = [0.8, 0.95, 1];

/** That a row does not grow is nearly as likely as that it does, and by a tenth at each step less than by little. */
const STANDING = 0.4;
const LIKELY = 0.15;

const growths: readonly Growth[] = [
	{ scale: 0, damping: 1, prior: Math.log(STANDING) },
	...SCALES.flatMap((scale) =>
		DAMPINGS.map((damping) => ({
			scale,
			damping,
			prior:
				Math.log((1 - STANDING) / (SCALES.length * DAMPINGS.length)) - (scale / LIKELY) ** 2 / 2
		}))
	)
];

/** So far from the first may a level be that has just begun to move. */
const START = 25;

/** What is less likely than the likeliest by this is not drawn from. */
const LEAST = Math.log(1e-4);

/**
 * Forecasts the next of a row that may grow: a local linear trend whose steps are damped (Durbin & Koopman,
 * Time Series Analysis by State Space Methods, 2nd edition, 3.2; Gardner & McKenzie 1985,
 * doi:10.1287/mnsc.31.10.1237), averaged over spreads, steps of the level and ways to grow by how likely
 * each makes the row. So a list that grew fast when it was young is not taken to go on so, and how fast it
 * grows is as doubtful as few values leave it.
 *
 * @param row in order of time; not empty
 * @param usual the spread around the trend to be expected before anything is seen
 */
export function nextOfGrowing(row: readonly number[], usual: number): Next {
	const tried = spreadsAndSteps(usual).flatMap(({ spread, step, prior }) =>
		growths.map((growth) => {
			const { mean, variance, log } = filtered(row, spread ** 2, step ** 2, growth);
			return { mean, sd: Math.sqrt(variance + spread ** 2), score: prior + growth.prior + log };
		})
	);
	const best = Math.max(...tried.map(({ score }) => score));
	return mixtureOf(tried.filter(({ score }) => score > best + LEAST));
}

/**
 * The Kalman filter of a level and the step to the next one: what both say of the next level; `log` is how
 * likely the row is, but for a constant.
 */
function filtered(row: readonly number[], around: number, moves: number, growth: Growth) {
	const { scale, damping } = growth;
	const fresh = scale ** 2 * (1 - damping ** 2);
	let level = row[0] ?? 0;
	let step = 0;
	// variances of level and step, and their covariance
	let variance = START;
	let both = 0;
	let ofStep = scale ** 2;
	let log = 0;
	for (const value of row) {
		const whole = variance + around;
		const off = value - level;
		log -= (Math.log(whole) + off ** 2 / whole) / 2;
		level += (variance / whole) * off;
		step += (both / whole) * off;
		ofStep -= both ** 2 / whole;
		both *= around / whole;
		variance *= around / whole;

		level += step;
		step *= damping;
		variance += 2 * both + ofStep + moves;
		both = damping * (both + ofStep);
		ofStep = damping ** 2 * ofStep + fresh;
	}
	return { mean: level, variance, log };
}
