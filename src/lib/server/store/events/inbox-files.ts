import { and, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { inboxFile } from '../schema/import.ts';
import type { Import } from './imports.ts';

/**
 * Whether a file of the inbox was looked at as it is.
 *
 * @param key what it is remembered under, before its name
 */
export async function inboxKnows(db: Db | Tx, key: string, bytes: number, modifiedAt: number) {
	const [row] = await db
		.select()
		.from(inboxFile)
		.where(
			and(
				sql`substr(${inboxFile.path}, 1, length(${`${key}/`})) = ${`${key}/`}`,
				eq(inboxFile.bytes, bytes),
				eq(inboxFile.modifiedAt, modifiedAt)
			)
		);
	return row !== undefined;
}

/** Files of the inbox by their name: a key stands before it. */
const named = (name: string) =>
	sql`substr(${inboxFile.path}, -length(${`/${name}`})) = ${`/${name}`}`;

/** How files of a name were when they were looked at: bytes, and milliseconds. Where they lie is not kept. */
export function inboxSeen(db: Db | Tx, name: string) {
	return db
		.select({ bytes: inboxFile.bytes, modifiedAt: inboxFile.modifiedAt })
		.from(inboxFile)
		.where(named(name));
}

/**
 * Whether the file of an import came by the inbox: nobody sent it, and a file of its name was met there,
 * of its size where it lay in no zip. Another publication's folder may hold one of the same name.
 */
export async function cameByInbox(
	db: Db | Tx,
	{ by, container, name, bytes }: Pick<Import, 'by' | 'container' | 'name' | 'bytes'>
): Promise<boolean> {
	if (by !== null) return false;
	const seen = await inboxSeen(db, container ?? name);
	return seen.some((one) => container !== null || one.bytes === bytes);
}

/** Has files of the inbox looked at again: what is in already is known by its hash. */
export async function forgetInboxFiles(db: Db | Tx, name: string) {
	await db.delete(inboxFile).where(named(name));
}

/** @param path under which earlier versions remembered it, which may name a person */
export async function rememberInboxFile(
	db: Db | Tx,
	file: typeof inboxFile.$inferInsert,
	path: string
) {
	await db.delete(inboxFile).where(eq(inboxFile.path, path));
	await db.insert(inboxFile).values(file).onConflictDoUpdate({ target: inboxFile.path, set: file });
}
