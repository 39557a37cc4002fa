import { inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '../sql/open.ts';
import { failedTry } from '../schema/auth.ts';

export type FailedTry = typeof failedTry.$inferSelect;

/** What is known of tries by these keys. */
export async function failedTries(db: Db, keys: readonly string[]): Promise<FailedTry[]> {
	return db
		.select()
		.from(failedTry)
		.where(inArray(failedTry.key, [...keys]));
}

/** When a try may be made again: `free` without any wait, then waits that double. Milliseconds. */
export type Waits = { free: number; first: number; longest: number };

/**
 * Counts a try by a key, unless it comes too early: one statement, so that of many at once, on however
 * many machines, as many are counted as one after the other.
 *
 * @param since what is older is forgotten, UTC milliseconds
 * @returns whether it was counted
 */
export async function countUnlessEarly(
	db: Db,
	key: string,
	{ free, first, longest }: Waits,
	{ now, since }: { now: number; since: number }
): Promise<boolean> {
	const over = sql`min(${failedTry.count} - ${free}, 30)`;
	const wait = sql`min(${longest}, ${first} * (1 << ${over}))`;
	const isForgotten = sql`${failedTry.at} < ${since}`;
	const { rowsAffected } = await db
		.insert(failedTry)
		.values({ key, count: 1, at: now })
		.onConflictDoUpdate({
			target: failedTry.key,
			set: { count: sql`CASE WHEN ${isForgotten} THEN 1 ELSE ${failedTry.count} + 1 END`, at: now },
			setWhere: sql`${isForgotten} OR ${failedTry.count} < ${free} OR ${failedTry.at} + ${wait} <= ${now}`
		});
	return rowsAffected > 0;
}

/** Counts a try by each of these keys. */
export async function countTries(
	db: Db,
	keys: readonly string[],
	{ now, since }: { now: number; since: number }
) {
	for (const key of keys)
		await db
			.insert(failedTry)
			.values({ key, count: 1, at: now })
			.onConflictDoUpdate({
				target: failedTry.key,
				set: {
					count: sql`CASE WHEN ${failedTry.at} < ${since} THEN 1 ELSE ${failedTry.count} + 1 END`,
					at: now
				}
			});
	await db.delete(failedTry).where(lt(failedTry.at, since));
}

/** A clock that was set back must keep nobody out until it has caught up. */
export async function pullBack(db: Db, keys: readonly string[], now: number) {
	await db
		.update(failedTry)
		.set({ at: now })
		.where(sql`${inArray(failedTry.key, [...keys])} AND ${failedTry.at} > ${now}`);
}

/** Forgets tries by one key, and takes one back from each of the others. */
export async function takeBackTries(db: Db, key: string, others: readonly string[]) {
	await db.delete(failedTry).where(inArray(failedTry.key, [key]));
	if (others.length === 0) return;
	await db
		.update(failedTry)
		.set({ count: sql`max(${failedTry.count} - 1, 0)` })
		.where(inArray(failedTry.key, [...others]));
}
