import { termOf } from '#lib/topics/keywords.ts';
import { allWords, oneName } from '#lib/topics/names.ts';
import { marksOf, proposalsFor } from '#lib/topics/own-words.ts';
import { packs } from '#lib/topics/packs.ts';
import { suggest } from '#lib/topics/suggest.ts';
import type { Topic as Words } from '#lib/topics/taxonomy.ts';
import { termsOf } from '#lib/topics/terms.ts';
import { nameKey } from '#lib/name-key.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import {
	itemsToRead,
	topicsOf,
	topicsOfItems,
	type TopicItem
} from '../../store/content/topics.ts';
import { beside } from '../beside.ts';
import { topicName } from './items.ts';

/** A topic proposed from the publication's own words, not yet kept. */
export type ProposedTopic = {
	/** id of the suggested topic that is shown for it; null if it is new */
	id: number | null;
	name: string;
	/** words by which it was found, the most telling first, with the number of items that contain them */
	words: { word: string; items: number }[];
	/** number of items that these words would give it */
	items: number;
	/** titles of its clearest items, with the number of their issue, else its title */
	examples: { title: string; issue: string }[];
	/** 0..1: how well it is found again in halves of the items; null if there are too few */
	stability: number | null;
};

export type TopicProposals = {
	proposals: ProposedTopic[];
	/** editorial items that were read for proposals, and those that no proposal covers */
	items: number;
	without: number;
	/** topics that the publication has already, in its language */
	topics: string[];
	/** lists of topics for a field, which people can add */
	packs: { key: string; name: string; topics: string[] }[];
};

/** The same with what a page edits them by: which items contain each word. */
export type EditableProposals = Omit<TopicProposals, 'proposals'> & {
	proposals: (ProposedTopic & { holds: number[][] })[];
};

const EXAMPLES = 4;

/** Topics proposed from a publication's own words, with the items that each would get. */
export const editableProposals = beside('proposals', makeProposals);

/** The same for display: counts without the items themselves. */
export async function topicProposals(db: Db, publication: Publication): Promise<TopicProposals> {
	const { proposals, ...rest } = await editableProposals(db, publication);
	return { ...rest, proposals: proposals.map(({ holds: _, ...proposal }) => proposal) };
}

async function makeProposals(db: Db, publication: Publication): Promise<EditableProposals> {
	const { id, language, suggestFrom } = publication;
	const topics = await topicsOf(db, id);
	const live = topics.filter(({ archived, mergedInto }) => !archived && mergedInto === null);
	const stored = live.filter(({ namedBy }) => namedBy === 'proposal');
	const own = live.filter(({ namedBy }) => namedBy !== 'proposal');
	const items = await openItems(db, publication, own.length > 0);
	const proposals = proposalsFor(items, language);

	const names = new Set(topics.map((topic) => nameKey(topicName(topic, publication))));
	const fresh = proposals.filter(({ name }) => !names.has(nameKey(name)));
	const stability = new Map(
		proposals.map((proposal) => [nameKey(proposal.name), proposal.stability])
	);
	const taxonomy: (Words & { id: number | null })[] = stored.length
		? stored
		: fresh.map(({ name, words }, i) => ({
				id: null,
				key: String(i),
				names: oneName(name),
				words: { [language]: words }
			}));
	const held = holdings(items, taxonomy, suggestFrom);
	return {
		proposals: taxonomy
			.map((topic) => {
				const name = topicName(topic, publication);
				const known = { id: topic.id, name, stability: stability.get(nameKey(name)) ?? null };
				return { ...known, ...amounts(items, topic, held.get(topic.key) ?? []) };
			})
			.filter(({ items, id }) => items > 0 || id !== null)
			.sort((a, b) => b.items - a.items || (a.name < b.name ? -1 : 1)),
		items: items.length,
		without: items.length - new Set([...held.values()].flat().map(({ item }) => item)).size,
		topics: own.map((topic) => topicName(topic, publication)),
		packs: packs.map((pack) => ({
			key: pack.key,
			name: topicName(pack, publication),
			topics: pack.topics.map((topic) => topicName(topic, publication))
		}))
	};
}

/** Items without any topic of the publication's own. */
async function openItems(db: Db, { id }: Publication, hasTopics: boolean): Promise<TopicItem[]> {
	const items = await itemsToRead(db, id);
	if (!hasTopics) return items.filter(({ confirmed }) => !confirmed);
	const proposed = new Set(
		(await topicsOf(db, id)).flatMap((topic) => (topic.namedBy === 'proposal' ? [topic.id] : []))
	);
	const decided = new Set(
		(await topicsOfItems(db, id)).flatMap(({ itemId, topicId }) =>
			proposed.has(topicId) ? [] : [itemId]
		)
	);
	return items.filter(({ itemId, confirmed }) => !confirmed && !decided.has(itemId));
}

type Held = { item: number; sure: number };

/** The items that each topic would get, the surest first. */
function holdings(items: readonly TopicItem[], taxonomy: readonly Words[], from: number) {
	const held = new Map<string, Held[]>();
	items.forEach(({ title, text, ...place }, item) => {
		for (const { topic, confidence } of suggest({ title, text, marks: marksOf(place) }, taxonomy))
			if (confidence >= from)
				held.set(topic, [...(held.get(topic) ?? []), { item, sure: confidence }]);
	});
	for (const own of held.values()) own.sort((a, b) => b.sure - a.sure || a.item - b.item);
	return held;
}

/** The number of items that a topic would get, and which of its words decide that. */
function amounts(items: readonly TopicItem[], topic: Words, held: readonly Held[]) {
	const list = [...new Set(allWords(topic.words))];
	const stems = list.map((word) => termOf(word)?.stem ?? '');
	const holds: number[][] = list.map(() => []);
	for (const { item } of held) {
		const { title, text, ...place } = items[item]!;
		const terms = termsOf({ title, text, marks: marksOf(place) });
		stems.forEach((stem, i) => {
			if (terms.has(stem)) holds[i]!.push(item);
		});
	}
	return {
		words: list.map((word, i) => ({ word, items: holds[i]!.length })),
		items: held.length,
		examples: held.slice(0, EXAMPLES).map(({ item }) => {
			const { title, issue } = items[item]!;
			return { title, issue };
		}),
		holds
	};
}
