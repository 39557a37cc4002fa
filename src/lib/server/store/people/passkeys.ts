import { and, asc, count, eq, like, lt } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { authPasskey, authUser, authVerification } from '../schema/auth.ts';

export type Passkey = typeof authPasskey.$inferSelect;

/** The passkeys of one person, the oldest first. */
export function passkeysOf(db: Db | Tx, userId: string): Promise<Passkey[]> {
	return db
		.select()
		.from(authPasskey)
		.where(eq(authPasskey.userId, userId))
		.orderBy(asc(authPasskey.createdAt), asc(authPasskey.id));
}

/** How many passkeys people have, by their id; who has none is not in it. */
export async function passkeyCounts(db: Db | Tx): Promise<Map<string, number>> {
	const rows = await db
		.select({ userId: authPasskey.userId, n: count() })
		.from(authPasskey)
		.groupBy(authPasskey.userId);
	return new Map(rows.map(({ userId, n }) => [userId, n]));
}

/** A passkey as a device names it, and whose it is. */
export async function findPasskey(db: Db | Tx, id: string) {
	const [row] = await db
		.select({ passkey: authPasskey, email: authUser.email, role: authUser.role })
		.from(authPasskey)
		.innerJoin(authUser, eq(authUser.id, authPasskey.userId))
		.where(eq(authPasskey.id, id));
	return row;
}

/** Keeps a passkey. @returns whether it is new: a device names each once */
export async function keepPasskey(db: Db | Tx, passkey: Passkey): Promise<boolean> {
	const { rowsAffected } = await db.insert(authPasskey).values(passkey).onConflictDoNothing();
	return rowsAffected > 0;
}

/** Writes down that one was used, and how far its device has counted. */
export async function notePasskey(db: Db | Tx, id: string, counter: number, now: Date) {
	await db.update(authPasskey).set({ counter, usedAt: now }).where(eq(authPasskey.id, id));
}

/** Removes one passkey of somebody, or without an id all of them. @returns the names of those that were there */
export async function dropPasskeys(db: Db | Tx, userId: string, id?: string): Promise<string[]> {
	const rows = await db
		.delete(authPasskey)
		.where(
			and(eq(authPasskey.userId, userId), id === undefined ? undefined : eq(authPasskey.id, id))
		)
		.returning({ name: authPasskey.name });
	return rows.map(({ name }) => name);
}

const SPENT = 'spent:';

/**
 * Marks something as used that is good for once.
 *
 * @param expiresAt from when on it would be refused anyhow, and need not be remembered
 * @returns whether it was not used before, by any process or machine
 */
export async function spendChallenge(
	db: Db | Tx,
	hash: string,
	{ now, expiresAt }: { now: Date; expiresAt: Date }
): Promise<boolean> {
	await db
		.delete(authVerification)
		.where(
			and(like(authVerification.identifier, `${SPENT}%`), lt(authVerification.expiresAt, now))
		);
	const { rowsAffected } = await db
		.insert(authVerification)
		.values({
			id: SPENT + hash,
			identifier: SPENT + hash,
			value: '',
			expiresAt,
			createdAt: now,
			updatedAt: now
		})
		.onConflictDoNothing();
	return rowsAffected > 0;
}
