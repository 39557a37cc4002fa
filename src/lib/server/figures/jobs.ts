import { findImport, listImports, mayGoOn, type Import } from '../store/events/imports.ts';
import { countJobs, isDirect, listJobs, targetsOf, type Job } from '../store/jobs/jobs.ts';
import { machineOf } from '../store/jobs/machine.ts';
import { findMailing } from '../store/reports/schedules.ts';
import type { Db } from '../store/sql/open.ts';
import { listPublications, type Publication } from '../store/publications.ts';

/** One piece of work as the list shows it. Instants in UTC milliseconds. */
export type JobRow = Pick<
	Job,
	'id' | 'kind' | 'state' | 'attempts' | 'trouble' | 'madeAt' | 'startedAt' | 'endedAt'
> & {
	/** slug of the publication; null for what concerns the installation */
	publication: string | null;
	/** the files that it is about, or whom a mail is for; empty where it is about neither */
	about: string[];
	/** 0..1; null where nobody can say, or it does not run */
	progress: number | null;
	/** it waits for the machine that has its file, which is not the one that was asked */
	elsewhere: boolean;
	/** it failed, and can be tried again */
	mayRetry: boolean;
};

export type JobFigures = {
	running: JobRow[];
	waiting: JobRow[];
	failed: JobRow[];
	/** ended in the past week, newest first */
	done: JobRow[];
};

/** How much work is in which state. */
export const jobCounts = (db: Db) => countJobs(db);

/** So many that ended are listed. */
const SHOWN = 50;

/** What runs, waits, failed and ended, of one publication and the installation, or of all. */
export async function jobFigures(db: Db, publication: Publication | null): Promise<JobFigures> {
	const slugs = new Map((await listPublications(db)).map(({ id, slug }) => [id, slug]));
	const list = async (state: Job['state'], most = Infinity) => {
		const rows: JobRow[] = [];
		for (const job of (await listJobs(db, [state], publication?.id ?? null)).slice(0, most))
			rows.push(await rowOf(db, job, slugs));
		return rows;
	};
	return {
		running: await list('running'),
		// in the order in which they were asked for
		waiting: (await list('waiting')).reverse(),
		failed: await list('failed'),
		done: await list('done', SHOWN)
	};
}

async function rowOf(db: Db, job: Job, slugs: ReadonlyMap<number, string>): Promise<JobRow> {
	const { id, kind, state, attempts, trouble, madeAt, startedAt, endedAt, publicationId } = job;
	const files = await filesOf(db, job);
	const mail = job.kind === 'mail' ? await findMailing(db, Number(job.subject)) : undefined;
	return {
		id,
		kind,
		state,
		attempts,
		trouble,
		madeAt,
		startedAt,
		endedAt,
		publication: publicationId === null ? null : (slugs.get(publicationId) ?? null),
		about: mail ? [mail.recipient] : files.map(({ name }) => name),
		progress: state === 'running' ? (job.progress ?? shareOf(files)) : null,
		elsewhere: state === 'waiting' && job.machine !== null && job.machine !== machineOf(db),
		mayRetry: state === 'failed' && mayRetry(job, files)
	};
}

/** The imports that a job is about: its own, those that it takes back, or what it reads just now. */
async function filesOf(db: Db, job: Job): Promise<Import[]> {
	if (job.kind === 'import' && job.subject !== null) {
		const own = await findImport(db, Number(job.subject));
		return own ? [own] : [];
	}
	if (job.kind === 'undo') {
		const files: Import[] = [];
		for (const { id } of await targetsOf(db, job.id)) {
			const one = await findImport(db, id);
			if (one) files.push(one);
		}
		return files;
	}
	if (job.state !== 'running' || job.publicationId === null) return [];
	if (job.kind !== 'import' && job.kind !== 'inbox') return [];
	return (await listImports(db, job.publicationId)).filter(({ state }) => state === 'running');
}

/** How much of the file that is being read is read. */
function shareOf(files: readonly Import[]): number | null {
	const [file] = files.filter(({ state }) => state === 'running');
	// a report is read once for each of its tables
	return file?.read && file.bytes ? Math.min(file.read / file.bytes, 1) : null;
}

/** Whether there is still what it needs: a person's own files are not ours to read again. */
function mayRetry(job: Job, files: readonly Import[]): boolean {
	if (isDirect(job)) return false;
	return job.kind !== 'import' || files.some(mayGoOn);
}
