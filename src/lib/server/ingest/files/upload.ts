import { importInState } from './import-in-state.ts';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Trouble, troubleIn } from '#lib/trouble.ts';
import {
	changeImport,
	dropImport,
	findImport,
	importsOfContainer
} from '../../store/events/imports.ts';
import { cameByInbox, forgetInboxFiles } from '../../store/events/inbox-files.ts';
import { recordAudit } from '../../store/people/audit.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { enqueueJob } from '../../store/jobs/jobs.ts';
import { machineOf } from '../../store/jobs/machine.ts';
import { dropSetting, keepSetting, readSetting } from '../../store/settings.ts';
import { enqueueImport } from './enqueue-import.ts';
import { anonymous } from './entries.ts';
import { seal } from './sealed-file.ts';
import { dropSpooled, shareFile } from './shared-spool.ts';
import { roomIn, spoolFolder } from './spool-room.ts';
import type { About } from '../reading/tell-table.ts';

export type UploadTerms = {
	data: string;
	by: string | null;
	now: number;
	complete?: boolean;
	/** what was said of how it is to be read */
	about?: About;
	/** how many bytes may lie in the spool in all */
	quota?: number;
	/** how large the upload says it is, in bytes; 0 where it does not say */
	size?: number;
};

/**
 * Takes an upload: streams it to the spool and leaves it waiting. Whoever runs the worker takes it
 * in; leaving the page does not stop it.
 *
 * @throws {Trouble} fileUnreadable when the upload breaks off, diskFull, spoolFull; dataReadOnly when the disk refuses it
 */
export async function takeUpload(
	db: Db,
	publication: Publication,
	name: string,
	body: AsyncIterable<Uint8Array>,
	{ data, by, now, complete = false, about = {}, quota = Infinity, size = 0 }: UploadTerms
): Promise<{ id: number }> {
	await mkdir(spoolFolder(data), { recursive: true, mode: 0o700 });
	const spool = join(spoolFolder(data), randomUUID());

	const room = await roomIn(db, data, quota, size);

	let bytes = 0;
	async function* counted() {
		for await (const chunk of body) {
			bytes += chunk.length;
			await room(bytes);
			yield chunk;
		}
	}
	try {
		await seal(spool, counted());
	} catch (error) {
		await rm(spool, { force: true });
		const known = troubleIn(error);
		if (known) throw known;
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (/^(EACCES|EROFS)/.test(code)) throw new Trouble('dataReadOnly', { place: data });
		throw new Trouble('fileUnreadable', { file: anonymous(name) });
	}
	await shareFile(db, spool);

	const { id } = await enqueueImport(
		db,
		{
			publicationId: publication.id,
			name: anonymous(name),
			container: null,
			hash: '',
			bytes,
			spool,
			complete,
			...(Object.keys(about).length > 0 && { reading: { about } }),
			by
		},
		now
	);
	// the number of an upload that became another import, or several, may be given anew
	await dropSetting(db, `became:${id}`);
	return { id };
}

/**
 * Asks for an import to be taken back; the worker does it.
 *
 * @param whole everything that came in the same zip as well
 * @throws {Trouble} noSuchImport, importMovedOn
 */
export async function enqueueUndo(
	db: Db,
	publication: Publication,
	id: number,
	whole = false,
	now = Date.now()
) {
	const stored = await importInState(db, publication, id, ['done']);

	const together = whole && stored.container !== null;
	const all = together ? await importsOfContainer(db, publication.id, stored.container!) : [stored];
	await db.transaction(async (tx) => {
		for (const one of all) await changeImport(tx, one.id, { state: 'undoing' });
		const targets = all.map((one) => ({ what: 'import', id: one.id }) as const);
		await enqueueJob(tx, { kind: 'undo', publicationId: publication.id }, targets);
		const imports = all.map((one) => one.id);
		await recordAudit(tx, publication.id, { by: null, now }, 'imports.undo', { imports });
	});
}

/**
 * Stops a file that waits to be read, or is being read: nothing of it is stored. What is read is stopped by
 * whoever reads it, between two packs of rows.
 *
 * @throws {Trouble} noSuchImport, importMovedOn, for what has ended meanwhile as well
 */
export async function requestStop(db: Db, publication: Publication, id: number, now: number) {
	const stored = await importInState(db, publication, id, ['waiting', 'running']);

	await db.transaction(async (tx) => {
		if (stored.state === 'running') await keepSetting(tx, `stop:${id}`, String(now));
		else {
			const trouble = { code: 'importStopped', details: {} } as const;
			await changeImport(tx, id, { state: 'failed', spool: null, trouble, finishedAt: now });
		}
		await recordAudit(tx, publication.id, { by: null, now }, 'imports.stop', { imports: [id] });
	});
	if (stored.state === 'waiting' && stored.spool !== null) await dropSpooled(db, stored.spool);
}

/** @throws {Trouble} importStopped, where somebody wants a file that is being read stopped */
export async function heedStop(db: Db, id: number) {
	const asked = await readSetting(db, `stop:${id}`);
	if (asked === null) return;
	await dropSetting(db, `stop:${id}`);
	// one that ended before it could be stopped; its number was given anew
	if (Number(asked) < ((await findImport(db, id))?.startedAt ?? 0)) return;
	throw new Trouble('importStopped');
}

/**
 * Asks for a file that was undone to be taken in again, where it still lies in the inbox.
 *
 * @throws {Trouble} noSuchImport, importMovedOn; fileMissing, for what did not come by the inbox
 */
export async function enqueueReimport(db: Db, publication: Publication, id: number) {
	const stored = await importInState(db, publication, id, ['undone']);
	const file = stored.container ?? stored.name;
	if (!(await cameByInbox(db, stored))) throw new Trouble('fileMissing', { file });

	await db.transaction(async (tx) => {
		await dropImport(tx, id);
		await forgetInboxFiles(tx, file);
		await enqueueJob(tx, { kind: 'inbox', publicationId: null, machine: machineOf(db) });
	});
}
