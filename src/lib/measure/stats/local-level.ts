import { fillNormal, type Random } from './random.ts';

/** One observation per issue: a logarithm, and its sampling variance; Infinity where there was none. */
export type Seen = { value: number; variance: number };

/** The distribution of the next value: a mixture of normal distributions. */
export type Next = {
	mean: number;
	sd: number;
	parts: { share: number; mean: number; sd: number }[];
};

/**
 * Standard deviations that are tried: of single values around their level, and of the level's step to the
 * next.
 */
const SPREADS = [0.005, 0.01, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.28, 0.4, 0.6, 0.9];
const STEPS = [0, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3];

/** Prior standard deviation of the spread around the usual one, as a logarithm: a factor of about two. */
const PRIOR_LOG_SD = 0.8;

/** Prior chance that the level stands still. */
const STANDING = 0.2;

/** Variance of the first level where nothing is known of it. */
const START = 25;

/**
 * Forecasts the next of a series that lies around a level which may drift: a local level model (Durbin &
 * Koopman, Time Series Analysis by State Space Methods, 2nd edition, chapter 2), for every pair of a grid of
 * spreads and steps, weighted by the likelihood of the series (Bayesian model averaging). With few values the
 * usual spread decides.
 *
 * @param usual the spread that is expected before any value is seen
 * @param from the level of a series without drift; null to estimate it from the series alone
 */
export function nextOf(
	row: readonly Seen[],
	{ usual, from }: { usual: number; from: number | null }
): Next {
	const known = row.filter(({ variance }) => variance < Infinity);
	const parts = spreadsAndSteps(usual).map(({ spread, step, prior }) => {
		const { mean, variance, log } = filtered(known, spread ** 2, step ** 2, from);
		return { mean, sd: Math.sqrt(variance + spread ** 2), score: prior + log };
	});
	return mixtureOf(parts);
}

/** The next value under one or more pairs of variances; `score` is their log likelihood. */
export type Scored = { mean: number; sd: number; score: number };

/** Mixes all of them, weighted by their likelihood. */
export function mixtureOf(scored: readonly Scored[]): Next {
	const best = Math.max(...scored.map(({ score }) => score));
	const total = scored.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
	const parts = scored.map(({ mean, sd, score }) => ({
		mean,
		sd,
		share: Math.exp(score - best) / total
	}));
	const mean = parts.reduce((sum, part) => sum + part.share * part.mean, 0);
	const square = parts.reduce((sum, part) => sum + part.share * (part.sd ** 2 + part.mean ** 2), 0);
	return { mean, sd: Math.sqrt(Math.max(0, square - mean ** 2)), parts };
}

/** Every pair of a spread and a step, with its log prior. */
export function spreadsAndSteps(usual: number) {
	return SPREADS.flatMap((spread) =>
		STEPS.map((step) => ({
			spread,
			step,
			prior:
				-((Math.log(spread / usual) / PRIOR_LOG_SD) ** 2) / 2 +
				Math.log(step === 0 ? STANDING : (1 - STANDING) / (STEPS.length - 1))
		}))
	);
}

/** A Kalman filter with one step per value; `log` is the log likelihood of the series, up to a constant. */
function filtered(row: readonly Seen[], around: number, step: number, from: number | null) {
	let mean = from ?? row[0]?.value ?? 0;
	// if the level of the whole series is known, the first level is as far from it as it may have drifted
	// since
	let variance = from === null ? START : step * row.length;
	let log = 0;
	for (const seen of row) {
		const whole = variance + around + seen.variance;
		const off = seen.value - mean;
		log -= (Math.log(whole) + off ** 2 / whole) / 2;
		const gain = variance / whole;
		mean += gain * off;
		variance = variance * (1 - gain) + step;
	}
	return { mean, variance, log };
}

/** Draws one next value from its distribution. */
export function drawNext({ parts }: Next, random: Random): number {
	let at = random();
	const part = parts.find(({ share }) => (at -= share) < 0) ?? parts.at(-1)!;
	const normal = new Float64Array(1);
	fillNormal(normal, random);
	return part.mean + part.sd * normal[0]!;
}

/** The distribution of a value that is known exactly. */
export function surely(value: number): Next {
	return { mean: value, sd: 0, parts: [{ share: 1, mean: value, sd: 0 }] };
}
