import { asc, eq } from 'drizzle-orm';
import type { Db, Tx } from './open.ts';
import { apiToken } from './schema/auth.ts';

export type ApiToken = typeof apiToken.$inferSelect;

/** @returns whether it was kept: a name is given once */
export async function keepToken(
	db: Db | Tx,
	token: Pick<ApiToken, 'name' | 'hash' | 'createdAt'>
): Promise<boolean> {
	const { rowsAffected } = await db.insert(apiToken).values(token).onConflictDoNothing();
	return rowsAffected === 1;
}

export function listTokens(db: Db | Tx): Promise<ApiToken[]> {
	return db.select().from(apiToken).orderBy(asc(apiToken.name));
}

/** @returns whether there was one */
export async function dropToken(db: Db | Tx, name: string): Promise<boolean> {
	const { rowsAffected } = await db.delete(apiToken).where(eq(apiToken.name, name));
	return rowsAffected === 1;
}

export async function tokenOfHash(db: Db | Tx, hash: string): Promise<ApiToken | undefined> {
	const [found] = await db.select().from(apiToken).where(eq(apiToken.hash, hash));
	return found;
}

export async function touchToken(db: Db | Tx, name: string, now: number) {
	await db.update(apiToken).set({ usedAt: now }).where(eq(apiToken.name, name));
}
