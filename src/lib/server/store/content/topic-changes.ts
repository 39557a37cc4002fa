import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { noteId, unusedId } from '../sql/unused-id.ts';
import { item, itemTopic, topic } from '../schema/document.ts';
import { publication } from '../schema/publication.ts';
import type { ItemTopic, StoredTopic } from './topics.ts';

type TopicWords = Omit<StoredTopic, 'id' | 'publicationId' | 'key'>;

export async function createTopic(
	db: Db | Tx,
	row: Omit<typeof topic.$inferInsert, 'id'>
): Promise<number> {
	const [created] = await db
		.insert(topic)
		.values({ id: unusedId('topic'), ...row })
		.returning({ id: topic.id });
	if (!created) throw new RangeError('no topic came back');
	await noteId(db, 'topic', created.id);
	return created.id;
}

export async function changeTopicRow(db: Db | Tx, id: number, words: Partial<TopicWords>) {
	await db.update(topic).set(words).where(eq(topic.id, id));
}

/** Forgets a topic that was just made, and what was said of it. */
export async function dropTopics(db: Db | Tx, ids: readonly number[]) {
	if (ids.length === 0) return;
	await db.delete(itemTopic).where(inArray(itemTopic.topicId, [...ids]));
	await db.delete(topic).where(inArray(topic.id, [...ids]));
}

/** What editors said of items: of those with a topic, or of these items. */
export async function wordsOfEditors(
	db: Db | Tx,
	of: { topicId: number } | { itemIds: readonly number[] }
): Promise<ItemTopic[]> {
	const asked =
		'topicId' in of
			? eq(itemTopic.topicId, of.topicId)
			: inArray(itemTopic.itemId, [...of.itemIds]);
	return db
		.select()
		.from(itemTopic)
		.where(and(eq(itemTopic.source, 'editor'), asked));
}

/** What editors said that these items are about, as far as they did: no topic where it is none of them. */
export async function topicsSaid(
	db: Db | Tx,
	itemIds: readonly number[]
): Promise<Map<number, number[]>> {
	const said = new Map<number, number[]>();
	for (const { itemId, topicId } of await wordsOfEditors(db, { itemIds }))
		said.set(itemId, [...(said.get(itemId) ?? []), topicId]);

	const none = await db
		.select({ id: item.id })
		.from(item)
		.where(and(eq(item.topicless, true), inArray(item.id, [...itemIds])));
	for (const { id } of none) said.set(id, []);
	return said;
}

/**
 * An editor's word on what an item is about, in the place of all that was said or suggested: no topic
 * means none of them, `null` that nobody has said it.
 */
export async function setTopicsOfItem(
	db: Db | Tx,
	itemId: number,
	topicIds: readonly number[] | null
) {
	await db.delete(itemTopic).where(eq(itemTopic.itemId, itemId));
	await db
		.update(item)
		.set({ topicless: topicIds !== null && topicIds.length === 0 })
		.where(eq(item.id, itemId));
	if (topicIds?.length)
		await db.insert(itemTopic).values(
			topicIds.map((topicId) => ({
				itemId,
				topicId,
				source: 'editor' as const,
				confidence: 1,
				because: []
			}))
		);
}

/** Items with a topic and their words, for splitting it. */
export function wordsOfTopic(db: Db | Tx, topicId: number) {
	return db.all<{ itemId: number; title: string; text: string }>(sql`
		SELECT i.id AS itemId, i.title, i.text FROM item_topic t JOIN item i ON i.id = t.item_id
		WHERE t.topic_id = ${topicId} AND t.source = 'editor'`);
}

/** Whether an item belongs to a publication. */
export async function hasItem(db: Db | Tx, publicationId: number, itemId: number) {
	const rows = await db.all(sql`
		SELECT 1 FROM item i JOIN issue e ON e.id = i.issue_id
		WHERE i.id = ${itemId} AND e.publication_id = ${publicationId}`);
	return rows.length > 0;
}

/** Sets from which confidence on a suggested topic counts. */
export async function setSuggestFrom(db: Db | Tx, publicationId: number, from: number) {
	await db.update(publication).set({ suggestFrom: from }).where(eq(publication.id, publicationId));
}

/** How many items have each topic: by a person's word, and by suggestions sure enough to count. */
export function topicCounts(db: Db | Tx, publicationId: number) {
	return db.all<{ topicId: number; said: number; suggested: number }>(sql`
		SELECT t.topic_id AS topicId, sum(t.source <> 'suggested') AS said,
			sum(t.source = 'suggested' AND t.confidence >= p.suggest_from) AS suggested
		FROM item_topic t JOIN topic o ON o.id = t.topic_id JOIN publication p ON p.id = o.publication_id
		WHERE o.publication_id = ${publicationId} GROUP BY t.topic_id`);
}

/** Editorial items whose topics wait for a word, newest issue first, with what is suggested. */
export async function waitingItems(db: Db | Tx, publicationId: number) {
	const rows = await db.all<{
		itemId: number;
		title: string;
		text: string;
		issueId: number;
		number: number | null;
		issueTitle: string;
		suggestions: string;
	}>(sql`
		SELECT i.id AS itemId, i.title, i.text, e.id AS issueId, e.number, e.title AS issueTitle,
			(SELECT json_group_array(json_object('topicId', t.topic_id, 'confidence', t.confidence,
				'because', json(t.because))) FROM item_topic t WHERE t.item_id = i.id) AS suggestions
		FROM item i JOIN issue e ON e.id = i.issue_id JOIN publication p ON p.id = e.publication_id
		WHERE e.publication_id = ${publicationId} AND i.role = 'editorial' AND NOT i.topicless AND NOT EXISTS (
			SELECT 1 FROM item_topic t WHERE t.item_id = i.id
				AND (t.source <> 'suggested' OR t.confidence >= p.suggest_from))
		ORDER BY e.sent_at DESC, e.id DESC, i.position, i.id`);
	type Suggested = { topicId: number; confidence: number; because: string[] };
	return rows.map(({ suggestions, ...item }) => ({
		...item,
		suggestions: (JSON.parse(suggestions) as Suggested[]).sort(
			(a, b) => b.confidence - a.confidence || a.topicId - b.topicId
		)
	}));
}
