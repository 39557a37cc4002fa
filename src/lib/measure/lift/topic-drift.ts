import type { LiftItem } from './lift-input.ts';

/** How far each topic is now from its all-time effect, and how sure that is; by index. */
export type TopicDrift = { mean: Float64Array; variance: Float64Array };

/** How far topics move from one issue to the next: not at all, or so far, as a log effect. */
const STEPS = [0, 0.01, 0.02, 0.04, 0.07, 0.11, 0.17, 0.25];

/** That topics stand still is as likely beforehand as that they move. */
const STANDING = 0.5;

/** What one issue says of a topic beyond its all-time effect. */
type Seen = { issue: number; value: number; precision: number };

/**
 * Follows every topic through time: a level that moves from issue to issue, seen in what the fit leaves
 * of its items (local level model, filtered). All topics move by steps of one size, which is told from
 * all of them together; every size counts by how likely it makes what was seen.
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
	const tried = STEPS.map((step, s) => {
		const mean = new Float64Array(topics);
		const variance = new Float64Array(topics);
		let score = Math.log(s === 0 ? STANDING : (1 - STANDING) / (STEPS.length - 1));
		seen.forEach((own, topic) => {
			const level = followed(own, step ** 2, issues);
			mean[topic] = level.mean;
			variance[topic] = level.variance;
			score += level.log;
		});
		return { mean, variance, score };
	});
	const best = Math.max(...tried.map(({ score }) => score));
	const shares = tried.map(({ score }) => Math.exp(score - best));
	const total = shares.reduce((sum, share) => sum + share, 0);

	const mean = new Float64Array(topics);
	const variance = new Float64Array(topics);
	for (let topic = 0; topic < topics; topic++) {
		let square = 0;
		tried.forEach((one, s) => {
			const share = shares[s]! / total;
			mean[topic]! += share * one.mean[topic]!;
			square += share * (one.variance[topic]! + one.mean[topic]! ** 2);
		});
		variance[topic] = Math.max(0, square - mean[topic]! ** 2);
	}
	return { mean, variance };
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

/** The filtered level of one topic as of the issue to come, and how likely its row is. */
function followed(seen: readonly Seen[], step: number, issues: number) {
	let mean = 0;
	// over all time there is no deviation: it began as far off as it may have moved since
	let variance = seen.length ? step * (issues - seen[0]!.issue) : step * issues;
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
