import type { Db, Tx } from './open.ts';
import { placement, spend, value } from './schema/fact.ts';

export async function keepSpend(db: Db | Tx, row: typeof spend.$inferInsert) {
	await db.insert(spend).values(row);
}

export async function keepValue(db: Db | Tx, row: typeof value.$inferInsert) {
	await db.insert(value).values(row);
}

export async function keepPlacement(db: Db | Tx, row: typeof placement.$inferInsert) {
	await db.insert(placement).values(row);
}
