import { WEEK } from '#lib/duration.ts';
import { fatigue, recentItems, type Fatigue } from '#lib/measure/topics/fatigue.ts';
import type { LiftFit } from '#lib/measure/lift/lift.ts';
import type { ObservedItem } from '#lib/measure/stats/observed.ts';
import { seeded } from '#lib/measure/stats/random.ts';
import { topicChanges, type TopicChange } from '#lib/measure/topics/real-changes.ts';
import type { LeagueInput } from './league-input.ts';

/** How each topic changes over time, by index in the fit. */
export type TopicTimes = {
	/** when its lift changed for good; null if nothing shows a change */
	changes: (TopicChange | null)[];
	/** how further items on it change its lift; null if unknown */
	fatigue: (Fatigue | null)[];
	/** recent items on it, as of the next issue */
	before: number[];
};

/** Seed of the random orders that decide whether a change is real: the same every time. */
const SEED = 20_26;

/** Looks through the history of every topic for changes and fatigue. */
export function fitTopicTimes({ input, sentAt }: LeagueInput, fit: LiftFit): TopicTimes {
	// an item counts only if its issue has a date
	const observed = input.items.flatMap(({ issue, topics }, i): ObservedItem[] => {
		const at = sentAt[issue]!;
		if (at === null || topics.length === 0) return [];
		return [{ at, topics, observed: fit.observed[i]!, variance: fit.variance[i]! }];
	});
	const { mean, sd } = fit.effects.topics;
	const effects = Array.from(mean, (one, topic) => ({ mean: one, sd: sd[topic]! }));
	const cadence = cadenceOf(observed, effects.length);
	return {
		changes: topicChanges(observed, effects, (t) => fit.topics[t]!.enough, seeded(SEED)),
		fatigue: fatigue(observed, cadence.recent, effects),
		before: cadence.now
	};
}

/** How many recent items on each topic there were before each item, and before the next issue. */
function cadenceOf(items: readonly ObservedItem[], topics: number) {
	const issues = [...new Set(items.map(({ at }) => at))].sort((a, b) => a - b);
	const place = new Map(issues.map((at, i) => [at, i]));
	const itemsOn = Array.from({ length: topics }, () => issues.map(() => 0));
	for (const { at, topics: own } of items)
		for (const topic of own) itemsOn[topic]![place.get(at)!]!++;

	// once per issue and topic rather than per item: an issue has many items
	const before = itemsOn.map((own) => issues.map((at) => recentItems(at, issues, own)));
	const gaps = issues.slice(1).map((at, i) => at - issues[i]!);
	const next = (issues.at(-1) ?? 0) + (gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? WEEK);
	return {
		recent: items.map(({ at, topics: own }) => own.map((t) => before[t]![place.get(at)!]!)),
		now: itemsOn.map((own) => recentItems(next, issues, own))
	};
}
