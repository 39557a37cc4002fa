import type { MoneyKind } from '#lib/money-kinds.ts';
import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Db, Tx } from './sql/open.ts';
import { placement, spend, value } from './schema/fact.ts';
import { imported } from './schema/import.ts';
import { publication } from './schema/publication.ts';

export type SpendRow = typeof spend.$inferSelect;
export type ValueRow = typeof value.$inferSelect;
export type PlacementRow = typeof placement.$inferSelect;

const tables = { spend, value, placement } satisfies Record<MoneyKind, unknown>;

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

/** What a statement says, without what keeps it. */
export type MoneyWords = {
	[Kind in MoneyKind]: Omit<Row[Kind], 'id' | 'publicationId' | 'importId' | 'leftOut'>;
};

/** Keeps what a person typed. @returns its id */
export async function typeMoney<Kind extends MoneyKind>(
	db: Db | Tx,
	publicationId: number,
	kind: Kind,
	words: MoneyWords[Kind]
): Promise<number> {
	const row = { ...words, publicationId, importId: null };
	const table = tables[kind] as typeof spend;
	const [made] = await db
		.insert(table)
		.values(row as unknown as typeof spend.$inferInsert)
		.returning({ id: table.id });
	return made!.id;
}

export async function findMoney<Kind extends MoneyKind>(
	db: Db | Tx,
	publicationId: number,
	kind: Kind,
	id: number
): Promise<Row[Kind] | undefined> {
	const table = tables[kind];
	const [row] = await db
		.select()
		.from(table)
		.where(and(eq(table.id, id), eq(table.publicationId, publicationId)));
	return row as Row[Kind] | undefined;
}

/** Writes a statement as it is to be, or was; one whose import was taken back meanwhile stays away. */
export async function putMoney(
	db: Db | Tx,
	kind: MoneyKind,
	{ id, ...row }: SpendRow | ValueRow | PlacementRow
) {
	const table = tables[kind] as typeof spend;
	await db
		.update(table)
		.set(row as Partial<SpendRow>)
		.where(
			and(
				eq(table.id, id),
				row.importId === null ? isNull(table.importId) : eq(table.importId, row.importId)
			)
		);
}

/** Forgets a statement that a person typed. */
export async function dropTyped(db: Db | Tx, kind: MoneyKind, id: number) {
	const table = tables[kind];
	await db.delete(table).where(and(eq(table.id, id), isNull(table.importId)));
}

/** Rates, costs and names of one thing, as a person enters them. */
export type MoneySettings = Pick<typeof publication.$inferSelect, 'rates' | 'costs' | 'sameNames'>;

export async function setMoneySettings(
	db: Db | Tx,
	publicationId: number,
	settings: Partial<MoneySettings>
) {
	await db.update(publication).set(settings).where(eq(publication.id, publicationId));
}
