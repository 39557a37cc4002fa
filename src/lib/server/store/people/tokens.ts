import { asc, eq } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { apiToken } from '../schema/auth.ts';
import { publication } from '../schema/publication.ts';

export type ApiToken = typeof apiToken.$inferSelect;

/** A token as it is listed, with the slug of its publication; null for all of them. */
export type ListedToken = ApiToken & { publication: string | null };

/** @returns whether it was kept: a name is given once */
export async function keepToken(
	db: Db | Tx,
	token: Pick<ApiToken, 'name' | 'hash' | 'scope' | 'publicationId' | 'createdAt' | 'expiresAt'>
): Promise<boolean> {
	const { rowsAffected } = await db.insert(apiToken).values(token).onConflictDoNothing();
	return rowsAffected === 1;
}

export async function listTokens(db: Db | Tx): Promise<ListedToken[]> {
	const rows = await db
		.select({ token: apiToken, publication: publication.slug })
		.from(apiToken)
		.leftJoin(publication, eq(publication.id, apiToken.publicationId))
		.orderBy(asc(apiToken.name));
	return rows.map(({ token, publication: slug }) => ({ ...token, publication: slug }));
}

/** @returns whether there was one */
export async function dropToken(db: Db | Tx, name: string): Promise<boolean> {
	const { rowsAffected } = await db.delete(apiToken).where(eq(apiToken.name, name));
	return rowsAffected === 1;
}

export async function tokenOfHash(db: Db | Tx, hash: string): Promise<ApiToken | undefined> {
	const [row] = await db.select().from(apiToken).where(eq(apiToken.hash, hash));
	return row;
}

/** Notes when a token was last used. */
export async function touchToken(db: Db | Tx, name: string, now: number) {
	await db.update(apiToken).set({ usedAt: now }).where(eq(apiToken.name, name));
}
