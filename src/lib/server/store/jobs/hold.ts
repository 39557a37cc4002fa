import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type Client } from '@libsql/client';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { JobKind } from '#lib/job-kinds.ts';
import { troubleIn, unforeseen } from '#lib/trouble.ts';
import { databaseFile, type Db } from '../sql/open.ts';
import { job } from '../schema/job.ts';
import { claimNext, claimOwn, endJob, failJob, freeAbandoned, type JobOutcome } from './claim.ts';
import { addJob, clock, dropJob, LEASE, type Job, type JobTarget, type JobWords } from './jobs.ts';
import { self } from './machine.ts';

/** How often a lease is renewed; how soon again where somebody writes just then, or no server answers. Milliseconds. */
const BEAT = 5000;
const SOON = 50;
const LATER = 1000;

/** How often it is looked whether those before us have ended, in milliseconds. */
const LOOK = 250;

/** A job that is being done. */
export type Held = {
	job: Job;
	/** says how far it is, 0..1; written with the next renewal of the lease */
	tell(progress: number): void;
};

/**
 * Renews the lease of a job until told to stop. It never waits for a lock, which would stop the whole
 * process, and might be its own: where somebody writes just then it tries again a little later.
 */
function renewing(db: Db, id: number) {
	let progress: number | null = null;
	let timer: NodeJS.Timeout;
	let isOver = false;
	const file = databaseFile(db);

	async function beat() {
		const held = await renewed(db, file, id, progress).catch((error: unknown) => {
			// a server that cannot be reached for a while may be reached before the lease is over
			if (isOver || isBusy(error) || !file) return null;
			throw error;
		});
		if (isOver) return;
		// whoever has it now may write at the same time: as after a kill, the next start sees to the rest
		if (held === false) throw new Error(`another process took job ${id} over`);
		next(held !== null ? BEAT : file ? SOON : LATER);
	}
	function next(pause: number) {
		timer = setTimeout(() => void beat(), pause);
		timer.unref();
	}
	next(BEAT);

	return {
		tell: (share: number) => void (progress = share),
		stop() {
			isOver = true;
			clearTimeout(timer);
		}
	};
}

async function renewed(db: Db, file: string | undefined, id: number, progress: number | null) {
	const renewal = db
		.update(job)
		.set({ leaseUntil: sql`${clock} + ${LEASE}`, heartbeatAt: clock, progress })
		.where(and(eq(job.id, id), eq(job.owner, self), inArray(job.state, ['running', 'waiting'])));
	if (file === undefined) return (await renewal).rowsAffected === 1;

	// a connection that waits for nobody, and is gone afterwards: one that was turned away is stale
	const { sql: text, params } = renewal.toSQL();
	const client: Client = createClient({ url: file, timeout: 0 });
	try {
		const { rowsAffected } = await client.execute({ sql: text, args: params as never[] });
		return rowsAffected === 1;
	} finally {
		client.close();
	}
}

function isBusy(error: unknown): boolean {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

/**
 * Does jobs of these kinds, one after the other, until none is left that this process may begin. One
 * that falls over is said in its row, and the next is begun.
 *
 * @param run does one
 * @param now UTC milliseconds, for work that is due by a clock of its own; by default the database's
 */
export async function workThrough(
	db: Db,
	kinds: readonly JobKind[],
	run: (held: Held) => Promise<JobOutcome>,
	now: () => number | null = () => null
) {
	for (;;) {
		await freeAbandoned(db);
		const claimed = await claimNext(db, kinds, now());
		if (!claimed) return;
		const { tell, stop } = renewing(db, claimed.id);
		let outcome: JobOutcome;
		try {
			outcome = await run({ job: claimed, tell });
		} catch (error) {
			stop();
			await failJob(db, claimed, troubleOf(error));
			continue;
		}
		stop();
		await endJob(db, claimed, outcome);
	}
}

function troubleOf(error: unknown): NonNullable<Job['trouble']> {
	const trouble = troubleIn(error);
	if (trouble) return { code: trouble.code, details: trouble.details };
	console.error(unforeseen(error));
	const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
	return { code: 'jobBroke', details: { why: why.slice(0, 300) } };
}

/**
 * Does something that a person waits for, as a job of its own: it waits until nobody else writes, and
 * what it throws is thrown.
 *
 * @param targets what it is to look at, should another process have to finish it
 * @param onWait called once where it has to wait
 */
export async function withTurn<Value>(
	db: Db,
	words: Omit<JobWords, 'owner'>,
	run: (held: Held) => Promise<Value>,
	{ targets = [], onWait }: { targets?: readonly JobTarget[]; onWait?: () => void } = {}
): Promise<Value> {
	const id = await addJob(db, { ...words, owner: self }, targets);
	const { tell, stop } = renewing(db, id);
	let claimed: Job | undefined;
	try {
		for (let tries = 0; !claimed; tries++) {
			await freeAbandoned(db);
			claimed = await claimOwn(db, id);
			if (claimed) break;
			if (tries === 1) onWait?.();
			await sleep(LOOK);
		}
		const value = await run({ job: claimed, tell });
		stop();
		await endJob(db, claimed, null);
		return value;
	} catch (error) {
		stop();
		if (claimed) await failJob(db, claimed, troubleOf(error), { final: true });
		else await dropJob(db, id);
		throw error;
	}
}
