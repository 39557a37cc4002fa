import { suggest } from '#lib/topics/suggest.ts';
import { train } from '#lib/topics/train.ts';
import type { Example } from '#lib/topics/model.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import {
	confirmedItems,
	replaceSuggestions,
	topicsOf,
	unconfirmedItems,
	type ItemTopic
} from '../store/content/topics.ts';
import { applyTags } from './apply-tags.ts';

/**
 * Gives items their topics: what spreadsheets say of them, and for the others what their words
 * suggest, learnt from the items that people gave topics. Derived anew from all of it each time; an
 * editor's own word is never touched. Learning takes its time: nothing is locked meanwhile.
 *
 * @returns whether suggestions are others than before
 */
export async function suggestTopics(db: Db, publication: Publication): Promise<boolean> {
	const { id } = publication;
	await db.transaction((tx) => applyTags(tx, publication));

	const items = await unconfirmedItems(db, id);
	if (items.length === 0) return replaceSuggestions(db, id, []);

	const suggested = await topicSuggester(db, id);
	const suggestions = items.flatMap(({ itemId, ...words }): ItemTopic[] =>
		suggested(words).map((one) => ({ itemId, source: 'suggested', ...one }))
	);
	return replaceSuggestions(db, id, suggestions);
}

/** Learns what the items of a publication are about, and says it of others by their words. */
export async function topicSuggester(db: Db, publicationId: number) {
	const topics = (await topicsOf(db, publicationId)).filter(({ archived }) => !archived);
	const idOf = new Map(topics.map((topic) => [topic.key, topic.id]));
	const model = train(await examplesOf(db, publicationId), topics);
	return ({ title, text }: { title: string; text: string }) =>
		suggest({ title, text }, topics, model).map(({ topic, confidence, because }) => ({
			topicId: idOf.get(topic)!,
			confidence,
			because
		}));
}

async function examplesOf(db: Db, publicationId: number): Promise<Example[]> {
	const byItem = new Map<number, { title: string; text: string; topics: string[] }>();
	for (const { itemId, title, text, key } of await confirmedItems(db, publicationId)) {
		const example = byItem.get(itemId) ?? { title, text, topics: [] };
		if (key !== null) example.topics.push(key);
		byItem.set(itemId, example);
	}
	return [...byItem.values()];
}
