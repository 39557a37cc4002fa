import { and, desc, eq } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { columnMap } from '../schema/import.ts';

/** How files with this header are read, where an earlier answer says so. */
export async function mapOfHeader(db: Db | Tx, publicationId: number, header: string) {
	const [row] = await db
		.select()
		.from(columnMap)
		.where(and(eq(columnMap.publicationId, publicationId), eq(columnMap.header, header)));
	return row?.map;
}

/** Remembers how files with a header are to be read; a name that it was given stays. */
export async function rememberMap(
	db: Db | Tx,
	publicationId: number,
	header: string,
	map: Record<string, unknown>
) {
	const name = (await mapOfHeader(db, publicationId, header))?.name;
	const named = name === undefined ? map : { name, ...map };
	await db
		.insert(columnMap)
		.values({ publicationId, header, map: named })
		.onConflictDoUpdate({
			target: [columnMap.publicationId, columnMap.header],
			set: { map: named }
		});
}

/** Remembered readings of a publication, the latest first. */
export function listMaps(db: Db | Tx, publicationId: number) {
	return db
		.select()
		.from(columnMap)
		.where(eq(columnMap.publicationId, publicationId))
		.orderBy(desc(columnMap.id));
}

export async function changeMap(
	db: Db | Tx,
	publicationId: number,
	id: number,
	map: Record<string, unknown>
) {
	await db.update(columnMap).set({ map }).where(ofPublication(publicationId, id));
}

/** @returns whether there was one of that number */
export async function dropMap(db: Db | Tx, publicationId: number, id: number): Promise<boolean> {
	const { rowsAffected } = await db.delete(columnMap).where(ofPublication(publicationId, id));
	return rowsAffected > 0;
}

const ofPublication = (publicationId: number, id: number) =>
	and(eq(columnMap.publicationId, publicationId), eq(columnMap.id, id));
