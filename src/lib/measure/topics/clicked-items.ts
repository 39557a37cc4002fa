import { conditionalBernoulli, type ConditionalBernoulli } from '../stats/conditional-bernoulli.ts';

/** An item of one issue, and who clicked it. Indexes start from 0. */
export type ClickedItem = {
	issue: number;
	topics: readonly number[];
	/** ids of its clickers, each once */
	readers: Int32Array | readonly number[];
};

/** One issue, with what its readers chose among its items. */
export type ChosenIssue = {
	issue: number;
	items: readonly ClickedItem[];
	/** by topic of the issue: indexes of its items */
	places: ReadonlyMap<number, number[]>;
	choice: ConditionalBernoulli;
	/** reader id → how many of the items they clicked */
	counts: ReadonlyMap<number, number>;
};

/** Groups items by issue, with how many items of each issue every reader clicked. */
export function chosenIssues(items: readonly ClickedItem[]): ChosenIssue[] {
	const byIssue = new Map<number, ClickedItem[]>();
	for (const item of items) {
		if (item.readers.length === 0) continue;
		const own = byIssue.get(item.issue);
		if (own) own.push(item);
		else byIssue.set(item.issue, [item]);
	}

	return [...byIssue].map(([issue, own]) => {
		const counts = new Map<number, number>();
		const places = new Map<number, number[]>();
		own.forEach(({ readers, topics }, place) => {
			for (const reader of readers) counts.set(reader, (counts.get(reader) ?? 0) + 1);
			for (const topic of topics) places.set(topic, [...(places.get(topic) ?? []), place]);
		});

		const readers = Array.from({ length: Math.max(...counts.values()) + 1 }, () => 0);
		for (const n of counts.values()) readers[n]!++;
		const choice = conditionalBernoulli(
			own.map((item) => item.readers.length),
			readers
		);
		return { issue, items: own, places, choice, counts };
	});
}

/** For one topic of an issue, how many of its items somebody is expected to click, with the variance. */
export type TopicExpectation = readonly [topic: number, mean: number, variance: number];

/** What somebody who clicks n items of an issue would click of each of its topics, with the average taste. */
export function expectationsOf({
	places,
	choice
}: ChosenIssue): (n: number) => readonly TopicExpectation[] {
	const known = new Map<number, TopicExpectation[]>();
	return (n) => {
		let shares = known.get(n);
		if (!shares) {
			const inclusion = choice.inclusion(n);
			shares = [...places].map(([topic, at]): TopicExpectation => [
				topic,
				at.reduce((sum, place) => sum + inclusion[place]!, 0),
				at.reduce((sum, place) => sum + inclusion[place]! * (1 - inclusion[place]!), 0)
			]);
			known.set(n, shares);
		}
		return shares;
	};
}
