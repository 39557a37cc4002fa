import { MINUTE } from '#lib/duration.ts';
import { and, eq, inArray, isNotNull, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { jobKind, jobKinds, jobKindsWhere, type JobKind } from '#lib/job-kinds.ts';
import type { Db, Tx } from '../sql/open.ts';
import { job, jobTarget } from '../schema/job.ts';
import { addTargets, enqueueJob, clock, isDirect, LEASE, type Job } from './jobs.ts';
import { isGone, machineOf, self } from './machine.ts';

/** A job that was begun so often without an end is left to a person. */
const MOST_ATTEMPTS = 5;

/** How long a job that fell over waits for its next turn, in milliseconds. */
const waits = [2000, 15_000, MINUTE, 5 * MINUTE];

/** Kinds that write facts and what follows from them: of all of these one runs at a time. */
export const writing = jobKindsWhere(({ writes }) => writes === true);

const turnOf = sql.raw(
	`CASE j.kind ${jobKinds
		.map((kind) => `WHEN '${kind}' THEN ${jobKind(kind).turn ?? 1}`)
		.join(' ')} ELSE 1 END`
);

const names = (kinds: readonly JobKind[]) => sql.raw(kinds.map((kind) => `'${kind}'`).join(', '));

/** Nobody else writes, and nobody who asked before us has put themselves in line. */
const isFree = sql`NOT EXISTS (
		SELECT 1 FROM job r WHERE r.state = 'running' AND r.kind IN (${names(writing)})
			AND r.lease_until > ${clock}
	) AND NOT EXISTS (
		SELECT 1 FROM job w WHERE w.state = 'waiting' AND w.owner IS NOT NULL AND w.id < j.id
			AND w.kind IN (${names(writing)}) AND w.lease_until > ${clock}
	)`;

/** Whether one of these jobs would have to wait for others to end. */
const writes = (kinds: readonly JobKind[]) => kinds.some((kind) => jobKind(kind).writes);

/**
 * Takes the next job of these kinds that this machine can do. One statement decides, so that of two
 * processes that see it waiting one gets it, and of those that write one writes.
 *
 * @param now UTC milliseconds, for work that is due by a clock of its own; by default the database's
 */
export function claimNext(
	db: Db,
	kinds: readonly JobKind[],
	now: number | null = null
): Promise<Job | undefined> {
	return claim(
		db,
		sql`j.kind IN (${names(kinds)}) AND j.owner IS NULL AND j.next_at <= ${now ?? clock}
			AND (j.machine IS NULL OR j.machine = ${machineOf(db)})`,
		writes(kinds)
	);
}

/** Takes a job that this process has put in line for itself, once it is its turn. */
export function claimOwn(db: Db, id: number): Promise<Job | undefined> {
	return claim(db, sql`j.id = ${id} AND j.owner = ${self}`, true);
}

/** Whether this process still holds a job: a condition for what may happen once. */
export const isHeld = (id: number) =>
	sql`EXISTS (SELECT 1 FROM job h WHERE h.id = ${id} AND h.state = 'running' AND h.owner = ${self})`;

/** What a job is that nobody does. */
const atRest = { owner: null, leaseUntil: null, progress: null };

async function claim(db: Db, which: SQL, alone: boolean): Promise<Job | undefined> {
	const first = sql`SELECT j.id FROM job j WHERE j.state = 'waiting' AND ${which}
		${alone ? sql`AND ${isFree}` : sql``} ORDER BY ${turnOf}, j.id LIMIT 1`;
	// asked often: only whoever finds something takes the lock that writing needs
	if ((await db.all(first)).length === 0) return undefined;
	const [claimed] = await db
		.update(job)
		.set({
			state: 'running',
			owner: self,
			leaseUntil: sql`${clock} + ${LEASE}`,
			heartbeatAt: clock,
			startedAt: clock,
			progress: null,
			endedAt: null,
			attempts: sql`${job.attempts} + 1`
		})
		.where(sql`${job.id} = (${first})`)
		.returning();
	return claimed;
}

/**
 * What became of a job: null where it is done; else why nothing came of it, and when to try again, in
 * UTC milliseconds. Without an instant that would come to the same.
 */
export type JobOutcome = { trouble: NonNullable<Job['trouble']>; at?: number } | null;

/** Ends a job that this process did, or puts it off. */
export async function endJob(db: Db, { id, kind, publicationId }: Job, outcome: JobOutcome) {
	const isPutOff = outcome?.at !== undefined;
	const state = outcome === null ? 'done' : isPutOff ? 'waiting' : 'failed';
	const isOver = sql`EXISTS (SELECT 1 FROM job o WHERE o.id = ${id} AND o.ended_at IS NOT NULL)`;
	const { repeats } = jobKind(kind);
	const states: Job['state'][] = repeats === 'whole' ? ['done', 'failed'] : ['done'];
	const same =
		publicationId === null ? isNull(job.publicationId) : eq(job.publicationId, publicationId);
	const earlier = and(eq(job.kind, kind), same, inArray(job.state, states), lt(job.id, id));
	// in one go: whoever shares this process may be about to write as well, and would wait for ever
	await db.batch([
		db
			.update(job)
			.set({
				...atRest,
				state,
				trouble: outcome?.trouble ?? null,
				...(isPutOff ? { nextAt: outcome.at! } : { endedAt: clock })
			})
			.where(and(eq(job.id, id), eq(job.owner, self))),
		db.delete(jobTarget).where(and(eq(jobTarget.jobId, id), isOver)),
		...(repeats ? [db.delete(job).where(and(earlier, isOver))] : [])
	]);
}

/**
 * Says of a job that it fell over: it waits for another turn, and after the last a person decides.
 *
 * @param trouble why; null where its process is gone, which is no fault of the job's
 */
export async function failJob(
	db: Db,
	running: Pick<Job, 'id' | 'kind' | 'publicationId' | 'attempts' | 'owner' | 'state'>,
	trouble: Job['trouble'],
	{ final = false } = {}
) {
	const { id, attempts } = running;
	const isOver = final || attempts >= MOST_ATTEMPTS;
	const pause = trouble === null ? 0 : (waits[attempts - 1] ?? 0);
	await db.transaction(async (tx) => {
		const { rowsAffected } = await tx
			.update(job)
			.set({
				...atRest,
				state: isOver ? 'failed' : 'waiting',
				trouble: trouble ?? (isOver ? interrupted : null),
				nextAt: pause === 0 ? 0 : sql`${clock} + ${pause}`,
				endedAt: isOver ? clock : null
			})
			.where(and(eq(job.id, id), eq(job.state, 'running'), eq(job.owner, running.owner ?? '')));
		if (rowsAffected === 0) return;
		if (running.kind === 'derive') await addTargets(tx, id, all);
		else if (jobKind(running.kind).brings) await askAll(tx, running.publicationId);
	});
}

const all = [{ what: 'all', id: 0 }] as const;

const interrupted = { code: 'jobInterrupted', details: {} };

/** Has all that follows be derived again: nobody knows which part of it was. */
async function askAll(tx: Tx, publicationId: number | null) {
	const rows = await tx.all<{ id: number }>(
		sql`SELECT id FROM publication WHERE ${publicationId} IS NULL OR id = ${publicationId}`
	);
	for (const { id } of rows) await enqueueJob(tx, { publicationId: id, kind: 'derive' }, all);
}

/**
 * Frees what processes that are gone left: their leases ran out, or their numbers are nobody's here.
 * What a person began at the command line is not ours to do again; all else waits for its next turn.
 */
export async function freeAbandoned(db: Db) {
	const held = await db
		.select({ row: job, isOver: sql<number>`${job.leaseUntil} < ${clock}` })
		.from(job)
		.where(and(inArray(job.state, ['running', 'waiting']), isNotNull(job.owner)));
	for (const { row, isOver } of held) {
		if (!isOver && !isGone(row.owner!)) continue;
		if (row.state === 'waiting')
			await db
				.delete(job)
				.where(and(eq(job.id, row.id), eq(job.state, 'waiting'), eq(job.owner, row.owner!)));
		else await failJob(db, row, null, { final: isDirect(row) });
	}
}
