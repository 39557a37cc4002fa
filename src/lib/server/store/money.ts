import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Db, Tx } from './open.ts';
import { placement, spend, value } from './schema/fact.ts';
import { imported } from './schema/import.ts';

export type SpendRow = typeof spend.$inferSelect;
export type ValueRow = typeof value.$inferSelect;
export type PlacementRow = typeof placement.$inferSelect;

const tables = { spend, value, placement };

/** What a statement about money can be of. */
export type MoneyKind = keyof typeof tables;

type Row = { spend: SpendRow; value: ValueRow; placement: PlacementRow };

export async function keepSpend(db: Db | Tx, row: typeof spend.$inferInsert) {
	await db.insert(spend).values(row);
}

export async function keepValue(db: Db | Tx, row: typeof value.$inferInsert) {
	await db.insert(value).values(row);
}

export async function keepPlacement(db: Db | Tx, row: typeof placement.$inferInsert) {
	await db.insert(placement).values(row);
}

/** Every statement of one kind that holds: those of files taken in, and those that people typed, oldest first. */
export async function moneyRows<Kind extends MoneyKind>(
	db: Db | Tx,
	publicationId: number,
	kind: Kind
): Promise<Row[Kind][]> {
	const table = tables[kind];
	const rows = await db
		.select({ row: table })
		.from(table)
		.leftJoin(imported, eq(imported.id, table.importId))
		.where(
			and(
				eq(table.publicationId, publicationId),
				or(isNull(table.importId), eq(imported.state, 'done'))
			)
		)
		.orderBy(asc(table.id));
	return rows.map(({ row }) => row as Row[Kind]);
}
