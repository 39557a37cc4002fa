import { recordAudit } from '../store/people/audit.ts';
import type { Db } from '../store/sql/open.ts';
import {
	changePublication as change,
	createPublication,
	findPublication,
	type Publication,
	type PublicationWords
} from '../store/publications.ts';
import { dropPublication } from '../store/drop-publication.ts';
import { keepSetting } from '../store/settings.ts';

/** @returns false where another publication has that name in its address */
export async function makePublication(
	db: Db,
	words: PublicationWords,
	now: number
): Promise<boolean> {
	return db.transaction(async (tx) => {
		if (await findPublication(tx, words.slug)) return false;
		const { id } = await createPublication(tx, words, now);
		await recordAudit(tx, id, { by: null, now }, 'publication.made', { slug: words.slug });
		return true;
	});
}

/** @returns false where another publication has that name in its address */
export async function changePublication(
	db: Db,
	publication: Publication,
	words: PublicationWords,
	now: number
): Promise<boolean> {
	const { id } = publication;
	return db.transaction(async (tx) => {
		const namesake = await findPublication(tx, words.slug);
		if (namesake && namesake.id !== id) return false;
		await change(tx, id, words);
		const before = Object.fromEntries(
			Object.keys(words).map((name) => [name, publication[name as keyof PublicationWords]])
		);
		await recordAudit(tx, id, { by: null, now }, 'publication.changed', { before, after: words });
		return true;
	});
}

/** Removes a publication and all that was imported for it, for good. The sample does not come back. */
export async function removePublication(db: Db, { id, slug, sample }: Publication, now: number) {
	await db.transaction(async (tx) => {
		if (sample) await keepSetting(tx, 'sampleRemoved', '1');
		await dropPublication(tx, id);
		await recordAudit(tx, null, { by: null, now }, 'publication.removed', { slug });
	});
}
