import { Z90, normalCdf } from './normal.ts';
import type { Effect, ObservedItem } from './observed.ts';
import { evidenceByTopic } from './observed.ts';

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
 * The association of a topic's lift with the number of recent items on it.
 *
 * Within each topic, log effects are regressed on the number; the slopes are then shrunk towards
 * their common mean by what their spread exceeds chance by. Null for a topic in which the number
 * never varies and no other topic tells anything either.
 *
 * @param recent by item, by its topics in their order: what `recentItems` says
 * @returns by topic
 */
export function fatigue(
	items: readonly ObservedItem[],
	recent: readonly (readonly number[])[],
	topics: readonly Effect[]
): (Fatigue | null)[] {
	const slopes = evidenceByTopic(items, topics).map((evidence, topic) => {
		const weight = evidence.reduce((sum, e) => sum + e.weight, 0);
		const before = evidence.map(({ item }) => recent[item]![items[item]!.topics.indexOf(topic)]!);
		const usual = evidence.reduce((sum, e, i) => sum + e.weight * before[i]!, 0) / (weight || 1);

		let spread = 0;
		let product = 0;
		evidence.forEach((e, i) => {
			spread += e.weight * (before[i]! - usual) ** 2;
			product += e.weight * (before[i]! - usual) * e.value;
		});
		return { usual, precision: spread, slope: spread > 0 ? product / spread : 0 };
	});

	const total = slopes.reduce((sum, { precision }) => sum + precision, 0);
	if (total === 0) return slopes.map(() => null);

	const common = slopes.reduce((sum, s) => sum + s.precision * s.slope, 0) / total;
	const told = slopes.filter(({ precision }) => precision > 0);
	const excess =
		told.reduce((sum, s) => sum + s.precision * (s.slope - common) ** 2, 0) - (told.length - 1);
	const scale = total - told.reduce((sum, { precision }) => sum + precision ** 2, 0) / total;
	const between = scale > 0 ? Math.max(0, excess / scale) : 0;

	return slopes.map(({ usual, precision, slope }) => {
		const pull = between > 0 ? precision / (precision + 1 / between) : 0;
		const mean = common + pull * (slope - common);
		const sd = Math.sqrt(between * (1 - pull) + (1 - pull) ** 2 / total);
		return {
			factor: Math.exp(mean),
			low: Math.exp(mean - Z90 * sd),
			high: Math.exp(mean + Z90 * sd),
			below: normalCdf(-mean / sd),
			slope: { mean, sd },
			usual
		};
	});
}
