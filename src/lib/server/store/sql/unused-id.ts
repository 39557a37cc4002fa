import { sql } from 'drizzle-orm';
import { setting } from '../schema/workspace.ts';
import type { Db, Tx } from './open.ts';

/** Tables whose rows are named elsewhere by their number: in addresses, mails and the audit, after they are gone. */
export type Numbered = 'publication' | 'issue' | 'topic' | 'report' | 'import';

const nameOf = (table: Numbered) => `last:${table}` as const;

/** A number that no row of a table has, or had: what names one that is gone must never mean another. */
export const unusedId = (table: Numbered) => sql<number>`(SELECT max(
	coalesce((SELECT max(id) FROM ${sql.identifier(table)}), 0),
	coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE name = ${nameOf(table)}), 0)
) + 1)`;

/** Remembers that a number was given. */
export async function noteId(db: Db | Tx, table: Numbered, id: number) {
	await db
		.insert(setting)
		.values({ name: nameOf(table), value: String(id) })
		.onConflictDoUpdate({
			target: setting.name,
			set: { value: sql`CAST(max(CAST(${setting.value} AS INTEGER), ${id}) AS TEXT)` }
		});
}
