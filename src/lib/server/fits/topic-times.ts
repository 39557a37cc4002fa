import { WEEK } from '#lib/duration.ts';
import { fatigue, recentItems, type Fatigue } from '#lib/measure/topics/fatigue.ts';
import type { LiftFit } from '#lib/measure/lift/lift.ts';
import type { ObservedItem } from '#lib/measure/stats/observed.ts';
import { seeded } from '#lib/measure/stats/random.ts';
import { topicChanges, type TopicChange } from '#lib/measure/topics/real-changes.ts';
import type { LeagueInput } from './league-input.ts';

/** What time does to each topic, by index in the fit. */
export type TopicTimes = {
	/** when its lift changed for good; null where nothing shows that it did */
	changes: (TopicChange | null)[];
	/** what further items on it go with; null where nothing tells */
	fatigue: (Fatigue | null)[];
	/** items on it of late, as of the issue to come */
	before: number[];
};

/** The order of the draws that decide whether a change is real: the same every time. */
const SEED = 20_26;

/** Looks through the history of every topic for changes and for what repetition goes with. */
export function fitTopicTimes({ input, sentAt }: LeagueInput, fit: LiftFit): TopicTimes {
	// an item counts once its issue has a date
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

/** How many items on each topic went just before each item, and before the issue to come. */
function cadenceOf(items: readonly ObservedItem[], topics: number) {
	const issues = [...new Set(items.map(({ at }) => at))].sort((a, b) => a - b);
	const place = new Map(issues.map((at, i) => [at, i]));
	const itemsOn = Array.from({ length: topics }, () => issues.map(() => 0));
	for (const { at, topics: own } of items)
		for (const topic of own) itemsOn[topic]![place.get(at)!]!++;

	// per issue and topic once, not per item: an archive has many items an issue
	const before = itemsOn.map((own) => issues.map((at) => recentItems(at, issues, own)));
	const gaps = issues.slice(1).map((at, i) => at - issues[i]!);
	const next = (issues.at(-1) ?? 0) + (gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? WEEK);
	return {
		recent: items.map(({ at, topics: own }) => own.map((t) => before[t]![place.get(at)!]!)),
		now: itemsOn.map((own) => recentItems(next, issues, own))
	};
}
