import { Trouble } from '#lib/trouble.ts';
import { changeImport, findImport, importsOfContainer } from '../store/imports.ts';
import type { Db } from '../store/open.ts';
import { listPublications } from '../store/publications.ts';
import { keepSetting } from '../store/settings.ts';
import { settle } from './settle.ts';
import { takeBack } from './take-back.ts';

/**
 * Takes an import back: figures return to what they were without it. Its file, if it lies in the
 * inbox, stays out until somebody asks for it again.
 *
 * @param whole undo everything that came in the same zip
 * @throws {Trouble} noSuchImport
 */
export async function undoImport(db: Db, id: number, now: number, { whole = false } = {}) {
	const found = await findImport(db, id);
	const publication = (await listPublications(db)).find(({ id }) => id === found?.publicationId);
	if (!found || !publication || found.state === 'undone') throw new Trouble('noSuchImport', { id });

	const all =
		whole && found.container
			? await importsOfContainer(db, publication.id, found.container)
			: [found];
	await keepSetting(db, `unsettled:${publication.id}`, '1');

	const sends = new Set<number>();
	for (const one of all) {
		for (const send of await takeBack(db, one)) sends.add(send);
		await changeImport(db, one.id, { state: 'undone', finishedAt: now });
	}
	const readers = all.some(({ kind }) => kind === 'subscribers');
	await settle(db, publication, { sends, readers }, now);
	return { id, undone: all.length, publication: publication.slug };
}
