import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { jsonRows } from './json-rows.ts';
import type { Db, Tx } from './open.ts';
import { item, itemLink, section } from './schema/document.ts';

export type Item = typeof item.$inferSelect;
export type ItemLinkRow = typeof itemLink.$inferSelect;

/** An item as a reading of its issue has it; `id` where an old one is kept. */
export type ItemDraft = Omit<Item, 'id' | 'issueId'> & { id: number | null };
/** A link as a reading has it; `item` is the index of its draft, null outside items. */
export type LinkDraft = Omit<ItemLinkRow, 'issueId' | 'itemId' | 'position'> & {
	item: number | null;
};

export function itemsOfIssue(db: Db | Tx, issueId: number): Promise<Item[]> {
	return db
		.select()
		.from(item)
		.where(eq(item.issueId, issueId))
		.orderBy(asc(item.slot), asc(item.id));
}

export function linksOfIssue(db: Db | Tx, issueId: number): Promise<ItemLinkRow[]> {
	return db
		.select()
		.from(itemLink)
		.where(eq(itemLink.issueId, issueId))
		.orderBy(asc(itemLink.position));
}

/**
 * Puts a new reading of an issue in the place of the old one; items that were kept keep their ids.
 *
 * @returns the id of each item
 */
export async function replaceItems(
	db: Db | Tx,
	issueId: number,
	items: readonly ItemDraft[],
	links: readonly LinkDraft[]
): Promise<number[]> {
	const kept = items.flatMap(({ id }) => (id === null ? [] : [id]));
	const old = await db.select({ id: item.id }).from(item).where(eq(item.issueId, issueId));
	const gone = old.map(({ id }) => id).filter((id) => !kept.includes(id));

	await db.delete(itemLink).where(eq(itemLink.issueId, issueId));
	if (gone.length) {
		const list = sql.raw(gone.join(', '));
		await db.run(sql`DELETE FROM rollup_item WHERE item_id IN (${list})`);
		await db.run(sql`DELETE FROM item_topic WHERE item_id IN (${list})`);
		await db.delete(item).where(inArray(item.id, gone));
	}

	for (const { id, ...words } of items)
		if (id !== null) await db.update(item).set(words).where(eq(item.id, id));
	const fresh = items.flatMap(({ id, ...words }) => (id === null ? [{ ...words, issueId }] : []));
	const made = await db.all<{ id: number }>(sql`
		INSERT INTO item (issue_id, section_id, slot, role, format, title, "text")
		${jsonRows(fresh, ['issueId', 'sectionId', 'slot', 'role', 'format', 'title', 'text'])}
		RETURNING id`);
	// ids rise in the order of the rows, whatever the order of the answer
	const unused = made.map(({ id }) => id).sort((a, b) => a - b);
	let next = 0;
	const ids = items.map(({ id }) => id ?? unused[next++]!);

	const rows = links.map(({ item: index, ...link }, position) => ({
		...link,
		issueId,
		position,
		itemId: index === null ? null : ids[index]!
	}));
	await db.run(sql`
		INSERT INTO item_link (issue_id, position, item_id, page_id, url, "text", role)
		${jsonRows(rows, ['issueId', 'position', 'itemId', 'pageId', 'url', 'text', 'role'])}`);
	return ids;
}

export type SectionRow = typeof section.$inferSelect;

export function sectionsOf(db: Db | Tx, publicationId: number): Promise<SectionRow[]> {
	return db
		.select()
		.from(section)
		.where(eq(section.publicationId, publicationId))
		.orderBy(asc(section.title));
}

/** The section of this key, made with this title when it is first met. */
export async function sectionOf(db: Db | Tx, publicationId: number, key: string, title: string) {
	await db.insert(section).values({ publicationId, key, title }).onConflictDoNothing();
	const [found] = await db
		.select({ id: section.id })
		.from(section)
		.where(and(eq(section.publicationId, publicationId), eq(section.key, key)));
	return found!.id;
}

/** Gives sections their titles by key: how they were typed first is a matter of which file came first. */
export async function nameSections(
	db: Db | Tx,
	publicationId: number,
	titles: ReadonlyMap<string, string>
) {
	for (const { id, key, title } of await sectionsOf(db, publicationId)) {
		const now = titles.get(key);
		if (now !== undefined && now !== title)
			await db.update(section).set({ title: now }).where(eq(section.id, id));
	}
}

export type TaggableItem = {
	id: number;
	title: string;
	number: number | null;
	issueTitle: string;
	pages: number[];
};

/** Every item of a publication with its issue's names and the pages it leads to. */
export async function itemsWithPages(db: Db | Tx, publicationId: number): Promise<TaggableItem[]> {
	const rows = await db.all<Omit<TaggableItem, 'pages'> & { pages: string }>(sql`
		SELECT i.id, i.title, e.number, e.title AS issueTitle,
			(SELECT json_group_array(l.page_id) FROM item_link l WHERE l.item_id = i.id) AS pages
		FROM item i JOIN issue e ON e.id = i.issue_id WHERE e.publication_id = ${publicationId}`);
	return rows.map((row) => ({ ...row, pages: JSON.parse(row.pages) as number[] }));
}
