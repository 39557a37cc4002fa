import type { Calibration, Confirmed, Model } from './model.ts';
import { chances, scoreOf, vectorOf } from './model.ts';

const FOLDS = 5;
const SMOOTHINGS = [0.05, 0.1, 0.2, 0.5];
const SPREADS = [0.5, 1, 1.5, 2, 3, 4, 6];
const PRIORS = [0, 0.5, 1];

/** One item that the model had not seen: its scores under one smoothing, and its true topics. */
type Trial = { scores: number[]; examples: readonly number[]; truth: Set<number> };

/**
 * Chooses how scores become confidences: what makes items that were left out least surprising, and then
 * the line on the log odds by which, of those said to be 0.8 sure, 0.8 are right (Platt scaling).
 */
export function calibrate(
	known: readonly Confirmed[],
	learn: (some: readonly Confirmed[]) => Omit<Model, 'calibration'>
): Calibration {
	const models = Array.from({ length: FOLDS }, (_, fold) => {
		const [from, to] = [0, 1].map((i) => Math.round(((fold + i) * known.length) / FOLDS));
		return {
			model: learn([...known.slice(0, from), ...known.slice(to)]),
			left: known.slice(from, to)
		};
	});

	let best = { surprise: Infinity, smoothing: 0.1, spread: 1, prior: 1, trials: [] as Trial[] };
	for (const smoothing of SMOOTHINGS) {
		const trials = models.flatMap(({ model, left }) =>
			left.map(({ terms, topics }) => ({
				scores: scoreOf(
					vectorOf(terms, (stem) => model.terms[stem]?.rarity),
					model,
					smoothing
				).topics,
				examples: model.examples,
				truth: new Set(topics.map((key) => model.topics.indexOf(key)))
			}))
		);
		for (const spread of SPREADS) {
			for (const prior of PRIORS) {
				const surprise = surpriseOf(trials, spread, prior);
				if (surprise < best.surprise) best = { surprise, smoothing, spread, prior, trials };
			}
		}
	}

	const { smoothing, spread, prior, trials } = best;
	return { smoothing, spread, prior, ...line(trials, { spread, prior }) };
}

/** Mean log loss, the truth of an item of k topics counting 1/k on each. */
function surpriseOf(trials: readonly Trial[], spread: number, prior: number): number {
	let sum = 0;
	for (const { scores, examples, truth } of trials) {
		const chance = chances(scores, examples, { spread, prior });
		for (const topic of truth) sum -= Math.log(Math.max(chance[topic] ?? 0, 1e-9)) / truth.size;
	}
	return sum / trials.length;
}

/**
 * Slope and shift by Newton's method, on the likeliest topic of each item.
 *
 * @see Platt: Probabilistic outputs for support vector machines (1999); targets as he smooths them
 */
function line(
	trials: readonly Trial[],
	by: Pick<Calibration, 'spread' | 'prior'>
): Pick<Calibration, 'slope' | 'shift'> {
	const points = trials.flatMap(({ scores, examples, truth }) =>
		chances(scores, examples, by)
			.map((chance, topic) => ({ x: logOdds(chance), right: truth.has(topic) }))
			.sort((a, b) => b.x - a.x)
			.slice(0, 1)
	);
	const right = points.filter((point) => point.right).length;
	const high = (right + 1) / (right + 2);
	const low = 1 / (points.length - right + 2);

	let slope = 1;
	let shift = 0;
	for (let round = 0; round < 30; round++) {
		let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
		for (const { x, right } of points) {
			const p = logistic(slope * x + shift);
			const wrong = p - (right ? high : low);
			const w = p * (1 - p);
			g0 += wrong * x;
			g1 += wrong;
			h00 += w * x * x;
			h01 += w * x;
			h11 += w;
		}
		const det = h00 * h11 - h01 * h01;
		if (Math.abs(det) < 1e-9) break;
		slope -= (h11 * g0 - h01 * g1) / det;
		shift -= (h00 * g1 - h01 * g0) / det;
	}
	// held-out items too few or too odd for a line: the chances as they are
	return slope > 0.1 && slope < 10 ? { slope, shift } : { slope: 1, shift: 0 };
}

/** A chance after calibration, 0..1. */
export function calibrated(chance: number, { slope, shift }: Calibration): number {
	return logistic(slope * logOdds(chance) + shift);
}

function logOdds(chance: number): number {
	const safe = Math.min(Math.max(chance, 1e-6), 1 - 1e-6);
	return Math.log(safe / (1 - safe));
}

function logistic(x: number): number {
	return 1 / (1 + Math.exp(-x));
}
