import { rawOrder } from '#lib/columns/raw-words.ts';
import { certainty } from '#lib/findings/certainty.ts';
import type { TopicRow } from '#lib/server/figures/content/rows.ts';

/** Topics by lift, what cannot be said last; without any by rank, by raw rate, then by clickers. */
export function rankedTopics<Row extends TopicRow>(topics: readonly Row[]): Row[] {
	if (topics.some(({ lift }) => lift !== null))
		return [...topics].sort(
			(a, b) => Number(b.enough) - Number(a.enough) || (b.lift ?? 0) - (a.lift ?? 0)
		);
	return [...topics].sort(
		(a, b) =>
			(a.rank ?? Infinity) - (b.rank ?? Infinity) ||
			(b.rawRate ?? 0) - (a.rawRate ?? 0) ||
			(b.clickers ?? 0) - (a.clickers ?? 0)
	);
}

/** Which columns topics have without a lift: no rates where nobody knows how many were reached. */
export function viewOf(topics: readonly TopicRow[], brief: boolean) {
	const order = rawOrder(topics);
	if (order === 'ranked') return 'figureRanked';
	if (order === 'counts') return 'figureCounts';
	return brief ? 'figureRawBrief' : 'figureRaw';
}

/** As many on either side as the first screen holds. */
const SHOWN = 4;

/** The topics that are surest to be above and below, and how many were left out between them. */
export function surestTopics(topics: readonly TopicRow[]) {
	const ranked = [...topics].sort((a, b) => (b.lift ?? 0) - (a.lift ?? 0));
	const sure = ranked.filter((topic) => certainty(topic).side !== null);
	const above = sure.filter((topic) => certainty(topic).side === 'above').slice(0, SHOWN);
	const below = sure.filter((topic) => certainty(topic).side === 'below').slice(-SHOWN);
	return {
		above,
		below,
		others: topics.length - above.length - below.length,
		/** those on either side that there is no room for */
		unshown: sure.length - above.length - below.length
	};
}
