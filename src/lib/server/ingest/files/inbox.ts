import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { troubleIn } from '#lib/trouble.ts';
import { inboxKnows, rememberInboxFile } from '../../store/events/inbox-files.ts';
import { freeAbandoned } from '../../store/jobs/claim.ts';
import { workThrough, type Held } from '../../store/jobs/hold.ts';
import { enqueueJob, changeJob } from '../../store/jobs/jobs.ts';
import { machineOf } from '../../store/jobs/machine.ts';
import type { Db } from '../../store/sql/open.ts';
import { findPublication, isHidden } from '../../store/publications.ts';
import { createDescribed } from '../publication.ts';
import { readSetting } from '../../store/settings.ts';
import type { Context } from '../packs/context.ts';
import { enqueueOutdated, deriveWhole } from '../derive-job.ts';
import { eraseAgain } from '../erase.ts';
import { inTurn } from '../in-turn.ts';
import { describedIn, type Description } from './description.ts';
import { anonymous, entriesOf, lostEntry, noise } from './entries.ts';
import { deriveTaken } from './import-paths.ts';
import type { RederiveProgress } from '../../derive/renew-rollups.ts';
import { take, type Taken } from './take.ts';

export type InboxReport = {
	publication: string;
	read: number;
	failed: Taken['import'][];
	/** drafts that the folder describes */
	drafts: Description['drafts'];
};

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
	onRederive?: RederiveProgress,
	onWait?: () => void
): Promise<InboxReport[]> {
	const words = { kind: 'inbox', publicationId: null, machine: machineOf(db) } as const;
	return inTurn(db, words, (held) => takeInbox(db, held, folder, begin, onRederive), {
		now: Date.now(),
		...(onWait && { onWait })
	});
}

/** Takes in what is new in the inbox, for whoever holds the turn to write. */
export async function takeInbox(
	db: Db,
	{ job, tell }: Held,
	folder: string,
	begin: (publication: Context['publication']) => Context,
	onRederive?: RederiveProgress
): Promise<InboxReport[]> {
	const reports: InboxReport[] = [];
	const folders = await readdir(folder, { withFileTypes: true }).catch(() => []);

	for (const { name } of folders.filter((entry) => entry.isDirectory())) {
		const publication = await publicationOf(db, join(folder, name), name, Date.now());
		if (!publication) continue;
		// should the process end on the way, what follows is derived of this one alone
		await changeJob(db, job.id, { publicationId: publication.id });
		// what does not read is said where it makes a publication, and is no reason to leave files out
		const described = await describedIn(join(folder, name)).catch(() => null);
		const own = begin(publication);
		const context = { ...own, complete: own.complete || (described?.complete ?? false) };
		const taken = await takeFolder(context, join(folder, name), name);
		await deriveTaken(context, taken, (done, of) => {
			tell(done / of);
			onRederive?.(done, of);
		});
		const read = taken.filter(({ as }) => as === 'read').map((one) => one.import);
		if (read.length)
			reports.push({
				publication: publication.slug,
				read: read.length,
				failed: read.filter(({ state }) => state === 'failed' || state === 'question'),
				drafts: described?.drafts ?? []
			});
	}
	await changeJob(db, job.id, { publicationId: null });
	return reports;
}

/** Asks for the inbox of this machine to be looked at. */
export async function enqueueInbox(db: Db) {
	const machine = machineOf(db);
	await db.transaction((tx) => enqueueJob(tx, { kind: 'inbox', publicationId: null, machine }));
}

/** A folder without a description, of no known publication, is left alone: nothing is guessed. */
async function publicationOf(db: Db, folder: string, name: string, now: number) {
	const known = await findPublication(db, name);
	// files wait there until it is restored
	if (known) return isHidden(known) ? null : known;

	const described = await describedIn(folder);
	if (!described || (described.sample && (await readSetting(db, 'sampleRemoved')))) return null;
	const publication = await findPublication(db, described.slug);
	if (publication) return isHidden(publication) ? null : publication;
	return createDescribed(db, described, now);
}

async function takeFolder(context: Context, folder: string, name: string): Promise<Taken[]> {
	const taken: Taken[] = [];
	// whatever is wrong in one folder is no reason to leave the others and all uploads
	const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	for (const file of files) {
		if (!file.isFile() || noise.test(file.name)) continue;
		const path = join(file.parentPath, file.name);
		const stats = await stat(path).catch(() => null);
		// gone again; but a name in another encoding leads nowhere, and is to be heard of
		if (!stats && !path.includes('\uFFFD')) continue;
		const { size, mtimeMs } = stats ?? { size: 0, mtimeMs: 0 };
		const below = `${name}/${path.slice(folder.length + 1)}`;
		const key = keyOf(context, below);
		if (await inboxKnows(context.db, key, size, Math.floor(mtimeMs))) continue;

		const entries = stats ? entriesOf(path) : [lostEntry(file.name)];
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
 * them again, uploads wait again), what was stored but not yet derived is, and whom a backup that was
 * restored brought back is erased again. Jobs of a process that still runs are left alone.
 *
 * @param onRederive hears how many issues' figures are up to date again: of a long archive this takes minutes
 * @returns how many readers were erased again
 */
export async function recover(db: Db, now: number, onRederive?: RederiveProgress): Promise<number> {
	await freeAbandoned(db);
	await enqueueOutdated(db);
	await workThrough(db, ['derive'], async (held) => {
		await deriveWhole(db, held, now, onRederive);
		return null;
	});
	return eraseAgain(db, { by: null, now }).catch((cause: unknown) => {
		// another process has recovered already, and goes on to files
		if (troubleIn(cause)?.code !== 'importRunning') throw cause;
		return 0;
	});
}
