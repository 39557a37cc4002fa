import type { Publication } from '../figures/publications.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import { deleteLogo, findLogo, logoSize, saveLogo } from '../store/reports/logos.ts';
import type { Db } from '../store/sql/open.ts';
import { MOST_LOGO_BYTES, redrawnLogo } from './draw/picture.ts';

export { MOST_LOGO_BYTES };

/**
 * Keeps a publication's logo, drawn anew. Reports made before keep the one they were made with.
 *
 * @throws {Trouble} badLogo
 */
export async function keepLogo(db: Db, { id }: Publication, file: Uint8Array, actor: Actor) {
	const picture = await redrawnLogo(file);
	await db.transaction(async (tx) => {
		await saveLogo(tx, id, picture);
		const { width, height } = picture;
		await recordAudit(tx, id, actor, 'logo.kept', { width, height });
	});
}

/** Takes the logo of a publication away; reports that were made keep it. */
export async function removeLogo(db: Db, { id }: Publication, actor: Actor) {
	await db.transaction(async (tx) => {
		await deleteLogo(tx, id);
		await recordAudit(tx, id, actor, 'logo.removed', {});
	});
}

/** The picture itself, as PNG; null where the publication has none. */
export function logoOf(db: Db, { id }: Publication) {
	return findLogo(db, id);
}

/** How large it is, in pixels, without the picture. */
export function sizeOfLogo(db: Db, { id }: Publication) {
	return logoSize(db, id);
}

/** A logo as a report keeps it. */
export async function frozenLogo(db: Db, publication: Publication) {
	const stored = await findLogo(db, publication.id);
	return stored && { ...stored, png: stored.png.toString('base64') };
}
