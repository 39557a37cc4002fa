import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { jobKindsWhere } from '#lib/job-kinds.ts';
import { isHeld } from '../jobs/claim.ts';
import { addJob, enqueueNow, clock } from '../jobs/jobs.ts';
import { alert, alertRule } from '../schema/alert.ts';
import { job } from '../schema/job.ts';
import type { Db, Tx } from '../sql/open.ts';

export type AlertRule = typeof alertRule.$inferSelect;
export type Alert = typeof alert.$inferSelect;

/** What is new to a rule. */
export type AlertNews = Pick<Alert, 'kind' | 'subject' | 'at' | 'facts'>;

export async function insertAlertRule(
	db: Db | Tx,
	row: Omit<typeof alertRule.$inferInsert, 'id'>
): Promise<number> {
	const [made] = await db.insert(alertRule).values(row).returning({ id: alertRule.id });
	if (!made) throw new RangeError('no rule came back');
	return made.id;
}

export function listAlertRules(db: Db | Tx, publicationId: number): Promise<AlertRule[]> {
	return db
		.select()
		.from(alertRule)
		.where(eq(alertRule.publicationId, publicationId))
		.orderBy(asc(alertRule.id));
}

/** Of every publication, those that are not paused. */
export function activeAlertRules(db: Db | Tx): Promise<AlertRule[]> {
	return db.select().from(alertRule).where(eq(alertRule.paused, false)).orderBy(asc(alertRule.id));
}

export async function findAlertRule(
	db: Db | Tx,
	id: number,
	publicationId?: number
): Promise<AlertRule | undefined> {
	const own = publicationId === undefined ? [] : [eq(alertRule.publicationId, publicationId)];
	const [row] = await db
		.select()
		.from(alertRule)
		.where(and(eq(alertRule.id, id), ...own));
	return row;
}

export async function changeAlertRule(
	db: Db | Tx,
	id: number,
	words: Partial<Pick<AlertRule, 'paused' | 'since'>>
) {
	await db.update(alertRule).set(words).where(eq(alertRule.id, id));
}

/** Has rules of a publication begin anew: what holds by then is known, and not told. */
export async function resumeAlertRules(db: Db | Tx, publicationId: number) {
	await db.update(alertRule).set({ since: null }).where(eq(alertRule.publicationId, publicationId));
}

/** Deletes a rule with all that it told. */
export async function deleteAlertRule(db: Tx, id: number) {
	await db.run(sql`
		DELETE FROM job WHERE kind = 'alert'
			AND subject IN (SELECT CAST(id AS text) FROM alert WHERE rule_id = ${id})`);
	await db.delete(alert).where(eq(alert.ruleId, id));
	await db.delete(alertRule).where(eq(alertRule.id, id));
}

/** What a rule was told of before, whatever became of it. */
export function alertsOfRule(db: Db | Tx, ruleId: number): Promise<Alert[]> {
	return db.select().from(alert).where(eq(alert.ruleId, ruleId));
}

/** Notes what holds already when a rule is new: it is never told. */
export async function noteKnown(db: Tx, ruleId: number, news: readonly AlertNews[], now: number) {
	for (const one of news)
		await db.insert(alert).values({ ...one, ruleId, state: 'known', createdAt: now });
}

/** Notes something to be told, and has it handed on. @returns its number */
export async function noteAlert(
	db: Tx,
	rule: Pick<AlertRule, 'id' | 'publicationId'>,
	news: AlertNews,
	now: number
): Promise<number> {
	const [made] = await db
		.insert(alert)
		.values({ ...news, ruleId: rule.id, state: 'waiting', createdAt: now })
		.returning({ id: alert.id });
	if (!made) throw new RangeError('no alert came back');
	await addJob(db, alertJob(made.id, rule.publicationId));
	return made.id;
}

const alertJob = (id: number, publicationId: number) =>
	({ kind: 'alert', publicationId, subject: String(id) }) as const;

export async function findAlert(db: Db | Tx, id: number): Promise<Alert | undefined> {
	const [row] = await db.select().from(alert).where(eq(alert.id, id));
	return row;
}

export async function changeAlert(
	db: Db | Tx,
	id: number,
	words: Partial<Pick<Alert, 'state' | 'attempts' | 'problem' | 'sentAt'>>
) {
	await db.update(alert).set(words).where(eq(alert.id, id));
}

/**
 * Says that an alert is being handed on: from here on nobody else tries.
 *
 * @returns false where the job is somebody else's by now
 */
export async function beginTelling(
	db: Db | Tx,
	id: number,
	held: { id: number; attempts: number }
): Promise<boolean> {
	const { rowsAffected } = await db
		.update(alert)
		.set({ state: 'handing', attempts: held.attempts })
		.where(and(eq(alert.id, id), isHeld(held.id)));
	return rowsAffected === 1;
}

/** Lets one that failed, or of which nobody knows, be tried again. @returns whether it could */
export async function tellAgain(
	db: Db,
	rule: Pick<AlertRule, 'id' | 'publicationId'>,
	id: number
): Promise<boolean> {
	return db.transaction(async (tx) => {
		const { rowsAffected } = await tx
			.update(alert)
			.set({ state: 'waiting', attempts: 0 })
			.where(
				and(eq(alert.id, id), eq(alert.ruleId, rule.id), inArray(alert.state, ['failed', 'unsure']))
			);
		if (rowsAffected === 1) await enqueueNow(tx, alertJob(id, rule.publicationId));
		return rowsAffected === 1;
	});
}

/** What became of the latest alerts of a publication, newest first. */
export function latestAlerts(db: Db | Tx, publicationId: number, most: number) {
	return db
		.select({ alert, rule: alertRule })
		.from(alert)
		.innerJoin(alertRule, eq(alertRule.id, alert.ruleId))
		.where(and(eq(alertRule.publicationId, publicationId), ne(alert.state, 'known')))
		.orderBy(desc(alert.id))
		.limit(most);
}

/** Whether figures of a publication are about to change: what they say now is not the last word. */
export async function isUnderWay(db: Db | Tx, publicationId: number): Promise<boolean> {
	const [row] = await db
		.select({ id: job.id })
		.from(job)
		.where(
			and(
				eq(job.publicationId, publicationId),
				inArray(
					job.kind,
					jobKindsWhere(({ writes }) => writes === true)
				),
				inArray(job.state, ['waiting', 'running']),
				// what waits for another day does not hold alerts up
				sql`${job.nextAt} <= ${clock}`
			)
		)
		.limit(1);
	return row !== undefined;
}
