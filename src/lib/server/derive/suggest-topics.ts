import { examplesOf } from '#lib/topics/examples.ts';
import { allWords } from '#lib/topics/names.ts';
import { marksOf } from '#lib/topics/own-words.ts';
import { suggest } from '#lib/topics/suggest.ts';
import { isMark, type TopicText } from '#lib/topics/terms.ts';
import { train } from '#lib/topics/train.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import {
	confirmedItems,
	itemsToRead,
	replaceSuggestions,
	topicsOf,
	unconfirmedItems,
	type ItemTopic
} from '../store/content/topics.ts';
import { applyTags } from './apply-tags.ts';
import { renewProposals } from './own-topics.ts';

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
	await renewProposals(db, publication);

	const items = await unconfirmedItems(db, id);
	if (items.length === 0) return replaceSuggestions(db, id, []);

	const suggested = await topicSuggester(db, id);
	const marks = suggested.byMarks ? await marksOfItems(db, id) : new Map<number, string[]>();
	const suggestions = items.flatMap(({ itemId, title, text }): ItemTopic[] =>
		suggested
			.of({ title, text, marks: marks.get(itemId) })
			.map((one) => ({ itemId, source: 'suggested', ...one }))
	);
	return replaceSuggestions(db, id, suggestions);
}

/** Learns what the items of a publication are about, and says it of others by their words. */
export async function topicSuggester(db: Db, publicationId: number) {
	const topics = (await topicsOf(db, publicationId)).filter(({ archived }) => !archived);
	const idOf = new Map(topics.map((topic) => [topic.key, topic.id]));
	const model = train(examplesOf(await confirmedItems(db, publicationId)), topics);
	return {
		/** some topic goes by sections or paths */
		byMarks: topics.some(({ words }) => allWords(words).some(isMark)),
		of: (words: TopicText) =>
			suggest(words, topics, model).map(({ topic, confidence, because }) => ({
				topicId: idOf.get(topic)!,
				confidence,
				because
			}))
	};
}

/** The section and paths of each item, as marks. */
export async function marksOfItems(
	db: Db | Tx,
	publicationId: number
): Promise<Map<number, string[]>> {
	return new Map(
		(await itemsToRead(db, publicationId)).map((item) => [item.itemId, marksOf(item)])
	);
}
