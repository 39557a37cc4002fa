import { mixtureOf, spreadsAndSteps, type Next } from './local-level.ts';

/**
 * How a series may grow: by steps whose standard deviation is `scale`. Each step is `damping` times the one
 * before plus a random part: 1 keeps growing evenly, less fades out.
 */
type Growth = { scale: number; damping: number; prior: number };

const SCALES = [0.01, 0.03, 0.1, 0.3];
const DAMPINGS = [0.8, 0.95, 1];

/** Prior chance that the series does not grow; each larger scale is less likely than the one before. */
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

/** Variance of the first level where nothing is known of it. */
const START = 25;

/** Mixture parts that are less likely than the likeliest by more than this are dropped. */
const LEAST = Math.log(1e-4);

/**
 * Forecasts the next of a series that may grow: a local linear trend with damped steps (Durbin & Koopman, Time
 * Series Analysis by State Space Methods, 2nd edition, 3.2; Gardner & McKenzie 1985,
 * doi:10.1287/mnsc.31.10.1237), averaged over spreads, steps of the level and kinds of growth, weighted by the
 * likelihood of the series. So a list that grew fast when it was young is not assumed to keep growing as fast,
 * and with few values the growth stays uncertain.
 *
 * @param row in order of time; not empty
 * @param usual the spread around the trend that is expected before any value is seen
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
 * The Kalman filter of a level and its step to the next one: the forecast of the next level; `log` is the log
 * likelihood of the series, up to a constant.
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
