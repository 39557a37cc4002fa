import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { DAY } from '#lib/duration.ts';
import { idList } from './facts.ts';
import type { Db, Tx } from '../sql/open.ts';
import { imported } from '../schema/import.ts';
import { sendFact } from '../schema/fact.ts';
import { send, source } from '../schema/publication.ts';

export type Send = typeof send.$inferSelect;
export type StoredSource = typeof source.$inferSelect;
export type SendIssue = NonNullable<Send['issueBy']>;

/** The publication's account at a service, made when it is first met. */
export async function sourceNamed(
	db: Db | Tx,
	publicationId: number,
	provider: string
): Promise<StoredSource> {
	await db.insert(source).values({ publicationId, provider }).onConflictDoNothing();
	const [row] = await db
		.select()
		.from(source)
		.where(and(eq(source.publicationId, publicationId), eq(source.provider, provider)));
	if (!row) throw new RangeError('a source vanished');
	return row;
}

/** The sources of a publication, by service. */
export function listSources(db: Db | Tx, publicationId: number): Promise<StoredSource[]> {
	return db
		.select()
		.from(source)
		.where(eq(source.publicationId, publicationId))
		.orderBy(asc(source.provider));
}

/** Has opens of one source be stored, or dropped as they are read. */
export async function changeSourceOpens(db: Db | Tx, sourceId: number, dropOpens: boolean) {
	await db.update(source).set({ dropOpens }).where(eq(source.id, sourceId));
}

/** Remembers the zone in which a source writes instants that name none. */
export async function rememberZone(db: Db | Tx, sourceId: number, zone: string) {
	await db.update(source).set({ zone }).where(eq(source.id, sourceId));
}

/** The send that a source calls by this name, made when it is first met. */
export async function sendOf(db: Db | Tx, sourceId: number, campaign: string): Promise<number> {
	await db.insert(send).values({ sourceId, campaign }).onConflictDoNothing();
	const [row] = await db
		.select({ id: send.id })
		.from(send)
		.where(and(eq(send.sourceId, sourceId), eq(send.campaign, campaign)));
	if (!row) throw new RangeError('a send vanished');
	return row.id;
}

export type PublicationSend = Send & { provider: string };

/** A send by its source and what that calls it, which stay where its number ends with its last export. */
export function keyOfSend({
	sourceId,
	campaign
}: {
	sourceId: number | null;
	campaign: string | null;
}): string {
	return `${sourceId} ${campaign}`;
}

/** All sends of a publication, each with the service that it comes from. */
export function sendsOf(db: Db | Tx, publicationId: number): Promise<PublicationSend[]> {
	return db
		.select({
			id: send.id,
			sourceId: send.sourceId,
			campaign: send.campaign,
			name: send.name,
			subject: send.subject,
			sentAt: send.sentAt,
			draft: send.draft,
			issueId: send.issueId,
			issueBy: send.issueBy,
			ruleSetId: send.ruleSetId,
			cutAt: send.cutAt,
			provider: source.provider
		})
		.from(send)
		.innerJoin(source, eq(source.id, send.sourceId))
		.where(eq(source.publicationId, publicationId))
		.orderBy(send.id);
}

/** Of sends that were opened: the day of the first opening, YYYY-MM-DD in UTC. */
export async function firstOpenDays(
	db: Db | Tx,
	sendIds: readonly number[]
): Promise<Map<number, string>> {
	if (sendIds.length === 0) return new Map();
	const rows = await db.all<{ id: number; day: number | null }>(sql`
		SELECT s.id, (SELECT min(e.day) FROM open_event e WHERE e.send_id = s.id) AS day
		FROM send s WHERE s.id IN (${sql.raw(sendIds.join(', '))})`);
	return new Map(
		rows.flatMap(({ id, day }) =>
			day === null ? [] : [[id, new Date(day * DAY).toISOString().slice(0, 10)] as const]
		)
	);
}

/** Sets which issue a send is, and which rule told; null for none. */
export async function setIssueOfSend(
	db: Db | Tx,
	sendId: number,
	issueId: number | null,
	issueBy: SendIssue | null
) {
	await db.update(send).set({ issueId, issueBy }).where(eq(send.id, sendId));
}

/** Says by which rules sends were judged; of a send whose readers were cut that stays as it was. */
export async function setRuleSetOfSends(
	db: Db | Tx,
	sendIds: readonly number[],
	ruleSetId: number
) {
	await db
		.update(send)
		.set({ ruleSetId })
		.where(inArray(send.id, [...sendIds]));
}

export type SendFactRow = typeof sendFact.$inferInsert;

/** Keeps what an import says of a send; a second row about it in the same file completes the first. */
export async function keepSendFact(db: Db | Tx, fact: SendFactRow) {
	await db
		.insert(sendFact)
		.values(fact)
		.onConflictDoUpdate({
			target: [sendFact.importId, sendFact.sendId],
			set: {
				name: sql`coalesce(excluded.name, name)`,
				subject: sql`coalesce(excluded.subject, subject)`,
				sentAt: sql`coalesce(excluded.sent_at, sent_at)`,
				draft: sql`coalesce(excluded.draft, draft)`
			}
		});
}

/**
 * Derives what is known of sends from all facts about them: for each word the one of the latest
 * date that says it, and of one date the one that was given last.
 */
export async function deriveSends(db: Db | Tx, publicationId: number) {
	const facts = await db
		.select({
			sendId: send.id,
			known: { name: send.name, subject: send.subject, sentAt: send.sentAt, draft: send.draft },
			name: sendFact.name,
			subject: sendFact.subject,
			sentAt: sendFact.sentAt,
			draft: sendFact.draft
		})
		.from(send)
		.innerJoin(source, eq(source.id, send.sourceId))
		.leftJoin(sendFact, eq(sendFact.sendId, send.id))
		.leftJoin(imported, eq(imported.id, sendFact.importId))
		.where(eq(source.publicationId, publicationId))
		.orderBy(send.id, imported.asOf, imported.id);

	type Words = Pick<Send, 'name' | 'subject' | 'sentAt' | 'draft'>;
	const said = new Map<number, { was: Words; is: Words }>();
	for (const { sendId, known, name, subject, sentAt, draft } of facts) {
		const before = said.get(sendId)?.is;
		const is = {
			name: name ?? before?.name ?? null,
			subject: subject ?? before?.subject ?? null,
			sentAt: sentAt ?? before?.sentAt ?? null,
			draft: draft ?? before?.draft ?? false
		};
		said.set(sendId, { was: known, is });
	}
	// where no file says when it was sent, its first delivery does
	const undated = [...said].flatMap(([id, { is }]) => (is.sentAt === null ? [id] : []));
	const delivered = await firstDeliveries(db, undated);
	for (const [id, { was, is }] of said) {
		is.sentAt ??= delivered.get(id) ?? null;
		const names = ['name', 'subject', 'sentAt', 'draft'] as const;
		if (names.some((name) => was[name] !== is[name]))
			await db.update(send).set(is).where(eq(send.id, id));
	}
}

/** By send, in UTC milliseconds. */
async function firstDeliveries(
	db: Db | Tx,
	sendIds: readonly number[]
): Promise<Map<number, number>> {
	const rows = await db.all<{ id: number; at: number }>(sql`
		SELECT s.id, (
			SELECT min(d.day * 86400 + d.second) * 1000 FROM delivery_event d WHERE d.send_id = s.id
				AND d.day = (SELECT min(e.day) FROM delivery_event e WHERE e.send_id = s.id)
		) AS at FROM send s WHERE s.id IN (${idList(sendIds)})`);
	return new Map(rows.map(({ id, at }) => [id, at]));
}

/** Forgets sends that nothing speaks of any more. */
export async function dropSends(db: Db | Tx, ids: number[]) {
	if (ids.length) await db.delete(send).where(inArray(send.id, ids));
}
