import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { noteId, unusedId } from '../sql/unused-id.ts';
import { itemTopic, topic } from '../schema/document.ts';

export type StoredTopic = typeof topic.$inferSelect;

export function topicsOf(db: Db | Tx, publicationId: number): Promise<StoredTopic[]> {
	return db
		.select()
		.from(topic)
		.where(eq(topic.publicationId, publicationId))
		.orderBy(asc(topic.id));
}

/** The topic that one became part of, however often; itself where it stands alone. */
export function whereMerged<Topic extends Pick<StoredTopic, 'id' | 'mergedInto'>>(
	topics: readonly Topic[],
	topic: Topic
): Topic {
	const into = topics.find(({ id }) => id === topic.mergedInto);
	return into ? whereMerged(topics, into) : topic;
}

export async function addTopics(db: Db | Tx, topics: readonly (typeof topic.$inferInsert)[]) {
	for (const row of topics) {
		const [made] = await db
			.insert(topic)
			.values({ id: unusedId('topic'), ...row })
			.onConflictDoNothing()
			.returning({ id: topic.id });
		if (made) await noteId(db, 'topic', made.id);
	}
}

export type ItemTopic = typeof itemTopic.$inferSelect;

const itemsOf = (publicationId: number) =>
	sql`SELECT i.id FROM item i JOIN issue e ON e.id = i.issue_id WHERE e.publication_id = ${publicationId}`;

/** Items written at once: longer writes would keep others waiting. */
const atOnce = 300;

/**
 * Replaces all that was suggested, where it differs; what an editor or a spreadsheet said stays, also
 * where they said it since the suggestions were made.
 *
 * @returns whether anything differed
 */
export async function replaceSuggestions(
	db: Db,
	publicationId: number,
	suggestions: readonly ItemTopic[]
): Promise<boolean> {
	const before = await db
		.select()
		.from(itemTopic)
		.where(
			and(
				eq(itemTopic.source, 'suggested'),
				sql`${itemTopic.itemId} IN (${itemsOf(publicationId)})`
			)
		);
	const byItem = (rows: readonly ItemTopic[]) => {
		const byItem = new Map<number, ItemTopic[]>();
		for (const row of rows) byItem.set(row.itemId, [...(byItem.get(row.itemId) ?? []), row]);
		return byItem;
	};
	const [was, is] = [byItem(before), byItem(suggestions)];
	const words = (rows: readonly ItemTopic[] = []) =>
		rows
			.map(({ topicId, confidence, because }) => JSON.stringify([topicId, confidence, because]))
			.sort()
			.join();
	const differing = [...new Set([...was.keys(), ...is.keys()])].filter(
		(itemId) => words(was.get(itemId)) !== words(is.get(itemId))
	);

	for (let i = 0; i < differing.length; i += atOnce) {
		const part = differing.slice(i, i + atOnce);
		await db.transaction(async (tx) => {
			await tx
				.delete(itemTopic)
				.where(and(eq(itemTopic.source, 'suggested'), inArray(itemTopic.itemId, part)));
			const open = await tx.all<{ id: number }>(sql`
				SELECT i.id FROM item i WHERE i.id IN (${sql.raw(part.join(', '))}) AND NOT i.topicless
					AND NOT EXISTS (SELECT 1 FROM item_topic t WHERE t.item_id = i.id)`);
			await addItemTopics(
				tx,
				open.flatMap(({ id }) => is.get(id) ?? [])
			);
		});
	}
	return differing.length > 0;
}

/** Replaces what spreadsheets say of items, where it differs, except where an editor has spoken. */
export async function replaceTags(
	db: Db | Tx,
	publicationId: number,
	topicsOfItem: ReadonlyMap<number, readonly number[]>
) {
	const said = await db.all<{ itemId: number; topicId: number; source: string }>(sql`
		SELECT item_id AS itemId, topic_id AS topicId, source FROM item_topic
		WHERE source <> 'suggested' AND item_id IN (${itemsOf(publicationId)})`);
	const none = await db.all<{ id: number }>(sql`
		SELECT i.id FROM item i WHERE i.topicless AND i.id IN (${itemsOf(publicationId)})`);
	const edited = new Set([
		...said.flatMap((row) => (row.source === 'editor' ? [row.itemId] : [])),
		...none.map(({ id }) => id)
	]);
	const was = new Map<number, number[]>();
	for (const { itemId, topicId, source } of said)
		if (source === 'tag') was.set(itemId, [...(was.get(itemId) ?? []), topicId]);

	const keyOf = (ids: readonly number[] = []) => [...ids].sort((a, b) => a - b).join();
	const differing = [...new Set([...was.keys(), ...topicsOfItem.keys()])].filter(
		(id) => !edited.has(id) && keyOf(was.get(id)) !== keyOf(topicsOfItem.get(id))
	);
	for (let i = 0; i < differing.length; i += atOnce)
		await db.delete(itemTopic).where(inArray(itemTopic.itemId, differing.slice(i, i + atOnce)));
	await addItemTopics(
		db,
		differing.flatMap((itemId) =>
			(topicsOfItem.get(itemId) ?? []).map((topicId) => ({
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

/**
 * Items of which a person said what they are about, with their words: what suggestions learn from. A row a
 * topic; one without a key for those that have none.
 */
export function confirmedItems(db: Db | Tx, publicationId: number) {
	return db.all<{ itemId: number; title: string; text: string; key: string | null }>(sql`
		SELECT i.id AS itemId, i.title, i.text, o.key
		FROM item i JOIN issue e ON e.id = i.issue_id
			LEFT JOIN item_topic t ON t.item_id = i.id AND t.source <> 'suggested'
			LEFT JOIN topic o ON o.id = t.topic_id
		WHERE e.publication_id = ${publicationId} AND (o.key IS NOT NULL OR i.topicless)
		ORDER BY e.sent_at, i.position, i.id`);
}

/** Items whose topics no person has said. */
export function unconfirmedItems(db: Db | Tx, publicationId: number) {
	return db.all<{ itemId: number; title: string; text: string }>(sql`
		SELECT i.id AS itemId, i.title, i.text FROM item i JOIN issue e ON e.id = i.issue_id
		WHERE e.publication_id = ${publicationId} AND i.role = 'editorial' AND NOT i.topicless
			AND NOT EXISTS (SELECT 1 FROM item_topic t WHERE t.item_id = i.id AND t.source <> 'suggested')`);
}

/** An editorial item with what may tell its topic, in order of sending and reading. */
export type TopicItem = {
	itemId: number;
	title: string;
	text: string;
	issueId: number;
	/** number of its issue, else its title */
	issue: string;
	section: string | null;
	/** canonical URLs that it links to */
	pages: string[];
	/** a person, or a spreadsheet, said what it is about */
	confirmed: boolean;
};

/** Every editorial item, whoever said what of it. */
export async function itemsToRead(db: Db | Tx, publicationId: number): Promise<TopicItem[]> {
	const rows = await db.all<
		Omit<TopicItem, 'pages' | 'confirmed'> & { pages: string; confirmed: number }
	>(sql`
		SELECT i.id AS itemId, i.title, i.text, e.id AS issueId, coalesce(e.number, e.title) AS issue,
			s.title AS section,
			(SELECT json_group_array(g.key) FROM item_link l JOIN page g ON g.id = l.page_id
				WHERE l.item_id = i.id) AS pages,
			(i.topicless OR EXISTS (SELECT 1 FROM item_topic t
				WHERE t.item_id = i.id AND t.source <> 'suggested')) AS confirmed
		FROM item i JOIN issue e ON e.id = i.issue_id LEFT JOIN section s ON s.id = i.section_id
		WHERE e.publication_id = ${publicationId} AND i.role = 'editorial'
		ORDER BY e.sent_at, e.title, i.position, i.title, i.text`);
	return rows.map(({ pages, confirmed, issue, ...row }) => ({
		...row,
		issue: String(issue),
		pages: JSON.parse(pages) as string[],
		confirmed: confirmed === 1
	}));
}

/** Whether an editor has said anything of items: what they are about, or that they are about nothing. */
export async function editorsSpoke(db: Db | Tx, publicationId: number): Promise<boolean> {
	const rows = await db.all(sql`
		SELECT 1 FROM item i WHERE i.id IN (${itemsOf(publicationId)}) AND (i.topicless OR EXISTS (
			SELECT 1 FROM item_topic t WHERE t.item_id = i.id AND t.source = 'editor')) LIMIT 1`);
	return rows.length > 0;
}
