import { MINUTE, WEEK } from '#lib/duration.ts';
import { and, asc, count, desc, eq, inArray, isNull, lt, notInArray, or, sql } from 'drizzle-orm';
import { jobKind, jobKindsWhere, type JobKind } from '#lib/job-kinds.ts';
import type { Db, Tx } from '../sql/open.ts';
import { job, jobTarget } from '../schema/job.ts';

export type Job = typeof job.$inferSelect;
export type JobTarget = Pick<typeof jobTarget.$inferSelect, 'what' | 'id'>;

/** What a job is asked for with. */
export type JobWords = Pick<Job, 'publicationId' | 'kind'> &
	Partial<Pick<Job, 'subject' | 'machine' | 'owner'>>;

/** The database's own clock, in UTC milliseconds. */
export const clock = sql<number>`CAST((julianday('now') - 2440587.5) * 86400000 AS integer)`;

/**
 * How long a process may be silent before others take its job over, in milliseconds. It renews its
 * lease every few seconds; this leaves room for a statement or a fit that takes long.
 */
export const LEASE = MINUTE;

/** A job that waits, as its row. */
export function jobRow(words: JobWords) {
	return {
		...words,
		state: 'waiting' as const,
		madeAt: clock,
		nextAt: 0,
		...(words.owner && { leaseUntil: sql`${clock} + ${LEASE}` })
	};
}

/** Puts a job in line; one with an owner is for that process alone. @returns its number */
export async function addJob(
	db: Db | Tx,
	words: JobWords,
	targets: readonly JobTarget[] = []
): Promise<number> {
	const [made] = await db.insert(job).values(jobRow(words)).returning({ id: job.id });
	if (!made) throw new RangeError('no job came back');
	await addTargets(db, made.id, targets);
	return made.id;
}

/** Asks for work of a kind: of a publication there is one job of a kind that waits, and gets more to do. */
export async function enqueueJob(db: Tx, words: JobWords, targets: readonly JobTarget[] = []) {
	const { publicationId, kind, subject = null, machine = null } = words;
	const same = [
		eq(job.kind, kind),
		eq(job.state, 'waiting'),
		isNull(job.owner),
		publicationId === null ? isNull(job.publicationId) : eq(job.publicationId, publicationId),
		subject === null ? isNull(job.subject) : eq(job.subject, subject),
		machine === null ? isNull(job.machine) : eq(job.machine, machine)
	];
	const [waiting] = await db
		.select({ id: job.id })
		.from(job)
		.where(and(...same))
		.limit(1);
	if (!waiting) return addJob(db, words, targets);
	await addTargets(db, waiting.id, targets);
	return waiting.id;
}

/** Adds what a waiting job is to look at. */
export async function addTargets(db: Db | Tx, jobId: number, targets: readonly JobTarget[]) {
	for (let i = 0; i < targets.length; i += 300)
		await db
			.insert(jobTarget)
			.values(targets.slice(i, i + 300).map((target) => ({ ...target, jobId })))
			.onConflictDoNothing();
}

/** What a job is to look at. */
export function targetsOf(db: Db | Tx, jobId: number): Promise<JobTarget[]> {
	return db
		.select({ what: jobTarget.what, id: jobTarget.id })
		.from(jobTarget)
		.where(eq(jobTarget.jobId, jobId))
		.orderBy(asc(jobTarget.id));
}

/** Says of one thing that a job was to look at that it is done. */
export async function dropTarget(db: Db | Tx, jobId: number, { what, id }: JobTarget) {
	await db
		.delete(jobTarget)
		.where(and(eq(jobTarget.jobId, jobId), eq(jobTarget.what, what), eq(jobTarget.id, id)));
}

/** What jobs of a kind that wait or run are still to look at in a publication. */
export async function targetsAhead(
	db: Db | Tx,
	publicationId: number,
	kind: JobKind
): Promise<JobTarget[]> {
	return db
		.select({ what: jobTarget.what, id: jobTarget.id })
		.from(jobTarget)
		.innerJoin(job, eq(job.id, jobTarget.jobId))
		.where(
			and(
				eq(job.publicationId, publicationId),
				eq(job.kind, kind),
				inArray(job.state, ['waiting', 'running'])
			)
		);
}

export async function findJob(db: Db | Tx, id: number): Promise<Job | undefined> {
	const [row] = await db.select().from(job).where(eq(job.id, id));
	return row;
}

/** Jobs in any of these states, of one publication and the installation, or of all; newest first. */
export function listJobs(
	db: Db | Tx,
	states: readonly Job['state'][],
	publicationId: number | null
): Promise<Job[]> {
	const own = or(isNull(job.publicationId), eq(job.publicationId, publicationId ?? 0));
	return db
		.select()
		.from(job)
		.where(and(inArray(job.state, [...states]), ...(publicationId === null ? [] : [own])))
		.orderBy(desc(job.id));
}

/** How many jobs of each kind are in each state. */
export function countJobs(db: Db | Tx) {
	return db
		.select({ kind: job.kind, state: job.state, n: count() })
		.from(job)
		.groupBy(job.kind, job.state);
}

/** Jobs of a kind in any of these states. */
export function jobsOfKind(
	db: Db | Tx,
	kind: JobKind,
	states: readonly Job['state'][]
): Promise<Job[]> {
	return db
		.select()
		.from(job)
		.where(and(eq(job.kind, kind), inArray(job.state, [...states])));
}

/** Has a job about something done now, whatever became of it before. */
export async function enqueueNow(db: Tx, words: JobWords & { subject: string }) {
	const { rowsAffected } = await db
		.update(job)
		.set({ state: 'waiting', attempts: 0, nextAt: 0, endedAt: null, trouble: null })
		.where(
			and(
				eq(job.kind, words.kind),
				eq(job.subject, words.subject),
				inArray(job.state, ['waiting', 'failed'])
			)
		);
	if (rowsAffected === 0) await addJob(db, words);
}

/** Lets a job that failed wait for its turn again. @returns whether it could */
export async function retryJob(db: Db | Tx, id: number): Promise<boolean> {
	const { rowsAffected } = await db
		.update(job)
		.set({ state: 'waiting', attempts: 0, nextAt: 0, endedAt: null, trouble: null, owner: null })
		.where(and(eq(job.id, id), eq(job.state, 'failed')));
	return rowsAffected === 1;
}

export async function changeJob(
	db: Db | Tx,
	id: number,
	words: Partial<Pick<Job, 'publicationId' | 'trouble' | 'subject'>>
) {
	await db.update(job).set(words).where(eq(job.id, id));
}

/** Deletes a job, with its targets. */
export async function dropJob(db: Db | Tx, id: number) {
	await db.delete(jobTarget).where(eq(jobTarget.jobId, id));
	await db.delete(job).where(eq(job.id, id));
}

/** Begun by a person who waits for it: nobody else knows how to do it. */
export function isDirect({ kind, subject }: Pick<Job, 'kind' | 'subject'>): boolean {
	return subject === null && jobKind(kind).direct === true;
}

/** What nobody else would ask for again: these wait for a person, however long ago they failed. */
const lasting = jobKindsWhere(({ lasts }) => lasts === true);

/** Forgets jobs that ended more than a week ago: their files are gone by then, too. */
export async function sweepJobs(db: Db | Tx) {
	const old = and(
		or(eq(job.state, 'done'), and(eq(job.state, 'failed'), notInArray(job.kind, lasting))),
		lt(job.endedAt, sql`${clock} - ${WEEK}`)
	);
	await db
		.delete(jobTarget)
		.where(sql`${jobTarget.jobId} IN (SELECT ${job.id} FROM ${job} WHERE ${old})`);
	await db.delete(job).where(old);
}
