import { fillNormal, type Random } from './random.ts';

/** Something seen once an issue: a logarithm, and the variance of how it was seen; Infinity where it was not. */
export type Seen = { value: number; variance: number };

/** What the next one will probably be: a mixture of normal distributions. */
export type Next = {
	mean: number;
	sd: number;
	parts: { share: number; mean: number; sd: number }[];
};

/** How far single ones lie around their level, and how far the level moves from one to the next. */
const SPREADS = [0.005, 0.01, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.28, 0.4, 0.6, 0.9];
const STEPS = [0, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3];

/** How sure one is beforehand of the usual spread: by a factor of two or so. */
const PRIOR_LOG_SD = 0.8;

/** A level that stands still is as likely as all that move together. */
const STANDING = 0.2;

/** So far from the first may a level be that has just begun to move. */
const START = 25;

/**
 * Forecasts the next of a row of values that lie around a level which may drift: a local level model
 * (Durbin & Koopman, Time Series Analysis by State Space Methods, 2nd edition, chapter 2), for every
 * pair of a grid of spreads and steps, weighted by how likely the row is under each (Bayesian model
 * averaging). With few values the usual spread decides.
 *
 * @param usual the spread to be expected before anything is seen
 * @param from the level that a row without drift stands at; null where only the row itself tells
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

/** What one pair of variances, or more, say of the next value; `score` is how likely they are, as a logarithm. */
export type Scored = { mean: number; sd: number; score: number };

/** All of them together, each by how likely it is. */
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

/** Every pair of a spread and a step, and how likely it is before anything is seen, as a logarithm. */
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

/** One step of the Kalman filter a value; `log` is how likely the row is, but for a constant. */
function filtered(row: readonly Seen[], around: number, step: number, from: number | null) {
	let mean = from ?? row[0]?.value ?? 0;
	// where the level of the whole row is known, it began as far from there as it may have drifted since
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

/** Draws one value out of what the next one may be. */
export function drawNext({ parts }: Next, random: Random): number {
	let at = random();
	const part = parts.find(({ share }) => (at -= share) < 0) ?? parts.at(-1)!;
	const normal = new Float64Array(1);
	fillNormal(normal, random);
	return part.mean + part.sd * normal[0]!;
}

/** What is known to come. */
export function surely(value: number): Next {
	return { mean: value, sd: 0, parts: [{ share: 1, mean: value, sd: 0 }] };
}
