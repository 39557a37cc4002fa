import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { isHeld } from '../jobs/claim.ts';
import { enqueueNow, clock, jobRow } from '../jobs/jobs.ts';
import { mailing, schedule } from '../schema/workspace.ts';
import { job } from '../schema/job.ts';

export type Schedule = typeof schedule.$inferSelect;

/** One mail of a schedule, from when it fell due to what became of it. */
export type Mailing = typeof mailing.$inferSelect;

export async function insertSchedule(
	db: Db | Tx,
	row: Omit<typeof schedule.$inferInsert, 'id'>
): Promise<number> {
	const [made] = await db.insert(schedule).values(row).returning({ id: schedule.id });
	if (!made) throw new RangeError('no schedule came back');
	return made.id;
}

export function listSchedules(db: Db | Tx, publicationId: number): Promise<Schedule[]> {
	return db
		.select()
		.from(schedule)
		.where(eq(schedule.publicationId, publicationId))
		.orderBy(asc(schedule.id));
}

/** Of every publication, those that are not paused. */
export function activeSchedules(db: Db | Tx): Promise<Schedule[]> {
	return db.select().from(schedule).where(eq(schedule.paused, false)).orderBy(asc(schedule.id));
}

export async function findSchedule(
	db: Db | Tx,
	publicationId: number,
	id: number
): Promise<Schedule | undefined> {
	const [row] = await db
		.select()
		.from(schedule)
		.where(and(eq(schedule.publicationId, publicationId), eq(schedule.id, id)));
	return row;
}

/** A schedule of whichever publication. */
export async function scheduleWithId(db: Db | Tx, id: number): Promise<Schedule | undefined> {
	const [row] = await db.select().from(schedule).where(eq(schedule.id, id));
	return row;
}

export async function changeSchedule(
	db: Db | Tx,
	id: number,
	words: Partial<Pick<Schedule, 'paused' | 'since'>>
) {
	await db.update(schedule).set(words).where(eq(schedule.id, id));
}

/** Has schedules of a publication go on: what fell due before is not sent. */
export async function resumeSchedules(db: Db | Tx, publicationId: number, since: number) {
	await db.update(schedule).set({ since }).where(eq(schedule.publicationId, publicationId));
}

/** Deletes a schedule, with its mails and the jobs that would send them. */
export async function deleteSchedule(db: Db | Tx, id: number) {
	await db.run(sql`
		DELETE FROM job WHERE kind = 'mail'
			AND subject IN (SELECT CAST(id AS text) FROM mailing WHERE schedule_id = ${id})`);
	await db.run(sql`DELETE FROM job WHERE kind = 'report' AND subject LIKE ${`${id} %`}`);
	await db.delete(mailing).where(eq(mailing.scheduleId, id));
	await db.delete(schedule).where(eq(schedule.id, id));
}

/** What a schedule was due for so far. */
export async function knownDues(db: Db | Tx, scheduleId: number): Promise<Set<string>> {
	const rows = await db
		.select({ due: mailing.due })
		.from(mailing)
		.where(eq(mailing.scheduleId, scheduleId));
	return new Set(rows.map(({ due }) => due));
}

/** What a mail is due for: who makes the report of it makes it for all its mails. */
type Due = Pick<Mailing, 'scheduleId' | 'due'>;

/** The job that makes the report which falls due. */
const reportJob = ({ scheduleId, due }: Due, publicationId: number) =>
	({ kind: 'report', publicationId, subject: `${scheduleId} ${due}` }) as const;

const mailJob = (id: number, publicationId: number) =>
	({ kind: 'mail', publicationId, subject: String(id) }) as const;

/** What the job of a report is about. */
export function dueOf(subject: string | null): Due {
	const [scheduleId, ...due] = (subject ?? '').split(' ');
	return { scheduleId: Number(scheduleId), due: due.join(' ') };
}

/** Notes a mail to each, and has their report made; what was noted before is left as it is. */
export async function noteDue(
	db: Db,
	{ recipients, ...row }: Due & { recipients: readonly string[] },
	publicationId: number,
	now: number
) {
	const each = recipients.map((recipient) => ({
		...row,
		recipient,
		state: 'waiting' as const,
		createdAt: now
	}));
	const { publicationId: of, kind, subject } = reportJob(row, publicationId);
	await db.batch([
		db.insert(mailing).values(each).onConflictDoNothing(),
		db.run(sql`
			INSERT INTO job (publication_id, kind, subject, state, made_at, next_at)
			SELECT ${of}, ${kind}, ${subject}, 'waiting', ${clock}, 0
			WHERE EXISTS (SELECT 1 FROM mailing m WHERE m.schedule_id = ${row.scheduleId}
					AND m.due = ${row.due} AND m.state = 'waiting' AND m.report_id IS NULL)
				AND NOT EXISTS (SELECT 1 FROM job j WHERE j.kind = ${kind} AND j.subject = ${subject})`)
	]);
}

const ofDue = ({ scheduleId, due }: Due) =>
	and(eq(mailing.scheduleId, scheduleId), eq(mailing.due, due));

/** Mails of a due that wait for their report. */
export function mailsWithoutReport(db: Db | Tx, due: Due): Promise<Mailing[]> {
	return db
		.select()
		.from(mailing)
		.where(and(ofDue(due), isNull(mailing.reportId)))
		.orderBy(asc(mailing.id));
}

/** Gives mails their report, and has each handed on. */
export async function giveReport(
	tx: Tx,
	mails: readonly Mailing[],
	reportId: number,
	publicationId: number
) {
	for (const { id } of mails) {
		await changeMailing(tx, id, { state: 'waiting', reportId, problem: null });
		await tx.insert(job).values(jobRow(mailJob(id, publicationId)));
	}
}

export async function findMailing(db: Db | Tx, id: number): Promise<Mailing | undefined> {
	const [row] = await db.select().from(mailing).where(eq(mailing.id, id));
	return row;
}

export async function changeMailing(
	db: Db | Tx,
	id: number,
	words: Partial<Pick<Mailing, 'state' | 'attempts' | 'problem' | 'reportId' | 'sentAt'>>
) {
	await db.update(mailing).set(words).where(eq(mailing.id, id));
}

/**
 * Says that a mail is being handed on: from here on nobody else tries.
 *
 * @returns false where the job is somebody else's by now
 */
export async function beginHanding(
	db: Db | Tx,
	id: number,
	held: { id: number; attempts: number }
): Promise<boolean> {
	const { rowsAffected } = await db
		.update(mailing)
		.set({ state: 'handing', attempts: held.attempts })
		.where(and(eq(mailing.id, id), isHeld(held.id)));
	return rowsAffected === 1;
}

/** Lets one that failed for good, or of which nobody knows, be tried again. @returns whether it could */
export async function tryAgain(
	db: Db,
	{ id: scheduleId, publicationId }: Pick<Schedule, 'id' | 'publicationId'>,
	id: number
): Promise<boolean> {
	return db.transaction(async (tx) => {
		const [row] = await tx
			.update(mailing)
			.set({ state: 'waiting', attempts: 0 })
			.where(
				and(
					eq(mailing.id, id),
					eq(mailing.scheduleId, scheduleId),
					inArray(mailing.state, ['failed', 'unsure'])
				)
			)
			.returning();
		if (!row) return false;
		await enqueueNow(
			tx,
			row.reportId === null ? reportJob(row, publicationId) : mailJob(id, publicationId)
		);
		return true;
	});
}

/** When a mail that did not go out is tried again; null where it is not. */
const triedAt = sql<number | null>`(
	SELECT j.next_at FROM job j WHERE j.state = 'waiting' AND (
		(j.kind = 'mail' AND j.subject = CAST(${mailing.id} AS text)) OR
		(j.kind = 'report' AND j.subject = ${mailing.scheduleId} || ' ' || ${mailing.due})
	) LIMIT 1)`;

/** What became of the latest mails of a publication, newest first. */
export function latestMailings(db: Db | Tx, publicationId: number, most: number) {
	return db
		.select({ mailing, kind: schedule.report, nextAt: triedAt })
		.from(mailing)
		.innerJoin(schedule, eq(schedule.id, mailing.scheduleId))
		.where(eq(schedule.publicationId, publicationId))
		.orderBy(desc(mailing.id))
		.limit(most);
}
