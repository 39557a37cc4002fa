import { and, eq } from 'drizzle-orm';
import type { Db } from '../sql/open.ts';
import { fit } from '../schema/fit.ts';

export type FitRow = typeof fit.$inferSelect;

/** The fits of a publication, of whichever revision. */
export function readFits(db: Db, publicationId: number): Promise<FitRow[]> {
	return db.select().from(fit).where(eq(fit.publicationId, publicationId));
}

/** What fits rest on, without what they say. */
export function fitInputs(db: Db, publicationId: number) {
	const { league, revision, input } = fit;
	return db
		.select({ league, revision, input })
		.from(fit)
		.where(eq(fit.publicationId, publicationId));
}

/** Keeps fits in place of those of the same leagues. */
export async function keepFits(db: Db, rows: readonly FitRow[]) {
	if (rows.length === 0) return;
	await db.transaction(async (tx) => {
		for (const row of rows)
			await tx
				.insert(fit)
				.values(row)
				.onConflictDoUpdate({ target: [fit.publicationId, fit.league], set: row });
	});
}

/** Says of fits that they hold at a later revision as well: what they rest on is the same. */
export async function confirmFits(
	db: Db,
	publicationId: number,
	leagues: readonly FitRow['league'][],
	revision: number
) {
	for (const league of leagues)
		await db
			.update(fit)
			.set({ revision })
			.where(and(eq(fit.publicationId, publicationId), eq(fit.league, league)));
}
