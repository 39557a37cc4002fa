import { eq, sql } from 'drizzle-orm';
import { item } from '../schema/document.ts';
import { inLists } from '../sql/in-lists.ts';
import type { Db, Tx } from '../sql/open.ts';
import type { StoredItem } from './items.ts';

/** An item with all that a spreadsheet may name it by. */
export type TaggableItem = {
	id: number;
	title: string;
	role: StoredItem['role'];
	/** whether its document, or an editor, says who wrote it */
	signed: boolean;
	tagged: string[];
	issueId: number;
	number: number | null;
	issueTitle: string;
	subject: string | null;
	/** UTC milliseconds */
	sentAt: number | null;
	pages: number[];
};

/** Every item of a publication with its issue's names and the pages it leads to. */
export async function itemsWithPages(db: Db | Tx, publicationId: number): Promise<TaggableItem[]> {
	const rows = await inLists<
		Omit<TaggableItem, 'pages' | 'tagged' | 'signed'> & {
			pages: string;
			signed: number;
			tagged: string;
		}
	>(
		db,
		[
			'id',
			'title',
			'role',
			'signed',
			'tagged',
			'issueId',
			'number',
			'issueTitle',
			'subject',
			'sentAt',
			'pages'
		],
		sql`
		SELECT i.id, i.title, i.role, i.authors <> '[]' AS signed, i.authors_tagged AS tagged, e.id AS issueId,
			e.number, e.title AS issueTitle, e.subject, e.sent_at AS sentAt,
			(SELECT json_group_array(l.page_id) FROM item_link l WHERE l.item_id = i.id) AS pages
		FROM item i JOIN issue e ON e.id = i.issue_id WHERE e.publication_id = ${publicationId}`
	);
	return rows.map(({ pages, signed, tagged, ...row }) => ({
		...row,
		signed: signed === 1,
		tagged: JSON.parse(tagged) as string[],
		pages: JSON.parse(pages) as number[]
	}));
}

/** Whether a spreadsheet says who wrote an item of a publication. */
export async function hasTaggedAuthors(db: Db | Tx, publicationId: number): Promise<boolean> {
	const rows = await db.all(sql`
		SELECT 1 FROM issue e JOIN item i ON i.issue_id = e.id
		WHERE e.publication_id = ${publicationId} AND i.authors_tagged <> '[]' LIMIT 1`);
	return rows.length > 0;
}

/** Says who wrote items, as spreadsheets have it. */
export async function tagAuthors(db: Db | Tx, tagged: ReadonlyMap<number, readonly string[]>) {
	for (const [id, authors] of tagged)
		await db
			.update(item)
			.set({ authorsTagged: [...authors] })
			.where(eq(item.id, id));
}
