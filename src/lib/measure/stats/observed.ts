/** One item after the fit: its log effect without the place's, as `fitLift` gives it. */
export type ObservedItem = {
	/** when its issue was sent, in any unit; the same for all items of an issue */
	at: number;
	topics: readonly number[];
	/** log effect as observed, and its variance */
	observed: number;
	variance: number;
};

/** A log effect and how sure it is. */
export type Effect = { mean: number; sd: number };

/** One item's evidence about one of its topics, given the present effects of its other topics. */
export type Evidence = { at: number; item: number; value: number; weight: number; share: number };

/**
 * What each item says of each of its topics: its observed effect less the other topics' shares,
 * scaled to a whole topic. An item of k topics says k² times less.
 */
export function evidenceByTopic(
	items: readonly ObservedItem[],
	topics: readonly Effect[]
): Evidence[][] {
	const evidence: Evidence[][] = topics.map(() => []);

	items.forEach(({ at, topics: own, observed, variance }, item) => {
		const share = 1 / own.length;
		const together = own.reduce((sum, topic) => sum + share * topics[topic]!.mean, 0);
		for (const topic of own) {
			const others = together - share * topics[topic]!.mean;
			const value = (observed - others) / share;
			evidence[topic]!.push({ at, item, value, weight: share ** 2 / variance, share });
		}
	});
	return evidence;
}
