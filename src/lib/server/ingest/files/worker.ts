import { aboutOf } from '../reading/tell-table.ts';
import { basename } from 'node:path';
import { WEEK } from '#lib/duration.ts';
import type { JobKind } from '#lib/job-kinds.ts';
import {
	changeImport,
	findImport,
	spooledImports,
	type Import
} from '../../store/events/imports.ts';
import { areFitsStale, renewFits } from '../../fits/fits.ts';
import { newestRuleSet, publicationsToJudge } from '../../store/events/rule-sets.ts';
import { writing, type JobOutcome } from '../../store/jobs/claim.ts';
import { workThrough, type Held } from '../../store/jobs/hold.ts';
import { addJob, jobsOfKind, sweepJobs, type Job } from '../../store/jobs/jobs.ts';
import type { Db } from '../../store/sql/open.ts';
import { findPublicationById, listPublications } from '../../store/publications.ts';
import { becomes } from './became.ts';
import type { Context } from '../packs/context.ts';
import { runDerivation } from '../../derive/derive-issue.ts';
import { deriveWhole } from '../derive-job.ts';
import { entriesOfSpooled, holdsOthers, spooledEntry, type FileEntry } from './entries.ts';
import { copyToSpool } from './keep-for-question.ts';
import { deriveTaken } from './import-paths.ts';
import { takeInbox } from './inbox.ts';
import { renewRules } from '../../derive/rules.ts';
import { areDaysOf, rederive } from '../../derive/rederive.ts';
import { take, type Taken } from './take.ts';
import { takeBackBroken } from './take-back.ts';
import { allSpooled, dropSpooled, fetchSpooled, spoolPath, spooledSize } from './shared-spool.ts';
import { runRemoval } from '../remove-publications.ts';
import { runRetention } from '../retain.ts';
import { runUndo } from '../undo.ts';

type Begin = (publication: Context['publication'], by: string | null) => Context;

/**
 * Does the jobs that wait, until there is none that this machine can do. Runs in a process of its
 * own: the driver blocks whoever writes, and pages must not wait for it.
 */
export async function workOff(
	db: Db,
	begin: Begin,
	now: () => number,
	inbox: string | null = null
) {
	await noticeStale(db, now());
	await workThrough(db, writing, async (held) => {
		await takeBackBroken(db, now());
		const outcome =
			held.job.kind === 'import'
				? await runImport(db, held.job, begin, now())
				: await doJob(db, held, { begin, now, inbox });
		await noticeStale(db, now());
		return outcome;
	});
}

async function doJob(
	db: Db,
	held: Held,
	{ begin, now, inbox }: { begin: Begin; now: () => number; inbox: string | null }
): Promise<null> {
	const { job } = held;
	switch (job.kind) {
		case 'items':
			await runDerivation(db, held);
			break;
		case 'undo':
			await runUndo(db, held, now());
			break;
		case 'inbox':
			if (inbox !== null)
				await takeInbox(db, held, inbox, (publication) => begin(publication, null));
			break;
		case 'derive':
			await deriveWhole(db, held, now());
			break;
		case 'retain':
			await runRetention(db, held, now());
			break;
		case 'remove':
			await runRemoval(db, job.subject, now());
			break;
		case 'rules':
			await judgeAgain(db, held, now());
			break;
		case 'fits':
			if (job.publicationId !== null) await renewFits(db, job.publicationId);
	}
	return null;
}

/**
 * Asks for what nobody has asked for but is due: history judged by other rules than those that hold,
 * or by days of another zone; a fit that rests on what is no more so, at which somebody will look.
 */
async function noticeStale(db: Db, now: number) {
	const publications = await listPublications(db);
	for (const { id } of publications) await renewRules(db, id, now);
	const toJudge = await publicationsToJudge(db);
	for (const publication of publications) {
		const { id, revision, zone } = publication;
		if (toJudge.includes(id) || !(await areDaysOf(db, publication)))
			await askOnce(db, 'rules', id, `${await newestRuleSet(db, id)} ${zone}`);
		else if (await areFitsStale(db, publication)) await askOnce(db, 'fits', id, String(revision));
	}
}

/** Asks for a job unless one about the same waits, runs or has failed: that one is left to a person. */
async function askOnce(db: Db, kind: JobKind, publicationId: number, subject: string) {
	const known = await jobsOfKind(db, kind, ['waiting', 'running', 'failed']);
	const isKnown = known.some(
		(one) =>
			one.publicationId === publicationId && (one.subject === subject || one.state === 'waiting')
	);
	if (!isKnown) await addJob(db, { kind, publicationId, subject });
}

async function judgeAgain(db: Db, { job, tell }: Held, now: number) {
	const publication =
		job.publicationId === null ? null : await findPublicationById(db, job.publicationId);
	if (!publication) return;
	// one that was begun before and did not end: nobody knows how far it came
	const sends = job.attempts > 1 ? ('all' as const) : new Set<number>();
	await rederive(db, publication, { sends, readers: false }, now, (done, of) => tell(done / of));
}

/** Takes in the upload that a job is about. @returns what is wrong with the file */
async function runImport(db: Db, { subject }: Job, begin: Begin, now: number): Promise<JobOutcome> {
	const row = await findImport(db, Number(subject));
	if (row?.state !== 'waiting' || row.spool === null) return null;
	if ((await spooledSize(db, row.spool)) === null) {
		const trouble = { code: 'fileMissing', details: { file: row.name } };
		await changeImport(db, row.id, { state: 'failed', spool: null, trouble, finishedAt: now });
		return { trouble };
	}
	await changeImport(db, row.id, { state: 'running' });
	await takeSpooled(db, row, begin);
	const ended = await findImport(db, row.id);
	return ended?.state === 'failed' && ended.trouble ? { trouble: ended.trouble } : null;
}

async function takeSpooled(db: Db, row: Import, begin: Begin) {
	const publication = (await listPublications(db)).find(({ id }) => id === row.publicationId)!;
	const begun = begin(publication, row.by);
	const context = { ...begun, again: begun.again || aboutOf(row).again === true };
	const path = await fetchSpooled(db, row.spool!);
	const taken: Taken[] = [];

	const { name, container, bytes: size } = row;
	const entry = { ...spooledEntry(path, name, size), container };
	if (container === null && (await holdsOthers(entry))) {
		// each of many files has its own import, and the row of what they lie in has done its work
		for await (const entry of entriesOfSpooled(path, name))
			taken.push(await withFile(context, entry, await take(context, entry)));
		await becomes(db, row.id, taken.map(asKept));
	} else {
		const one = await take(context, entry, row);
		taken.push(one);
		if (one.import.id !== row.id) await becomes(db, row.id, taken.map(asKept));
		else if (!keeps(one.import)) await changeImport(db, row.id, { spool: null });
	}
	// what has a question waits in the spool for its answer, and what is in may be read differently
	if (!taken.some((one) => one.import.spool === row.spool && keeps(one.import)))
		await dropSpooled(db, row.spool!);
	await deriveTaken(context, taken);
}

/** A file of a zip, which lies nowhere once that is gone: it is kept for a week, as uploads are. */
async function withFile({ db, spool: folder }: Context, entry: FileEntry, taken: Taken) {
	const { id, spool } = taken.import;
	if (taken.as !== 'read' || spool !== null || folder === undefined || !keeps(taken.import))
		return taken;
	// without room for it, it can be read differently by giving it once more
	const copy = await copyToSpool(db, folder, entry).catch(() => null);
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

/** Deletes spooled files that no import waits for, and those that have waited for a week; and forgets jobs as old. */
export async function sweepSpool(db: Db, data: string, now: number) {
	await sweepJobs(db);
	const imports = (await spooledImports(db)).map((one) => ({
		...one,
		spool: spoolPath(db, one.spool!)
	}));
	for (const { path, at } of await allSpooled(db, data)) {
		// an upload that is still coming in has no import yet; refused rows are offered for a week
		const asked = imports.find(({ spool }) => spool === path);
		const isKeptLong = asked !== undefined || basename(path).startsWith('rejects-');
		if (now - at < (isKeptLong ? WEEK : WEEK / 7)) continue;
		await dropSpooled(db, path);
		const isLost = asked?.state === 'question' || asked?.state === 'waiting';
		if (asked)
			await changeImport(db, asked.id, {
				...(isLost && { state: 'failed' as const, finishedAt: now }),
				spool: null
			});
	}
}
