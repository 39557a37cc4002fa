import { stat } from 'node:fs/promises';
import { Trouble } from '#lib/trouble.ts';
import { sendsOfImport } from '../../store/events/imports.ts';
import type { Context } from '../packs/context.ts';
import { entriesOf } from './entries.ts';
import { receiptOf, type Receipt } from './receipt.ts';
import type { RederiveProgress } from '../../derive/renew-rollups.ts';
import { rederive } from '../../derive/rederive.ts';
import { inTurn } from '../in-turn.ts';
import { take, type Taken } from './take.ts';

/**
 * Makes sure that paths lead somewhere, before anything is made for what they hold.
 *
 * @throws {Trouble} fileMissing
 */
export async function findPaths(paths: readonly string[]) {
	for (const path of paths)
		if (!(await stat(path).catch(() => null))) throw new Trouble('fileMissing', { file: path });
}

/**
 * Takes in files, folders and zips, in any order, and derives once what follows from all of them.
 *
 * A file that cannot be read has its reason in its receipt; the others are not lost for it.
 *
 * @throws {Trouble} fileMissing, for a path that leads nowhere, before anything is taken in
 */
export async function importPaths(
	context: Context,
	paths: readonly string[],
	onRederive?: RederiveProgress
): Promise<Receipt[]> {
	await findPaths(paths);
	const { db, publication, now, onWait } = context;
	const taken: Taken[] = [];

	const words = { kind: 'import', publicationId: publication.id } as const;
	await inTurn(
		db,
		words,
		async ({ tell }) => {
			for (const path of paths)
				for await (const entry of entriesOf(path)) taken.push(await take(context, entry));
			await deriveTaken(context, taken, (done, of) => {
				tell(done / of);
				onRederive?.(done, of);
			});
		},
		{ now: now(), ...(onWait && { onWait }) }
	);
	if (paths.length && taken.length === 0)
		throw new Trouble('nothingThere', { path: paths.join(', ') });

	const receipts: Receipt[] = [];
	for (const one of taken) receipts.push(await receiptOf(db, publication, one));
	return receipts;
}

/** Derives what follows from files just read. */
export async function deriveTaken(
	{ db, publication, now }: Context,
	taken: readonly Taken[],
	onRederive?: RederiveProgress
) {
	const fresh = taken.filter(({ as }) => as === 'read').map((one) => one.import);
	if (!fresh.some(({ state }) => state === 'done')) return;

	const sends = new Set<number>();
	for (const { id } of fresh) for (const send of await sendsOfImport(db, id)) sends.add(send);
	const gone = taken.flatMap(({ replaced }) => replaced ?? []);
	for (const send of gone.flatMap(({ sends }) => sends)) sends.add(send);
	const readers = [...fresh, ...gone.map((one) => one.import)].some(
		({ kind }) => kind === 'subscribers'
	);
	await rederive(db, publication, { sends, readers }, now(), onRederive);
}
