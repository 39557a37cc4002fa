import { Z90, normalCdf } from '../stats/normal.ts';
import { correlatedEffects, type ObservedTogether } from '../stats/correlated-effects.ts';
import {
	evidenceByTopic,
	type Effect,
	type Evidence,
	type ObservedItem
} from '../stats/observed.ts';

/** How a topic's lift goes with each further item on it just before: a factor, 1 for not at all. */
export type Fatigue = {
	factor: number;
	/** ends of the 90 % interval */
	low: number;
	high: number;
	/** chance that it is below 1 */
	below: number;
	/** its logarithm, for predictions */
	slope: Effect;
	/** how many items on the topic usually went before */
	usual: number;
};

const DAY = 24 * 60 * 60 * 1000;
const WINDOW = 14 * DAY;

/**
 * Of topics' slopes: each further item before may do a tenth more to one topic than to another, and take or
 * give a third in all.
 */
const PRIOR = {
	spreads: [0, 0.01, 0.02, 0.03, 0.045, 0.06, 0.08, 0.1, 0.13, 0.16, 0.2],
	scale: 0.1,
	mean: 0.3
};

/** Topics and issues cross often enough for this many to settle. */
const SWEEPS = 12;

/**
 * How many items on the same topic the two issues before, or those of the 14 days before, held,
 * whichever is longer. Items of the same issue do not count.
 *
 * @param sentAt UTC milliseconds of the issue in question, and of all issues in order of time
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
 * regression, whose slopes are random effects of the topics.
 *
 * Within topics and issues, log effects are regressed on the numbers of all topics at once; the slopes are
 * drawn toward their common mean. Null where no topic's number ever varies.
 *
 * @param recent by item, by its topics in their order: what `recentItems` says
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

/** What is left by rounding is no variation. */
const VARIATION = 1e-9;

/**
 * Log effects regressed on every topic's numbers at once, topics and issues apart. At once, since what many
 * items before do to one topic moves the whole issue, and so what is seen of the others in it.
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
 * The numbers less what topics and issues have in common: the fit has taken issues out of the
 * effects already, so they must be out of the numbers too, or slopes come out too flat
 * (Frisch & Waugh 1933). Topics' and issues' means are subtracted in turn until both are zero.
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
