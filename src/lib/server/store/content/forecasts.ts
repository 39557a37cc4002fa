import { and, desc, eq } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { forecast } from '../schema/workspace.ts';

export type StoredForecast = typeof forecast.$inferSelect;

/** Keeps a forecast. There is no way to change one. */
export async function keepForecast(
	db: Db | Tx,
	row: Omit<StoredForecast, 'id'>
): Promise<StoredForecast> {
	const [kept] = await db.insert(forecast).values(row).returning();
	if (!kept) throw new RangeError('no forecast came back');
	return kept;
}

/** The newest first. */
export function forecastsOf(db: Db | Tx, publicationId: number): Promise<StoredForecast[]> {
	return db
		.select()
		.from(forecast)
		.where(eq(forecast.publicationId, publicationId))
		.orderBy(desc(forecast.createdAt), desc(forecast.id));
}

export async function findForecast(
	db: Db | Tx,
	publicationId: number,
	id: number
): Promise<StoredForecast | undefined> {
	const [row] = await db
		.select()
		.from(forecast)
		.where(and(eq(forecast.publicationId, publicationId), eq(forecast.id, id)));
	return row;
}
