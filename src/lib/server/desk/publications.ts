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
		await createPublication(tx, words, now);
		return true;
	});
}

/** @returns false where another publication has that name in its address */
export async function changePublication(
	db: Db,
	{ id }: Publication,
	words: PublicationWords
): Promise<boolean> {
	return db.transaction(async (tx) => {
		const namesake = await findPublication(tx, words.slug);
		if (namesake && namesake.id !== id) return false;
		await change(tx, id, words);
		return true;
	});
}

/** Removes a publication and all that was imported for it, for good. The sample does not come back. */
export async function removePublication(db: Db, { id, sample }: Publication) {
	await db.transaction(async (tx) => {
		if (sample) await keepSetting(tx, 'sampleRemoved', '1');
		await dropPublication(tx, id);
	});
}
