import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { WEEK } from '#lib/duration.ts';
import {
	changeImport,
	claimImport,
	nextWaiting,
	spooledImports,
	undoingWith,
	type Import
} from '../../store/events/imports.ts';
import { areFitsStale, renewFits } from '../../fits/fits.ts';
import type { Db } from '../../store/sql/open.ts';
import { listPublications } from '../../store/publications.ts';
import { publicationsToJudge } from '../../store/events/rule-sets.ts';
import { dropSetting, keepSetting, readSetting } from '../../store/settings.ts';
import { becomes } from './became.ts';
import type { Context } from '../packs/context.ts';
import { deriveAsked } from '../../derive/derive-issue.ts';
import { entriesOfSpooled, spooledEntry, type Entry } from './entries.ts';
import { copyToSpool } from './keep-for-question.ts';
import { settleTaken } from './import-paths.ts';
import { renewRules } from '../../derive/rules.ts';
import { areDaysOf, settle } from '../../derive/settle.ts';
import { take, type Taken } from './take.ts';
import { spoolFolder } from './spool-room.ts';
import { undoImports } from '../undo.ts';

/**
 * Takes in what waits, and takes back what was asked to be, until nothing is left. Runs in a process
 * of its own: the driver blocks whoever writes, and pages must not wait for it.
 */
export async function workOff(
	db: Db,
	begin: (publication: Context['publication'], by: string | null) => Context,
	now: () => number
) {
	for (;;) {
		// quick, and somebody looks at a page meanwhile: before the next file
		for (const { id } of await listPublications(db)) await deriveAsked(db, id);
		const row = await nextWaiting(db);
		if (!row) {
			await settleAsked(db, now());
			await judgeAgain(db, now());
			return fitAgain(db);
		}
		if (row.state === 'undoing') await undoImports(db, await undoingWith(db, row), now());
		else if (await claimImport(db, row.id, process.pid)) await takeSpooled(db, row, begin);
	}
}

/** Derives again what follows from what editors said since this was asked last. */
async function settleAsked(db: Db, now: number) {
	for (const publication of await listPublications(db)) {
		const asked = await readSetting(db, `resettle:${publication.id}`);
		if (asked === null) continue;
		// whoever finds it so after a crash derives everything
		await db.transaction(async (tx) => {
			await keepSetting(tx, `unsettled:${publication.id}`, String(process.pid));
			await dropSetting(tx, `resettle:${publication.id}`);
		});
		const parts = asked.split(',').filter(Boolean);
		const sends = new Set(parts.filter((part) => part !== 'readers').map(Number));
		await settle(db, publication, { sends, readers: parts.includes('readers') }, now);
	}
}

/** Judges history anew wherever other rules hold than those it was judged by, or the zone is another. */
async function judgeAgain(db: Db, now: number) {
	const publications = await listPublications(db);
	for (const { id } of publications) await renewRules(db, id, now);
	const ids = await publicationsToJudge(db);
	for (const publication of publications)
		if (ids.includes(publication.id) || !(await areDaysOf(db, publication)))
			await settle(db, publication, { sends: new Set(), readers: false }, now);
}

/** Fits the model anew wherever it rests on what is no more so: somebody will look at it. */
async function fitAgain(db: Db) {
	for (const publication of await listPublications(db))
		if (await areFitsStale(db, publication)) await renewFits(db, publication.id);
}

async function takeSpooled(
	db: Db,
	row: Import,
	begin: (publication: Context['publication'], by: string | null) => Context
) {
	const publication = (await listPublications(db)).find(({ id }) => id === row.publicationId)!;
	const context = begin(publication, row.by);
	const taken: Taken[] = [];

	if (/\.zip$/i.test(row.name)) {
		// a zip is many files: each has its own import, and the zip's own row has done its work
		for await (const entry of entriesOfSpooled(row.spool!, row.name))
			taken.push(await withFile(context, entry, await take(context, entry)));
		await becomes(db, row.id, taken.map(asKept));
	} else {
		const { name, container, bytes: size, spool } = row;
		const entry = { ...spooledEntry(spool!, name, size), container };
		const one = await take(context, entry, row);
		taken.push(one);
		if (one.import.id !== row.id) await becomes(db, row.id, taken.map(asKept));
		else if (!keeps(one.import)) await changeImport(db, row.id, { spool: null });
	}
	// what has a question waits in the spool for its answer, and what is in may be read differently
	if (!taken.some((one) => one.import.spool === row.spool && keeps(one.import)))
		await rm(row.spool!, { force: true });
	await settleTaken(context, taken);
}

/** A file of a zip, which lies nowhere once that is gone: it is kept for a week, as uploads are. */
async function withFile({ db, spool: folder }: Context, entry: Entry, taken: Taken) {
	const { id, spool } = taken.import;
	if (taken.as !== 'read' || spool !== null || folder === undefined || !keeps(taken.import))
		return taken;
	// without room for it, it can be read differently by giving it once more
	const copy = await copyToSpool(folder, entry).catch(() => null);
	if (copy !== null) await changeImport(db, id, { spool: copy });
	return taken;
}

function asKept({ import: { id }, as }: Taken): [number, Taken['as']] {
	return [id, as];
}

/** Whether the file of an import stays in the spool for a week: it may be read, or read differently. */
function keeps({ state, kind }: Import): boolean {
	return state === 'question' || (state === 'done' && kind !== 'document');
}

/** Deletes spooled files that no import waits for, and those that have waited for a week. */
export async function sweepSpool(db: Db, data: string, now: number) {
	const folder = spoolFolder(data);
	const imports = await spooledImports(db);
	const waited = new Set(imports.map(({ spool }) => spool));
	for (const name of await readdir(folder).catch(() => [])) {
		const path = join(folder, name);
		const { mtimeMs } = await stat(path);
		// an upload that is still coming in has no import yet; refused rows are offered for a week
		const fresh = now - mtimeMs < (name.startsWith('rejects-') ? WEEK : WEEK / 7);
		if (waited.has(path) ? now - mtimeMs < WEEK : fresh) continue;
		await rm(path, { force: true });
		const asked = imports.find(({ spool }) => spool === path);
		const isLost = asked?.state === 'question' || asked?.state === 'waiting';
		if (asked)
			await changeImport(db, asked.id, {
				...(isLost && { state: 'failed' as const, finishedAt: now }),
				spool: null
			});
	}
}
