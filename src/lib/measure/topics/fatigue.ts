import { Z90, normalCdf } from '../stats/normal.ts';
import { correlatedEffects, type ObservedTogether } from '../stats/correlated-effects.ts';
import {
	evidenceByTopic,
	type Effect,
	type Evidence,
	type ObservedItem
} from '../stats/observed.ts';

/** How a topic's lift changes with each further recent item on it: a factor, 1 for no change. */
export type Fatigue = {
	factor: number;
	/** ends of the 90 % interval */
	low: number;
	high: number;
	/** chance that it is below 1 */
	below: number;
	/** its logarithm, for predictions */
	slope: Effect;
	/** the usual number of recent items on the topic */
	usual: number;
};

const DAY = 24 * 60 * 60 * 1000;
const WINDOW = 14 * DAY;

/**
 * Prior of topics' slopes: each further recent item may change one topic a tenth more than another, and all
 * topics by up to about a third.
 */
const PRIOR = {
	spreads: [0, 0.01, 0.02, 0.03, 0.045, 0.06, 0.08, 0.1, 0.13, 0.16, 0.2],
	scale: 0.1,
	mean: 0.3
};

/** Enough sweeps to converge: topics and issues cross often. */
const SWEEPS = 12;

/**
 * The number of items on the same topic in the two issues before this one, or in all issues of the 14 days
 * before it, whichever reaches further back. Items of the same issue do not count.
 *
 * @param sentAt UTC milliseconds of this issue, and of all issues in order of time
 * @param itemsOn items on the topic in each of those issues
 */
export function recentItems(
	sentAt: number,
	issues: readonly number[],
	itemsOn: readonly number[]
): number {
	const before = issues.filter((at) => at < sentAt).length;
	let count = 0;
	for (let i = before - 1; i >= 0; i--)
		if (i >= before - 2 || issues[i]! >= sentAt - WINDOW) count += itemsOn[i]!;
	return count;
}

/**
 * Fatigue: the association of a topic's lift with the number of recent items on it. Fixed-effects (within)
 * regression, in which topics' slopes are random effects.
 *
 * Within topics and issues, log effects are regressed on the numbers of all topics together; the slopes are
 * drawn toward their common mean. Null if no topic's number ever varies.
 *
 * @param recent by item, for its topics in their order: the result of `recentItems`
 * @returns by topic
 */
export function fatigue(
	items: readonly ObservedItem[],
	recent: readonly (readonly number[])[],
	topics: readonly Effect[]
): (Fatigue | null)[] {
	const evidence = evidenceByTopic(items, topics);
	const before = evidence.map((own, topic) =>
		own.map(({ item }) => recent[item]![items[item]!.topics.indexOf(topic)]!)
	);
	const observed = regressed(evidence, before, topics);
	if (observed.precision.every((one) => one === 0)) return topics.map(() => null);
	const slopes = correlatedEffects(observed, PRIOR);

	return slopes.map((slope, topic) => {
		const { mean, sd } = slope;
		return {
			factor: Math.exp(mean),
			low: Math.exp(mean - Z90 * sd),
			high: Math.exp(mean + Z90 * sd),
			below: normalCdf(-mean / sd),
			slope,
			usual: weightedMean(evidence[topic]!, before[topic]!)
		};
	});
}

/** Rounding leaves less than this; it is no variation. */
const VARIATION = 1e-9;

/**
 * Regresses log effects on every topic's numbers at once, within topics and issues. Separate regressions would
 * be wrong: recent items on one topic move the whole issue, and with it what is observed of its other topics.
 */
function regressed(
	evidence: readonly (readonly Evidence[])[],
	before: readonly (readonly number[])[],
	topics: readonly Effect[]
): ObservedTogether {
	const n = topics.length;
	const columns = before.map((own, topic) =>
		apartFromIssues(
			evidence,
			before.map((other, at) => (at === topic ? own : other.map(() => 0)))
		)
	);
	const precision = new Float64Array(n * n);
	const product = new Float64Array(n);
	evidence.forEach((own, at) =>
		own.forEach(({ weight, value }, i) => {
			for (let a = 0; a < n; a++) {
				const weighed = weight * columns[a]![at]![i]!;
				if (weighed === 0) continue;
				product[a]! += weighed * (value - topics[at]!.mean);
				for (let b = 0; b <= a; b++) precision[a * n + b]! += weighed * columns[b]![at]![i]!;
			}
		})
	);
	for (let a = 0; a < n; a++) {
		if (precision[a * n + a]! < VARIATION) {
			product[a] = 0;
			for (let b = 0; b < n; b++) precision[a * n + b] = precision[b * n + a] = 0;
		}
		for (let b = 0; b < a; b++) precision[b * n + a] = precision[a * n + b]!;
	}
	return { precision, product };
}

/**
 * Subtracts topics' and issues' means from the numbers. The fit has already taken issues out of the effects,
 * so they must be out of the numbers too, or slopes come out too flat (Frisch & Waugh 1933). The means are
 * subtracted in turn until both are zero.
 */
function apartFromIssues(
	evidence: readonly (readonly Evidence[])[],
	numbers: readonly (readonly number[])[]
): number[][] {
	let rest = numbers.map((own) => [...own]);

	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		const issues = new Map<number, { weight: number; sum: number }>();
		rest = rest.map((own, topic) => {
			const mean = weightedMean(evidence[topic]!, own);
			return own.map((number) => number - mean);
		});
		evidence.forEach((own, topic) =>
			own.forEach(({ at, weight }, i) => {
				const issue = issues.get(at) ?? { weight: 0, sum: 0 };
				issue.weight += weight;
				issue.sum += weight * rest[topic]![i]!;
				issues.set(at, issue);
			})
		);
		rest = rest.map((own, topic) =>
			own.map((number, i) => {
				const { weight, sum } = issues.get(evidence[topic]![i]!.at)!;
				return number - sum / weight;
			})
		);
	}
	return rest;
}

function weightedMean(evidence: readonly Evidence[], numbers: readonly number[]) {
	const weight = evidence.reduce((sum, e) => sum + e.weight, 0);
	return evidence.reduce((sum, e, i) => sum + e.weight * numbers[i]!, 0) / (weight || 1);
}
