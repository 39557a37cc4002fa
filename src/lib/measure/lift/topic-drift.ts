import type { LiftItem } from './lift-input.ts';

/**
 * How far each topic is now from its all-time effect, and how sure that is; by index. `chance` is the part of
 * the items' variance that is no drift of their topics, 0..1.
 */
export type TopicDrift = { mean: Float64Array; variance: Float64Array; chance: number };

/** How far a topic that moves does so from one issue to the next, as a log effect. */
const STEPS = [0.01, 0.02, 0.04, 0.07, 0.11, 0.17, 0.25];

/** Which share of the topics moves. */
const SHARES = [0.1, 0.3, 1];

/** How likely it is beforehand that none does. */
const STANDING = 0.1;

/**
 * Which part of an item's variance is chance, where topics move: a fit over all time takes what they moved
 * for scatter of their items.
 */
const CHANCES = [0.5, 0.7, 0.85, 1];

/** What one issue says of a topic beyond its all-time effect. */
type Seen = { issue: number; value: number; precision: number };

/**
 * Follows every topic through time: it stands still, or its level moves from issue to issue, seen in what
 * the fit leaves of its items (local level model, filtered; West & Harrison, Bayesian Forecasting and
 * Dynamic Models, 1997). Which share of the topics moves, by which steps, and how much of the scatter that
 * explains is told from all of them together; each of these counts by how likely it makes what was seen
 * (Bayesian model averaging), so that one topic that changed is followed though the others stand still.
 *
 * @param residual what is left of each item's log rate beside all it has in common, with its precision
 * @param issues how many there are
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

/** Topics' levels if they stand still and if they move, how likely each moves, and how likely all of this is. */
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

/** How likely it is that this share of the topics moves, and for each topic that it is one of them. */
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

/** A topic's level as of the issue to come, and the log likelihood of what was seen of it. */
type Level = { mean: number; variance: number; log: number };

/**
 * Filters one topic's level. Over all time there is no deviation: it began as far off as it may have moved
 * since. How likely what was seen is, is told without that: its mean was taken out of it, so that a topic
 * that stands still would seem to meet its level by itself, and one that moves to have missed it.
 */
function followed(seen: readonly Seen[], step: number, issues: number): Level {
	const first = seen[0]?.issue ?? 0;
	const { mean, variance } = filtered(seen, step, issues, step * (issues - first));
	return { mean, variance, log: filtered(seen, step, issues, ANYWHERE).log };
}

/** So far from usual may a topic be. */
const ANYWHERE = 1;

/** @param start variance of the level before the first is seen */
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
