import { asc, eq, sql } from 'drizzle-orm';
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

const itemsOf = (publicationId: number) =>
	sql`SELECT i.id FROM item i JOIN issue e ON e.id = i.issue_id WHERE e.publication_id = ${publicationId}`;

/** Replaces all that was suggested; what an editor or a spreadsheet said stays. */
export async function replaceSuggestions(
	db: Db | Tx,
	publicationId: number,
	suggestions: readonly ItemTopic[]
) {
	await db.run(
		sql`DELETE FROM item_topic WHERE source = 'suggested' AND item_id IN (${itemsOf(publicationId)})`
	);
	await addItemTopics(db, suggestions);
}

/** Replaces what spreadsheets say of items, except where an editor has spoken. */
export async function replaceTags(
	db: Db | Tx,
	publicationId: number,
	topicsOfItem: ReadonlyMap<number, readonly number[]>
) {
	await db.run(
		sql`DELETE FROM item_topic WHERE source = 'tag' AND item_id IN (${itemsOf(publicationId)})`
	);
	const rows = await db.all<{ id: number }>(
		sql`SELECT DISTINCT item_id AS id FROM item_topic WHERE source = 'editor' AND item_id IN (${itemsOf(publicationId)})`
	);
	const edited = new Set(rows.map(({ id }) => id));
	const tagged = [...topicsOfItem].filter(([itemId]) => !edited.has(itemId));
	for (const [itemId] of tagged) await db.delete(itemTopic).where(eq(itemTopic.itemId, itemId));
	await addItemTopics(
		db,
		tagged.flatMap(([itemId, topicIds]) =>
			topicIds.map((topicId) => ({
				itemId,
				topicId,
				source: 'tag' as const,
				confidence: 1,
				because: []
			}))
		)
	);
}

async function addItemTopics(db: Db | Tx, rows: readonly ItemTopic[]) {
	for (let i = 0; i < rows.length; i += 200)
		await db
			.insert(itemTopic)
			.values(rows.slice(i, i + 200))
			.onConflictDoNothing();
}

export async function setParent(db: Db | Tx, id: number, parentId: number | null) {
	await db.update(topic).set({ parentId }).where(eq(topic.id, id));
}

/** Topics of every item of a publication: those people gave, and suggestions sure enough to count. */
export function topicsOfItems(db: Db | Tx, publicationId: number) {
	return db.all<{
		itemId: number;
		topicId: number;
		source: ItemTopic['source'];
		confidence: number;
	}>(sql`
		SELECT t.item_id AS itemId, t.topic_id AS topicId, t.source, t.confidence
		FROM item_topic t JOIN item i ON i.id = t.item_id JOIN issue e ON e.id = i.issue_id
			JOIN publication p ON p.id = e.publication_id
		WHERE e.publication_id = ${publicationId} AND (t.source <> 'suggested' OR t.confidence >= p.suggest_from)
		ORDER BY t.item_id, t.confidence DESC, t.topic_id`);
}

/** Items that a person gave topics, with their words: what suggestions learn from. */
export function confirmedItems(db: Db | Tx, publicationId: number) {
	return db.all<{ itemId: number; title: string; text: string; key: string }>(sql`
		SELECT i.id AS itemId, i.title, i.text, o.key
		FROM item_topic t JOIN item i ON i.id = t.item_id JOIN issue e ON e.id = i.issue_id
			JOIN topic o ON o.id = t.topic_id
		WHERE e.publication_id = ${publicationId} AND t.source <> 'suggested' ORDER BY e.sent_at, i.slot, i.id`);
}

/** Items whose topics no person has said. */
export function unconfirmedItems(db: Db | Tx, publicationId: number) {
	return db.all<{ itemId: number; title: string; text: string }>(sql`
		SELECT i.id AS itemId, i.title, i.text FROM item i JOIN issue e ON e.id = i.issue_id
		WHERE e.publication_id = ${publicationId} AND i.role = 'editorial'
			AND NOT EXISTS (SELECT 1 FROM item_topic t WHERE t.item_id = i.id AND t.source <> 'suggested')`);
}
