import { setTimeout } from 'node:timers/promises';
import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '#lib/server/store/sql/open.ts';

/** Who asks without a pause takes the processor from those who work. */
const PAUSE_MS = 3;

/** When nothing waits and nothing runs. */
export const atRest = sql`NOT EXISTS (SELECT 1 FROM job WHERE state IN ('waiting', 'running'))`;

/**
 * Waits until the database answers a question with yes, or what would make it answer so is over.
 *
 * @returns whether it is so
 */
export async function until(db: Db, when: SQL, isOver = () => false): Promise<boolean> {
	while (!isOver()) {
		const [{ yes } = { yes: 0 }] = await db.all<{ yes: number }>(sql`SELECT ${when} AS yes`);
		if (yes) return true;
		await setTimeout(PAUSE_MS);
	}
	return false;
}
