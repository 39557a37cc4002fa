import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Db, Tx } from './open.ts';
import { itemTopic, topic } from './schema/document.ts';

export type Topic = typeof topic.$inferSelect;

export function topicsOf(db: Db | Tx, publicationId: number): Promise<Topic[]> {
	return db
		.select()
		.from(topic)
		.where(eq(topic.publicationId, publicationId))
		.orderBy(asc(topic.id));
}

export async function addTopics(db: Db | Tx, topics: readonly (typeof topic.$inferInsert)[]) {
	if (topics.length)
		await db
			.insert(topic)
			.values([...topics])
			.onConflictDoNothing();
}

export type ItemTopic = typeof itemTopic.$inferSelect;

/** Replaces what was suggested for items; what an editor or a spreadsheet said stays. */
export async function replaceSuggestions(
	db: Db | Tx,
	itemIds: readonly number[],
	suggestions: readonly ItemTopic[]
) {
	for (let i = 0; i < itemIds.length; i += 500)
		await db
			.delete(itemTopic)
			.where(
				and(inArray(itemTopic.itemId, itemIds.slice(i, i + 500)), eq(itemTopic.source, 'suggested'))
			);
	for (let i = 0; i < suggestions.length; i += 200)
		await db
			.insert(itemTopic)
			.values(suggestions.slice(i, i + 200))
			.onConflictDoNothing();
}

/** Topics of every item of a publication. */
export function topicsOfItems(db: Db | Tx, publicationId: number) {
	return db.all<{
		itemId: number;
		topicId: number;
		source: ItemTopic['source'];
		confidence: number;
	}>(sql`
		SELECT t.item_id AS itemId, t.topic_id AS topicId, t.source, t.confidence
		FROM item_topic t JOIN item i ON i.id = t.item_id JOIN issue e ON e.id = i.issue_id
		WHERE e.publication_id = ${publicationId} ORDER BY t.item_id, t.confidence DESC, t.topic_id`);
}

/** Items that a person gave topics, with their words: what suggestions learn from. */
export function confirmedItems(db: Db | Tx, publicationId: number) {
	return db.all<{ itemId: number; title: string; text: string; key: string }>(sql`
		SELECT i.id AS itemId, i.title, i.text, o.key
		FROM item_topic t JOIN item i ON i.id = t.item_id JOIN issue e ON e.id = i.issue_id
			JOIN topic o ON o.id = t.topic_id
		WHERE e.publication_id = ${publicationId} AND t.source <> 'suggested' ORDER BY i.id`);
}

/** Items whose topics no person has said. */
export function unconfirmedItems(db: Db | Tx, publicationId: number, issueIds: readonly number[]) {
	return db.all<{ itemId: number; title: string; text: string }>(sql`
		SELECT i.id AS itemId, i.title, i.text FROM item i JOIN issue e ON e.id = i.issue_id
		WHERE e.publication_id = ${publicationId} AND i.issue_id IN (${sql.raw(issueIds.join(', ') || 'NULL')})
			AND i.role = 'editorial'
			AND NOT EXISTS (SELECT 1 FROM item_topic t WHERE t.item_id = i.id AND t.source <> 'suggested')`);
}

/** Gives an item topics by a person's word, in the place of every other. */
export async function setTopicsOfItem(
	db: Db | Tx,
	itemId: number,
	topicIds: readonly number[],
	source: 'editor' | 'tag'
) {
	await db
		.delete(itemTopic)
		.where(
			and(
				eq(itemTopic.itemId, itemId),
				source === 'tag' ? ne(itemTopic.source, 'editor') : undefined
			)
		);
	if (topicIds.length)
		await db
			.insert(itemTopic)
			.values(topicIds.map((topicId) => ({ itemId, topicId, source, confidence: 1, because: [] })))
			.onConflictDoNothing();
}
