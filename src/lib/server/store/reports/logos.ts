import { eq } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { logo } from '../schema/publication.ts';

export type Logo = Pick<typeof logo.$inferSelect, 'png' | 'width' | 'height'>;

export async function findLogo(db: Db | Tx, publicationId: number): Promise<Logo | null> {
	const [row] = await db
		.select({ png: logo.png, width: logo.width, height: logo.height })
		.from(logo)
		.where(eq(logo.publicationId, publicationId));
	return row ?? null;
}

/** How wide and high a publication's logo is, in pixels; null where it has none. */
export async function logoSize(db: Db | Tx, publicationId: number) {
	const [row] = await db
		.select({ width: logo.width, height: logo.height })
		.from(logo)
		.where(eq(logo.publicationId, publicationId));
	return row ?? null;
}

/** Keeps a logo in the place of the one before. */
export async function saveLogo(db: Db | Tx, publicationId: number, picture: Logo) {
	await db
		.insert(logo)
		.values({ publicationId, ...picture })
		.onConflictDoUpdate({ target: logo.publicationId, set: picture });
}

export async function deleteLogo(db: Db | Tx, publicationId: number) {
	await db.delete(logo).where(eq(logo.publicationId, publicationId));
}
