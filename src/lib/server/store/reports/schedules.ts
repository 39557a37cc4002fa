import { and, asc, desc, eq, inArray, isNotNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { mailing, schedule } from '../schema/desk.ts';

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
	const [found] = await db
		.select()
		.from(schedule)
		.where(and(eq(schedule.publicationId, publicationId), eq(schedule.id, id)));
	return found;
}

export async function scheduleWithId(db: Db | Tx, id: number): Promise<Schedule | undefined> {
	const [found] = await db.select().from(schedule).where(eq(schedule.id, id));
	return found;
}

export async function changeSchedule(
	db: Db | Tx,
	id: number,
	words: Partial<Pick<Schedule, 'paused' | 'since'>>
) {
	await db.update(schedule).set(words).where(eq(schedule.id, id));
}

export async function deleteSchedule(db: Db | Tx, id: number) {
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

/** Notes a mail to each; what was noted before is left as it is. In one statement: all or none are. */
export async function noteDue(
	db: Db | Tx,
	{ recipients, ...row }: Pick<Mailing, 'scheduleId' | 'due'> & { recipients: readonly string[] },
	now: number
) {
	const each = recipients.map((recipient) => ({
		...row,
		recipient,
		state: 'waiting' as const,
		nextAt: now,
		createdAt: now
	}));
	await db.insert(mailing).values(each).onConflictDoNothing();
}

/**
 * Takes one mail that is to be sent, for so long. One statement decides, so that two processes
 * never take the same; nor the second mail of a report while the first still makes it.
 */
export async function claimMailing(
	db: Db | Tx,
	now: number,
	lease: number
): Promise<Mailing | undefined> {
	const ripe = sql`(SELECT ${mailing.id} FROM ${mailing} WHERE ${or(
		and(inArray(mailing.state, ['waiting', 'failed']), lte(mailing.nextAt, now)),
		and(eq(mailing.state, 'making'), lt(mailing.claimedUntil, now))
	)} AND NOT EXISTS (
		SELECT 1 FROM ${mailing} other
		WHERE other.schedule_id = ${mailing.scheduleId} AND other.due = ${mailing.due}
			AND other.id <> ${mailing.id} AND other.report_id IS NULL
			AND other.state = 'making' AND other.claimed_until >= ${now}
	) ORDER BY ${mailing.nextAt}, ${mailing.id} LIMIT 1)`;
	const [claimed] = await db
		.update(mailing)
		.set({ state: 'making', claimedUntil: now + lease, attempts: sql`${mailing.attempts} + 1` })
		.where(sql`${mailing.id} = ${ripe}`)
		.returning();
	return claimed;
}

/** The report that a mail due for the same was made of; null before the first. */
export async function reportOfDue(
	db: Db | Tx,
	{ scheduleId, due }: Pick<Mailing, 'scheduleId' | 'due'>
): Promise<number | null> {
	const [found] = await db
		.select({ reportId: mailing.reportId })
		.from(mailing)
		.where(
			and(eq(mailing.scheduleId, scheduleId), eq(mailing.due, due), isNotNull(mailing.reportId))
		)
		.limit(1);
	return found?.reportId ?? null;
}

/**
 * Goes on with a mail that was claimed.
 *
 * @returns false where the claim ran out and somebody else has it
 */
export async function changeMailing(
	db: Db | Tx,
	claim: Pick<Mailing, 'id' | 'attempts'>,
	words: Partial<
		Pick<Mailing, 'state' | 'nextAt' | 'claimedUntil' | 'problem' | 'reportId' | 'sentAt'>
	>
): Promise<boolean> {
	const { rowsAffected } = await db
		.update(mailing)
		.set(words)
		.where(
			and(
				eq(mailing.id, claim.id),
				eq(mailing.attempts, claim.attempts),
				inArray(mailing.state, ['making', 'handing'])
			)
		);
	return rowsAffected === 1;
}

/** Mails whose process fell over while handing them on: nobody knows whether they went out. */
export async function markUnsure(db: Db | Tx, now: number) {
	await db
		.update(mailing)
		.set({ state: 'unsure', claimedUntil: null })
		.where(and(eq(mailing.state, 'handing'), lt(mailing.claimedUntil, now)));
}

/** Lets one that failed for good, or of which nobody knows, be tried again. @returns whether it could */
export async function tryAgain(
	db: Db | Tx,
	scheduleId: number,
	id: number,
	now: number
): Promise<boolean> {
	const { rowsAffected } = await db
		.update(mailing)
		.set({ state: 'waiting', nextAt: now, attempts: 0, claimedUntil: null })
		.where(
			and(
				eq(mailing.id, id),
				eq(mailing.scheduleId, scheduleId),
				inArray(mailing.state, ['failed', 'unsure'])
			)
		);
	return rowsAffected === 1;
}

/** What became of the latest mails of a publication, newest first. */
export function latestMailings(db: Db | Tx, publicationId: number, most: number) {
	return db
		.select({ mailing, kind: schedule.report })
		.from(mailing)
		.innerJoin(schedule, eq(schedule.id, mailing.scheduleId))
		.where(eq(schedule.publicationId, publicationId))
		.orderBy(desc(mailing.id))
		.limit(most);
}
