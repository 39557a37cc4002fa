import type { LiftItem } from './lift-input.ts';

/**
 * How far each topic is now from its all-time effect, and the variance of that; by index. `chance` is the part
 * of the items' variance that is not drift of their topics, 0..1.
 */
export type TopicDrift = { mean: Float64Array; variance: Float64Array; chance: number };

/** Standard deviations, as log effects, of how far a moving topic moves from one issue to the next. */
const STEPS = [0.01, 0.02, 0.04, 0.07, 0.11, 0.17, 0.25];

/** Shares of topics that may move. */
const SHARES = [0.1, 0.3, 1];

/** Prior chance that no topic moves. */
const STANDING = 0.1;

/**
 * Parts of the items' variance that may be chance where topics move: a fit over all time counts topics' moves
 * as scatter of their items.
 */
const CHANCES = [0.5, 0.7, 0.85, 1];

/** One issue's evidence about a topic's distance from its all-time effect. */
type Seen = { issue: number; value: number; precision: number };

/**
 * Follows every topic through time: it stands still, or its level moves from issue to issue, seen in the
 * residuals of its items (local level model, filtered; West & Harrison, Bayesian Forecasting and Dynamic
 * Models, 1997). The share of topics that move, the size of their steps, and how much of the scatter that
 * explains are estimated from all topics together, averaged by their likelihood (Bayesian model averaging). So
 * one topic that changed is followed even if the others stand still.
 *
 * @param residual what is left of each item's log rate after all it has in common with others, with its
 * precision
 * @param issues number of issues
 */
export function topicDrift(
	items: readonly LiftItem[],
	residual: Float64Array,
	precision: Float64Array,
	{ topics, issues }: { topics: number; issues: number }
): TopicDrift {
	const seen = seenOf(items, residual, precision, topics);
	const tried = [
		noneMoving(seen.map((own) => followed(own, 0, issues))),
		...CHANCES.flatMap((chance) => {
			const surer = seen.map((own) =>
				own.map((one) => ({ ...one, precision: one.precision / chance }))
			);
			const still = surer.map((own) => followed(own, 0, issues));
			return STEPS.flatMap((step) => {
				const moved = surer.map((own) => followed(own, step ** 2, issues));
				return SHARES.map((share) => partlyMoving({ still, moved, share, chance }));
			});
		})
	];

	const best = Math.max(...tried.map(({ log }) => log));
	const weights = tried.map(({ log }) => Math.exp(log - best));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const mean = new Float64Array(topics);
	const variance = new Float64Array(topics);
	for (let topic = 0; topic < topics; topic++) {
		let square = 0;
		tried.forEach(({ still, moved, moves }, i) => {
			const weight = weights[i]! / total;
			for (const [level, share] of [
				[still[topic]!, 1 - moves[topic]!],
				[moved[topic]!, moves[topic]!]
			] as const) {
				mean[topic]! += weight * share * level.mean;
				square += weight * share * (level.variance + level.mean ** 2);
			}
		});
		variance[topic] = Math.max(0, square - mean[topic]! ** 2);
	}
	const chance = tried.reduce((sum, one, i) => sum + (weights[i]! / total) * one.chance, 0);
	return { mean, variance, chance };
}

/**
 * Topics' levels if they stand still and if they move, the chance that each moves, and the log likelihood of
 * all of it.
 */
type Tried = {
	still: readonly Level[];
	moved: readonly Level[];
	moves: Float64Array;
	chance: number;
	log: number;
};

function noneMoving(still: readonly Level[]): Tried {
	const log = still.reduce((sum, level) => sum + level.log, Math.log(STANDING));
	return { still, moved: still, moves: new Float64Array(still.length), chance: 1, log };
}

/**
 * The likelihood that this share of the topics moves, and for each topic the chance that it is one of them.
 */
function partlyMoving({
	still,
	moved,
	share,
	chance
}: Pick<Tried, 'still' | 'moved' | 'chance'> & { share: number }): Tried {
	const moves = new Float64Array(still.length);
	let log = Math.log((1 - STANDING) / (STEPS.length * SHARES.length * CHANCES.length));
	still.forEach((level, topic) => {
		const further = Math.log(share) + moved[topic]!.log;
		const stays = Math.log(1 - share) + level.log;
		const most = Math.max(further, stays);
		const sum = Math.exp(further - most) + Math.exp(stays - most);
		log += most + Math.log(sum);
		moves[topic] = Math.exp(further - most) / sum;
	});
	return { still, moved, moves, chance, log };
}

function seenOf(
	items: readonly LiftItem[],
	residual: Float64Array,
	precision: Float64Array,
	topics: number
): Seen[][] {
	const seen = Array.from({ length: topics }, (): Seen[] => []);
	items.forEach(({ issue, topics: own }, i) => {
		for (const topic of own) {
			// an item of k topics says k² times less of each
			const weight = precision[i]! / own.length ** 2;
			const last = seen[topic]!.at(-1);
			const value = residual[i]! * own.length;
			if (last?.issue === issue) {
				last.value += (weight / (last.precision + weight)) * (value - last.value);
				last.precision += weight;
			} else seen[topic]!.push({ issue, value, precision: weight });
		}
	});
	return seen;
}

/** A topic's level at the next issue, and the log likelihood of its observations. */
type Level = { mean: number; variance: number; log: number };

/**
 * Filters one topic's level. Over all time its mean deviation is zero, so it began as far off as it may have
 * moved since. The likelihood is computed with a vague start instead: since the mean was already subtracted, a
 * topic that stands still would seem to predict its level, and one that moves to miss it.
 */
function followed(seen: readonly Seen[], step: number, issues: number): Level {
	const first = seen[0]?.issue ?? 0;
	const { mean, variance } = filtered(seen, step, issues, step * (issues - first));
	return { mean, variance, log: filtered(seen, step, issues, ANYWHERE).log };
}

/** Prior variance of a topic's first level where nothing is known of it. */
const ANYWHERE = 1;

/**
 * Runs a Kalman filter over one topic's observations.
 *
 * @param start variance of the level before the first observation
 */
function filtered(seen: readonly Seen[], step: number, issues: number, start: number): Level {
	let mean = 0;
	let variance = start;
	let log = 0;
	let at = seen[0]?.issue ?? issues;
	for (const { issue, value, precision } of seen) {
		variance += step * (issue - at);
		at = issue;
		const whole = variance + 1 / precision;
		const off = value - mean;
		log -= (Math.log(whole) + off ** 2 / whole) / 2;
		const gain = variance / whole;
		mean += gain * off;
		variance *= 1 - gain;
	}
	return { mean, variance: variance + step * (issues - at), log };
}
