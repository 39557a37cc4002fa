import { and, asc, eq, sql } from 'drizzle-orm';
import { idList } from '../events/facts.ts';
import { columnsOf, yielded } from '../sql/columns-of.ts';
import { grouped } from '../sql/grouped.ts';
import { inLists } from '../sql/in-lists.ts';
import { jsonRows } from '../sql/json-rows.ts';
import type { Db, Tx } from '../sql/open.ts';
import { item, section, type itemLink } from '../schema/document.ts';

export type StoredItem = typeof item.$inferSelect;
export type ItemLinkRow = typeof itemLink.$inferSelect;

/** An item but for what spreadsheets and editors say of it beside its reading. */
export type KnownItem = Omit<StoredItem, 'authorsTagged' | 'topicless'>;

/** An item as a reading of its issue has it; `id` where an old one is kept. */
export type ItemDraft = Omit<KnownItem, 'id' | 'issueId'> & { id: number | null };
/** A link as a reading has it; `item` is the index of its draft, null outside items. */
export type LinkDraft = Omit<ItemLinkRow, 'issueId' | 'itemId' | 'position'> & {
	item: number | null;
};

/** The items of an issue in reading order. */
export function itemsOfIssue(db: Db | Tx, issueId: number): Promise<StoredItem[]> {
	return db
		.select()
		.from(item)
		.where(eq(item.issueId, issueId))
		.orderBy(asc(item.position), asc(item.id));
}

/** What a reading of its issue says of an item, and of a link. */
export const readOfItem = [
	'sectionId',
	'position',
	'role',
	'format',
	'title',
	'text',
	'authors',
	'authorsSaid'
] as const;
export const readOfLink = ['pageId', 'url', 'text', 'role'] as const;

const itemFields = ['issueId', ...readOfItem] as const;
const linkFields = ['issueId', 'position', 'itemId', ...readOfLink] as const;

/** The items of several issues, each issue's in the order of `itemsOfIssue`. */
export async function itemsOfIssues(
	db: Db | Tx,
	issueIds: readonly number[]
): Promise<Map<number, KnownItem[]>> {
	type RawItem = Omit<KnownItem, 'authors' | 'authorsSaid'> & {
		authors: string;
		authorsSaid: number;
	};
	const rows = await inLists<RawItem>(
		db,
		['id', ...itemFields],
		sql`SELECT id, ${columnsOf(itemFields, yielded)}
			FROM item WHERE issue_id IN (${idList(issueIds)}) ORDER BY issue_id, position, id`
	);
	const items = rows.map(({ authors, authorsSaid, ...row }) => ({
		...row,
		authors: JSON.parse(authors) as string[],
		authorsSaid: authorsSaid === 1
	}));
	return grouped(items, ({ issueId }) => issueId);
}

/** The links of an issue, those outside items as well. */
export async function linksOfIssue(db: Db | Tx, issueId: number): Promise<ItemLinkRow[]> {
	return (await linksOfIssues(db, [issueId])).get(issueId) ?? [];
}

/** The links of several issues, each issue's in the order in which they stand in it. */
export async function linksOfIssues(
	db: Db | Tx,
	issueIds: readonly number[]
): Promise<Map<number, ItemLinkRow[]>> {
	const rows = await inLists<ItemLinkRow>(
		db,
		linkFields,
		sql`SELECT ${columnsOf(linkFields, yielded)}
			FROM item_link WHERE issue_id IN (${idList(issueIds)}) ORDER BY issue_id, position`
	);
	return grouped(rows, ({ issueId }) => issueId);
}

/** A new reading of an issue. */
export type IssueDrafts = {
	issueId: number;
	items: readonly ItemDraft[];
	links: readonly LinkDraft[];
};

/**
 * Puts new readings of issues in the place of the old ones; items that were kept keep their ids.
 *
 * @returns the id of each item, issue by issue
 */
export async function replaceItems(
	db: Db | Tx,
	issues: readonly IssueDrafts[]
): Promise<number[][]> {
	if (issues.length === 0) return [];
	const drafts = issues.flatMap(({ issueId, items }) =>
		items.map((draft) => ({ ...draft, issueId }))
	);
	const list = idList(issues.map(({ issueId }) => issueId));
	const kept = new Set(drafts.map(({ id }) => id));
	const old = await db.all<{ id: number }>(sql`SELECT id FROM item WHERE issue_id IN (${list})`);
	const gone = idList(old.map(({ id }) => id).filter((id) => !kept.has(id)));

	await db.run(sql`DELETE FROM item_link WHERE issue_id IN (${list})`);
	await db.run(sql`DELETE FROM rollup_item WHERE item_id IN (${gone})`);
	await db.run(sql`DELETE FROM item_topic WHERE item_id IN (${gone})`);
	await db.run(sql`DELETE FROM item WHERE id IN (${gone})`);

	await db.run(sql`
		UPDATE item SET ${columnsOf(readOfItem, (column, field) => sql`${column} = n.${field}`)}
		FROM (${jsonRows(
			drafts.filter(({ id }) => id !== null),
			['id', ...itemFields]
		)}) n WHERE item.id = n.id`);
	const fresh = drafts.filter(({ id }) => id === null);
	const made = await db.all<{ id: number }>(sql`
		INSERT INTO item (${columnsOf(itemFields)})
		${jsonRows(fresh, itemFields)} RETURNING id`);
	// ids rise in the order of the rows, whatever the order of the answer
	const unused = made.map(({ id }) => id).sort((a, b) => a - b);
	let next = 0;
	const ids = issues.map(({ items }) => items.map(({ id }) => id ?? unused[next++]!));

	const links = issues.flatMap(({ issueId, links }, n) =>
		links.map(({ item: index, ...link }, position) => ({
			...link,
			issueId,
			position,
			itemId: index === null ? null : ids[n]![index]!
		}))
	);
	await db.run(sql`
		INSERT INTO item_link (${columnsOf(linkFields)})
		${jsonRows(links, linkFields)}`);
	return ids;
}

export type StoredSection = typeof section.$inferSelect;

/** All sections of a publication, by title. */
export function sectionsOf(db: Db | Tx, publicationId: number): Promise<StoredSection[]> {
	return db
		.select()
		.from(section)
		.where(eq(section.publicationId, publicationId))
		.orderBy(asc(section.title));
}

/** The section of this key, made with this title when it is first met. */
export async function sectionOf(db: Db | Tx, publicationId: number, key: string, title: string) {
	await db.insert(section).values({ publicationId, key, title }).onConflictDoNothing();
	const [row] = await db
		.select({ id: section.id })
		.from(section)
		.where(and(eq(section.publicationId, publicationId), eq(section.key, key)));
	return row!.id;
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

/** Who wrote an item: an editor's word before a spreadsheet's, and that before its document's. */
export function itemAuthors({
	authors,
	authorsSaid,
	authorsTagged
}: Pick<StoredItem, 'authors' | 'authorsSaid' | 'authorsTagged'>): readonly string[] {
	return authorsSaid || authorsTagged.length === 0 ? authors : authorsTagged;
}
