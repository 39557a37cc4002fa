import { Trouble } from '#lib/trouble.ts';
import { changeImport, findImport, undoingOf, type Import } from '../store/events/imports.ts';
import type { Held } from '../store/jobs/hold.ts';
import { targetsOf } from '../store/jobs/jobs.ts';
import { recordAudit } from '../store/people/audit.ts';
import type { Db } from '../store/sql/open.ts';
import { findPublicationById } from '../store/publications.ts';
import { rederive } from '../derive/rederive.ts';
import { importInState } from './files/import-in-state.ts';
import { takeBack } from './files/take-back.ts';
import { inTurn } from './in-turn.ts';

/**
 * Takes an import back: figures return to what they were without it. Its file, if it lies in the
 * inbox, stays out until somebody asks for it again.
 *
 * @param onWait called where others write, and it has to wait for them
 * @throws {Trouble} noSuchImport, importMovedOn
 */
export async function undoImport(db: Db, id: number, now: number, onWait?: () => void) {
	const stored = await findImport(db, id);
	if (!stored) throw new Trouble('noSuchImport', { id });
	const { publicationId, name } = stored;
	await importInState(db, { id: publicationId }, id, ['done']);

	const words = { kind: 'undo', publicationId } as const;
	const targets = [{ what: 'import', id }] as const;
	return inTurn(
		db,
		words,
		async (held) => {
			// whoever finds it so after a crash finishes it
			await db.transaction(async (tx) => {
				await changeImport(tx, id, { state: 'undoing' });
				await recordAudit(tx, publicationId, { by: null, now }, 'imports.undo', { imports: [id] });
			});
			const slug = await undoImports(db, [{ ...stored, state: 'undoing' }], now, held);
			return { id, file: name, state: 'undone', publication: slug };
		},
		{ now, targets, ...(onWait && { onWait }) }
	);
}

/** Takes back what a job was asked to. */
export async function runUndo(db: Db, held: Held, now: number) {
	const asked = await targetsOf(db, held.job.id);
	const imports = await undoingOf(
		db,
		asked.map(({ id }) => id)
	);
	if (imports.length > 0) await undoImports(db, imports, now, held);
}

/**
 * Takes imports of one publication back, and derives once what follows.
 *
 * @returns the publication's slug
 */
async function undoImports(
	db: Db,
	imports: readonly Import[],
	now: number,
	{ tell }: Held
): Promise<string> {
	const publication = (await findPublicationById(db, imports[0]!.publicationId))!;
	const sends = new Set<number>();
	for (const one of imports) {
		const undone = { state: 'undone' as const, finishedAt: now };
		for (const send of await takeBack(db, one, undone)) sends.add(send);
	}
	const readers = imports.some(({ kind }) => kind === 'subscribers');
	await rederive(db, publication, { sends, readers }, now, (done, of) => tell(done / of));
	return publication.slug;
}
