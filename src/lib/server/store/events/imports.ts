// long: all that is asked of imports and changed in them, with what of their rows was not taken
import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { recordAudit } from '../people/audit.ts';
import { noteId, unusedId } from '../sql/unused-id.ts';
import { imported, importReject, importSend, importSkip } from '../schema/import.ts';

export type Import = typeof imported.$inferSelect;

export async function beginImport(
	db: Db | Tx,
	words: Omit<typeof imported.$inferInsert, 'startedAt'>,
	now: number
): Promise<Import> {
	const [created] = await db
		.insert(imported)
		.values({ ...words, id: unusedId('import'), startedAt: now })
		.returning();
	if (!created) throw new RangeError('no import came back');
	const { id, publicationId, by } = created;
	await noteId(db, 'import', id);
	// a file's name may be that of a person, and is cleaned once the file is read: the number leads to it
	await recordAudit(db, publicationId, { by, now }, 'imports.begun', { import: id });
	return created;
}

export async function changeImport(db: Db | Tx, id: number, words: Partial<Import>) {
	await db.update(imported).set(words).where(eq(imported.id, id));
}

export async function findImport(db: Db | Tx, id: number): Promise<Import | undefined> {
	const [row] = await db.select().from(imported).where(eq(imported.id, id));
	return row;
}

/** An import of the very same bytes that still holds, if there is one; else one that was undone or has a question. */
export async function importOfHash(db: Db | Tx, publicationId: number, hash: string) {
	const rows = await db
		.select()
		.from(imported)
		.where(
			and(
				eq(imported.publicationId, publicationId),
				eq(imported.hash, hash),
				inArray(imported.state, ['done', 'undone', 'running', 'question'])
			)
		)
		.orderBy(desc(imported.id));
	return rows.find(({ state }) => state === 'done') ?? rows[0];
}

/**
 * What people said of files about money: that they are of another account than files of the same
 * channel, and add to them, or that they replace them.
 */
export async function answersOnMoney(
	db: Db | Tx,
	publicationId: number
): Promise<Record<'adds' | 'replaces', Set<number>>> {
	const rows = await db.all<{ id: number; beside: number }>(sql`
		SELECT id, reading ->> 'beside' AS beside FROM import
		WHERE publication_id = ${publicationId} AND state = 'done' AND reading ->> 'beside' IS NOT NULL`);
	const of = (beside: number) =>
		new Set(rows.filter((row) => Number(row.beside) === beside).map(({ id }) => id));
	return { adds: of(1), replaces: of(0) };
}

/** All imports of a publication, the latest first. */
export function listImports(db: Db | Tx, publicationId: number): Promise<Import[]> {
	return db
		.select()
		.from(imported)
		.where(eq(imported.publicationId, publicationId))
		.orderBy(desc(imported.id));
}

/** Imports of these numbers that wait to be taken back. */
export function undoingOf(db: Db | Tx, ids: readonly number[]): Promise<Import[]> {
	return db
		.select()
		.from(imported)
		.where(and(inArray(imported.id, [...ids]), eq(imported.state, 'undoing')));
}

/** The files of imports by their numbers, of those that were read: until then a name may be that of a person. */
export async function namesOfImports(
	db: Db | Tx,
	ids: readonly number[]
): Promise<Map<number, string>> {
	const rows = await db
		.select({ id: imported.id, name: imported.name })
		.from(imported)
		.where(
			and(
				sql`${imported.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
				inArray(imported.state, ['done', 'undoing', 'undone'])
			)
		);
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Takes an upload away. */
export async function dropImport(db: Db | Tx, id: number) {
	await db.delete(imported).where(eq(imported.id, id));
}

/** Whether the job of an upload can be gone on with: its file lies in the spool, or is in already. */
export function mayGoOn({ spool, state }: Pick<Import, 'spool' | 'state'>): boolean {
	return state === 'done' || (spool !== null && ['failed', 'running', 'waiting'].includes(state));
}

/** Imports whose file still lies in the spool. */
export function spooledImports(db: Db | Tx): Promise<Import[]> {
	return db.select().from(imported).where(isNotNull(imported.spool));
}

/** Imports of a publication that wait for an answer. */
export function askingImports(db: Db | Tx, publicationId: number): Promise<Import[]> {
	return db
		.select()
		.from(imported)
		.where(and(eq(imported.publicationId, publicationId), eq(imported.state, 'question')));
}

/** Imports that a stopped process left in the middle. */
export function brokenImports(db: Db | Tx): Promise<Import[]> {
	return db.select().from(imported).where(eq(imported.state, 'running')).orderBy(asc(imported.id));
}

/** What was imported of a zip or mailbox of this name, and holds. */
export function importsOfContainer(db: Db | Tx, publicationId: number, container: string) {
	return db
		.select()
		.from(imported)
		.where(
			and(
				eq(imported.publicationId, publicationId),
				eq(imported.container, container),
				eq(imported.state, 'done')
			)
		);
}

/** Stores rejected rows; cells that name a reader are null. */
export async function keepRejects(
	db: Db | Tx,
	importId: number,
	rejects: readonly { row: number; code: string; cells: (string | null)[] }[]
) {
	for (let i = 0; i < rejects.length; i += 200)
		await db
			.insert(importReject)
			.values(rejects.slice(i, i + 200).map((reject) => ({ ...reject, importId })))
			.onConflictDoNothing();
}

/** Stores how many rows were skipped, by reason. */
export async function keepSkips(db: Db | Tx, importId: number, skips: ReadonlyMap<string, number>) {
	for (const [code, n] of skips) await db.insert(importSkip).values({ importId, code, n });
}

/** Rejected rows of an import, in the order of the file. */
export function rejectsOf(db: Db | Tx, importId: number, limit: number) {
	return db
		.select()
		.from(importReject)
		.where(eq(importReject.importId, importId))
		.orderBy(asc(importReject.row))
		.limit(limit);
}

export function skipsOf(db: Db | Tx, importId: number) {
	return db
		.select({ code: importSkip.code, n: importSkip.n })
		.from(importSkip)
		.where(eq(importSkip.importId, importId));
}

/** Notes which sends an import is about. */
export async function keepImportSends(db: Db | Tx, importId: number, sendIds: Iterable<number>) {
	for (const sendId of sendIds)
		await db.insert(importSend).values({ importId, sendId }).onConflictDoNothing();
}

export async function sendsOfImport(db: Db | Tx, importId: number): Promise<number[]> {
	const rows = await db
		.select({ id: importSend.sendId })
		.from(importSend)
		.where(eq(importSend.importId, importId));
	return rows.map(({ id }) => id);
}

/** Takes an import's own rows out of every table that keeps facts per import. */
export async function withdrawFacts(db: Db | Tx, importId: number) {
	const tables = [
		'reader_fact',
		'send_fact',
		'count_reader',
		'count_url',
		'count_issue',
		'tag_fact',
		'spend',
		'value',
		'placement',
		'document',
		'import_reject',
		'import_skip',
		'import_send'
	];
	for (const name of tables)
		await db.run(sql`DELETE FROM ${sql.identifier(name)} WHERE import_id = ${importId}`);
}

/** What an import found there already is its own where the import that brought it first is gone. */
export async function inherit(db: Db | Tx, importId: number, n: number) {
	await db
		.update(imported)
		.set({
			accepted: sql`${imported.accepted} + min(${n}, ${imported.duplicate})`,
			duplicate: sql`${imported.duplicate} - min(${n}, ${imported.duplicate})`
		})
		.where(eq(imported.id, importId));
}

/** Sends that no import speaks of any more, and that no event refers to. */
export async function orphanedSends(db: Db | Tx, publicationId: number): Promise<number[]> {
	const rows = await db.all<{ id: number }>(sql`
		SELECT s.id FROM send s JOIN source o ON o.id = s.source_id
		WHERE o.publication_id = ${publicationId}
			AND NOT EXISTS (SELECT 1 FROM import_send i WHERE i.send_id = s.id)
			AND NOT EXISTS (SELECT 1 FROM send_fact f WHERE f.send_id = s.id)`);
	return rows.map(({ id }) => id);
}

/** What files about money are of. */
export type MoneyFile = 'spend' | 'value' | 'placements';

/** How many rows about money were refused because they name no amount, over all such files taken in. */
export async function unpricedRows(
	db: Db | Tx,
	publicationId: number,
	kinds: readonly MoneyFile[]
): Promise<number> {
	const rows = await db
		.select({ reading: imported.reading })
		.from(imported)
		.where(
			and(
				eq(imported.publicationId, publicationId),
				eq(imported.state, 'done'),
				inArray(imported.kind, [...kinds])
			)
		);
	return rows.reduce((sum, { reading }) => {
		const reasons = (reading?.reasons ?? {}) as Record<string, number>;
		return sum + (reasons.noAmount ?? 0);
	}, 0);
}
