import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brokenImports } from '../../store/events/imports.ts';
import { inboxKnows, rememberInboxFile } from '../../store/events/inbox-files.ts';
import { dropLostPages } from '../../store/events/merge-urls.ts';
import type { Db } from '../../store/sql/open.ts';
import { createPublication, findPublication, listPublications } from '../../store/publications.ts';
import { dropSetting, readSetting } from '../../store/settings.ts';
import type { Context } from '../packs/context.ts';
import { describedIn } from './description.ts';
import { anonymous, entriesOf, lostEntry, noise } from './entries.ts';
import { settleTaken } from './import-paths.ts';
import { forgetOldPages, readAgain } from '../../derive/read-again.ts';
import type { SettleProgress } from '../../derive/renew-rollups.ts';
import { settle } from '../../derive/settle.ts';
import { take, type Taken } from './take.ts';
import { takeBack } from './take-back.ts';

export type InboxReport = { publication: string; read: number; failed: Taken['import'][] };

/**
 * Takes in whatever is new in the inbox: one folder a publication, described by its
 * `publication.json` unless the publication is known. Files that were looked at before are not
 * opened again.
 *
 * @param begin makes the context of one publication's files
 */
export async function importInbox(
	db: Db,
	folder: string,
	begin: (publication: Context['publication']) => Context,
	onSettle?: SettleProgress
): Promise<InboxReport[]> {
	const reports: InboxReport[] = [];
	const folders = await readdir(folder, { withFileTypes: true }).catch(() => []);

	for (const { name } of folders.filter((entry) => entry.isDirectory())) {
		const publication = await publicationOf(db, join(folder, name), name, Date.now());
		if (!publication) continue;
		// what does not read is said where it makes a publication, and is no reason to leave files out
		const described = await describedIn(join(folder, name)).catch(() => null);
		const own = begin(publication);
		const context = { ...own, complete: own.complete || (described?.complete ?? false) };
		const taken = await takeFolder(context, join(folder, name), name);
		await settleTaken(context, taken, onSettle);
		const read = taken.filter(({ as }) => as === 'read').map((one) => one.import);
		if (read.length)
			reports.push({
				publication: publication.slug,
				read: read.length,
				failed: read.filter(({ state }) => state === 'failed' || state === 'question')
			});
	}
	return reports;
}

/** Whether somebody has asked for the inbox to be looked at since this was asked last. */
export async function isInboxAsked(db: Db): Promise<boolean> {
	if (!(await readSetting(db, 'inboxAsked'))) return false;
	await dropSetting(db, 'inboxAsked');
	return true;
}

/** A folder without a description, of no known publication, is left alone: nothing is guessed. */
async function publicationOf(db: Db, folder: string, name: string, now: number) {
	const known = await findPublication(db, name);
	if (known) return known;

	const described = await describedIn(folder);
	if (!described || (described.sample && (await readSetting(db, 'sampleRemoved')))) return null;
	return (
		(await findPublication(db, described.slug)) ?? (await createPublication(db, described, now))
	);
}

async function takeFolder(context: Context, folder: string, name: string): Promise<Taken[]> {
	const taken: Taken[] = [];
	// whatever is wrong in one folder is no reason to leave the others and all uploads
	const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	for (const file of files) {
		if (!file.isFile() || noise.test(file.name)) continue;
		const path = join(file.parentPath, file.name);
		const found = await stat(path).catch(() => null);
		// gone again; but a name in another encoding leads nowhere, and is to be heard of
		if (!found && !path.includes('\uFFFD')) continue;
		const { size, mtimeMs } = found ?? { size: 0, mtimeMs: 0 };
		const below = `${name}/${path.slice(folder.length + 1)}`;
		const key = keyOf(context, below);
		if (await inboxKnows(context.db, key, size, Math.floor(mtimeMs))) continue;

		const entries = found ? entriesOf(path) : [lostEntry(file.name)];
		const own: Taken[] = [];
		for await (const entry of entries) own.push(await take(context, entry));
		taken.push(...own);
		// whoever a document was sent to is known once it is read
		const called =
			own.length === 1 && own[0]!.import.container === null
				? own[0]!.import.name
				: anonymous(basename(path));
		const seen = { bytes: size, modifiedAt: Math.floor(mtimeMs), hash: '' };
		await rememberInboxFile(context.db, { path: `${key}/${called}`, ...seen }, below);
	}
	return taken;
}

/** What a file of the inbox is remembered under: its path may name a person, so only a keyed hash of it is kept. */
function keyOf({ identity, publication }: Context, path: string): string {
	return identity.reader(publication.id, path).toString('hex');
}

/**
 * Brings back to order what a stopped process left: half-read files are taken out (the inbox reads
 * them again, uploads wait again), and what was stored but not yet derived is. Imports of a process
 * that still runs are left alone.
 */
export async function recover(db: Db, now: number) {
	for (const broken of await brokenImports(db)) {
		if (isAlive(broken.process)) continue;
		const trouble = { code: 'interrupted', details: { file: broken.name } };
		await takeBack(db, broken, {
			process: null,
			// an upload still lies in the spool: it waits for its turn again
			...(broken.spool ? { state: 'waiting' } : { state: 'failed', trouble, finishedAt: now })
		});
	}
	const pagesGone = await forgetOldPages(db);
	for (const publication of await listPublications(db))
		if (
			(await readAgain(db, publication.id)) ||
			(await isUnsettled(db, publication.id)) ||
			pagesGone
		)
			await settle(db, publication, { sends: 'all', readers: true }, now);
	if (pagesGone) await dropLostPages(db);
}

/** Nobody derives what was stored any more: the process that wrote the mark is gone. */
async function isUnsettled(db: Db, publicationId: number): Promise<boolean> {
	const mark = await readSetting(db, `unsettled:${publicationId}`);
	return mark !== null && !isAlive(Number(mark));
}

function isAlive(id: number | null): boolean {
	if (id === null || id === process.pid) return false;
	try {
		process.kill(id, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
