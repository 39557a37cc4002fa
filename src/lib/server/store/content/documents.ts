import { asc, eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { document } from '../schema/document.ts';
import { imported } from '../schema/import.ts';

export type Document = typeof document.$inferSelect;

export async function keepDocument(db: Db | Tx, row: typeof document.$inferInsert) {
	await db.insert(document).values(row);
}

/** All documents of a publication with the hash of the file each came in, without their bodies. */
export function documentsOf(db: Db | Tx, publicationId: number) {
	return db
		.select({
			id: document.id,
			importId: document.importId,
			sourceId: document.sourceId,
			campaign: document.campaign,
			name: document.name,
			format: document.format,
			outline: document.outline,
			rules: document.rules,
			headings: document.headings,
			habits: document.habits,
			issueId: document.issueId,
			hash: imported.hash
		})
		.from(document)
		.innerJoin(imported, eq(imported.id, document.importId))
		.where(eq(document.publicationId, publicationId))
		.orderBy(asc(imported.hash), asc(document.name));
}

export type PublicationDocument = Awaited<ReturnType<typeof documentsOf>>[number];

/** How the documents of a publication read, and nothing else of them. */
export function outlinesOf(db: Db | Tx, publicationId: number) {
	return db
		.select({ id: document.id, outline: document.outline })
		.from(document)
		.where(eq(document.publicationId, publicationId));
}

/** The file that a document came in, by its SHA-256, and its name in there. */
export async function fileOfDocument(db: Db | Tx, id: number) {
	const [row] = await db
		.select({ hash: imported.hash, name: document.name })
		.from(document)
		.innerJoin(imported, eq(imported.id, document.importId))
		.where(eq(document.id, id));
	return row;
}

/** The files that the documents of a publication came in, and the issues that they are of. */
export function filesOfDocuments(db: Db | Tx, publicationId: number) {
	return db
		.select({ hash: imported.hash, name: document.name, issueId: document.issueId })
		.from(document)
		.innerJoin(imported, eq(imported.id, document.importId))
		.where(eq(document.publicationId, publicationId));
}

export async function documentBody(db: Db | Tx, id: number) {
	const [row] = await db.select().from(document).where(eq(document.id, id));
	return row;
}

/** How a document reads and what it says of its lines, without its body. */
export async function readingOfDocument(
	db: Db | Tx,
	id: number
): Promise<{ outline: Document['outline']; trace: Document['headings'] } | null> {
	const [row] = await db
		.select({ outline: document.outline, trace: document.headings })
		.from(document)
		.where(eq(document.id, id));
	return row ?? null;
}

export async function setIssueOfDocuments(db: Db | Tx, ids: readonly number[], issueId: number) {
	if (ids.length)
		await db
			.update(document)
			.set({ issueId })
			.where(inArray(document.id, [...ids]));
}

/** Keeps how a document reads by itself, what it says of its lines, and what of it may be kept by now. */
export async function setReading(
	db: Db | Tx,
	id: number,
	reading: Pick<Document, 'outline' | 'headings' | 'rules'> & Partial<Pick<Document, 'body'>>
) {
	await db
		.update(document)
		.set({ ...reading, habits: [] })
		.where(eq(document.id, id));
}

/** Keeps how a document reads with what its publication's template tells of it. */
export async function setOutline(
	db: Db | Tx,
	id: number,
	outline: Document['outline'],
	habits: string[]
) {
	await db.update(document).set({ outline, habits }).where(eq(document.id, id));
}
