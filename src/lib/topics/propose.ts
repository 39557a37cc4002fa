import { clustersOf } from './clusters.ts';
import { gathered } from './gather.ts';
import { stableGroups } from './stable-groups.ts';
import { tellingWords } from './telling-words.ts';
import { clusterName } from './topic-name.ts';
import type { ProposalItem } from './met-terms.ts';
import { candidatesOf, type CandidateTerm } from './vocabulary.ts';

/** A topic that a publication's own words suggest. */
export type TopicProposal = {
	/** in the publication's language, as an editor would write it */
	name: string;
	/** by which it was found, the most telling first, as people write them */
	words: string[];
	/** indices of items that are about it, the clearest first */
	items: number[];
	/** 0..1: how faithfully it comes again in halves of the items; null where they are too few */
	stability: number | null;
};

/** More topics than this nobody keeps in mind. */
const MOST = 16;
/** A topic holds at least this share of the items. */
const LEAST_SHARE = 0.015;
/** Shorter items may say the same and mean another thing: "Read on". */
const LEAST_WORDS = 4;
/** Groups that come again less faithfully in halves of the items are chance. */
const LEAST_STABILITY = 0.2;

/**
 * Topics out of a publication's own words: terms that recur are parted into groups that stand in the same items, as
 * finely as comes again in halves of the items; items are gathered around these groups, and named by
 * the words that tell them apart. No list of topics is used. The same items give the same topics.
 *
 * @param language of the publication
 */
export function proposeTopics(pieces: readonly ProposalItem[], language: string): TopicProposal[] {
	const unlike = withoutRepeats(pieces);
	const read = unlike.map((item) => pieces[item]!);
	const candidates = candidatesOf(read);
	const n = read.length;
	const least = n < 40 ? 2 : Math.max(3, Math.round(LEAST_SHARE * n));
	const groups = gathered(stableGroups(candidates, n), candidates, n, (one) =>
		isTopic(one, least)
	).filter(({ stability }) => (stability ?? 1) >= LEAST_STABILITY);
	const clusters = clustersOf(candidates, groups, n).filter(({ items }) => items.length >= least);
	const words = tellingWords(candidates, clusters, n);
	return clusters
		.map(({ items, stability }, i) => ({
			name: clusterName(words[i]!, items.length, language),
			words: words[i]!.map(({ written }) => written),
			items: items.map((item) => unlike[item]!),
			stability
		}))
		.filter(({ name }) => name !== '')
		.sort((a, b) => b.items.length - a.items.length || (a.name < b.name ? -1 : 1))
		.slice(0, MOST);
}

/** A word that goes with no other is a topic only if it names things that many items are about. */
function isTopic({ items, noun, inTitles, mark, echoes }: CandidateTerm, least: number): boolean {
	return !mark && echoes < 2 && items.length >= least && noun >= 0.25 && inTitles >= 0.5;
}

/** The first of items that say the same: what is printed in each issue is no topic. */
function withoutRepeats(pieces: readonly ProposalItem[]): number[] {
	const met = new Set<string>();
	return pieces.flatMap(({ title, text }, i) => {
		const words = `${title}\n${text}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
		if (words.split(' ').length >= LEAST_WORDS && met.has(words)) return [];
		met.add(words);
		return [i];
	});
}
