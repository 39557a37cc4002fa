import { and, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { spooled, spooledPart } from '../schema/spool.ts';

type Spooled = typeof spooled.$inferSelect;

/** A file of the spool that is whole. */
type Whole = Spooled & { bytes: number };

/** Begins a file of the spool; one of the same name makes room for it. */
export async function beginSpooled(db: Db, words: Omit<Spooled, 'bytes'>) {
	await db.transaction(async (tx) => {
		await dropSpooledFile(tx, words.name);
		await tx.insert(spooled).values({ ...words, bytes: null });
	});
}

/** Adds one encrypted piece to a file of the spool. */
export async function addSpooledPart(db: Db | Tx, name: string, n: number, bytes: Buffer) {
	await db.insert(spooledPart).values({ name, n, bytes });
}

/** Says that a file of the spool is whole, and how many bytes it holds. */
export async function endSpooled(db: Db | Tx, name: string, bytes: number) {
	await db.update(spooled).set({ bytes }).where(eq(spooled.name, name));
}

/** A file of the spool; null where it is not there, or not whole yet. */
export async function findSpooled(db: Db | Tx, name: string): Promise<Whole | null> {
	const [row] = await db.select().from(spooled).where(eq(spooled.name, name));
	return row && row.bytes !== null ? { ...row, bytes: row.bytes } : null;
}

/** The same piece, encrypted anew; and the same of what encryption of its file began with. */
export async function changeSpooledPart(db: Db | Tx, name: string, n: number, bytes: Buffer) {
	await db
		.update(spooledPart)
		.set({ bytes })
		.where(and(eq(spooledPart.name, name), eq(spooledPart.n, n)));
}

/** Sets the nonce of a file that was encrypted anew. */
export async function changeNonce(db: Db | Tx, name: string, nonce: string) {
	await db.update(spooled).set({ nonce }).where(eq(spooled.name, name));
}

/** One piece of a file of the spool, as it is encrypted. */
export async function spooledPartOf(
	db: Db | Tx,
	name: string,
	n: number
): Promise<Buffer | undefined> {
	const [row] = await db
		.select({ bytes: spooledPart.bytes })
		.from(spooledPart)
		.where(and(eq(spooledPart.name, name), eq(spooledPart.n, n)));
	return row?.bytes;
}

/** Deletes a file of the spool, with all its pieces. */
export async function dropSpooledFile(db: Db | Tx, name: string) {
	await db.delete(spooledPart).where(eq(spooledPart.name, name));
	await db.delete(spooled).where(eq(spooled.name, name));
}

export function listSpooled(db: Db | Tx): Promise<Spooled[]> {
	return db.select().from(spooled);
}

/** How many bytes all files of the spool take up, those that are being written as well. */
export async function spooledBytes(db: Db | Tx): Promise<number> {
	const [row] = await db
		.select({ n: sql<number | null>`sum(length(${spooledPart.bytes}))` })
		.from(spooledPart);
	return row?.n ?? 0;
}
