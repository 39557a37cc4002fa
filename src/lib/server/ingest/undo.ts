import { Trouble } from '#lib/trouble.ts';
import { changeImport, findImport, type Import } from '../store/events/imports.ts';
import type { Db } from '../store/sql/open.ts';
import { listPublications } from '../store/publications.ts';
import { keepSetting } from '../store/settings.ts';
import { settle } from '../derive/settle.ts';
import { takeBack } from './files/take-back.ts';

/**
 * Takes an import back: figures return to what they were without it. Its file, if it lies in the
 * inbox, stays out until somebody asks for it again.
 *
 * @throws {Trouble} noSuchImport
 */
export async function undoImport(db: Db, id: number, now: number) {
	const found = await findImport(db, id);
	if (found?.state !== 'done') throw new Trouble('noSuchImport', { id });

	// whoever finds it so after a crash finishes it
	await changeImport(db, id, { state: 'undoing' });
	const slug = await undoImports(db, [{ ...found, state: 'undoing' }], now);
	return { id, state: 'undone', publication: slug };
}

/**
 * Takes imports of one publication back, and derives once what follows.
 *
 * @returns the publication's slug
 */
export async function undoImports(
	db: Db,
	imports: readonly Import[],
	now: number
): Promise<string> {
	const publication = (await listPublications(db)).find(
		({ id }) => id === imports[0]?.publicationId
	)!;
	await keepSetting(db, `unsettled:${publication.id}`, String(process.pid));

	const sends = new Set<number>();
	for (const one of imports) {
		const undone = { state: 'undone' as const, finishedAt: now };
		for (const send of await takeBack(db, one, undone)) sends.add(send);
	}
	const readers = imports.some(({ kind }) => kind === 'subscribers');
	await settle(db, publication, { sends, readers }, now);
	return publication.slug;
}
