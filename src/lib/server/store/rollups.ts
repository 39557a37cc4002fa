import { eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from './open.ts';
import { packed, packedRows } from './packed.ts';
import {
	rollupClient,
	rollupDay,
	rollupIssue,
	rollupItem,
	rollupPage,
	rollupQuarter,
	rollupUnassessed,
	rollupVerdict
} from './schema/rollup.ts';

export type IssueRollup = typeof rollupIssue.$inferSelect;
export type ItemRollup = typeof rollupItem.$inferSelect;
export type PageRollup = typeof rollupPage.$inferSelect;
export type QuarterRollup = typeof rollupQuarter.$inferSelect;
export type DayRollup = typeof rollupDay.$inferSelect;
export type ClientRollup = typeof rollupClient.$inferSelect;
export type VerdictRollup = typeof rollupVerdict.$inferSelect;
export type UnassessedRollup = typeof rollupUnassessed.$inferSelect;

/** All that pages read about one issue. */
export type Rollups = {
	issue: IssueRollup;
	items: ItemRollup[];
	pages: PageRollup[];
	quarters: QuarterRollup[];
};

/** What is kept for each send, whichever issue it carried. */
export type SendRollups = {
	days: DayRollup[];
	clients: ClientRollup[];
	verdicts: VerdictRollup[];
	unassessed: UnassessedRollup[];
};

const chunk = 200;

async function inChunks<Row>(rows: readonly Row[], insert: (part: Row[]) => Promise<unknown>) {
	for (let i = 0; i < rows.length; i += chunk) await insert(rows.slice(i, i + chunk));
}

/** Swaps in an issue's rollups: its rows become visible with this and not before. */
export async function replaceRollups(db: Db | Tx, { issue, items, pages, quarters }: Rollups) {
	const { issueId } = issue;
	await db.delete(rollupIssue).where(eq(rollupIssue.issueId, issueId));
	await db.delete(rollupItem).where(eq(rollupItem.issueId, issueId));
	await db.delete(rollupPage).where(eq(rollupPage.issueId, issueId));
	await db.delete(rollupQuarter).where(eq(rollupQuarter.issueId, issueId));

	await db.insert(rollupIssue).values(issue);
	await inChunks(items, (part) => db.insert(rollupItem).values(part));
	await inChunks(pages, (part) => db.insert(rollupPage).values(part));
	await insertQuarters(db, issueId, quarters);
}

/** There are hundreds an issue, all of numbers: packed. */
async function insertQuarters(db: Db | Tx, issueId: number, quarters: readonly QuarterRollup[]) {
	const names = ['quarter', 'clicks', 'first'] as const;
	for (let from = 0; from < quarters.length; from += packedRows) {
		const part = quarters.slice(from, from + packedRows);
		const columns = {
			quarter: part.map(({ quarter }) => quarter),
			clicks: part.map(({ clicks }) => clicks),
			first: part.map(({ first }) => first)
		};
		const n = packed(columns, names, 0, part.length);
		await db.run(sql`
			INSERT INTO rollup_quarter (issue_id, quarter, clicks, first)
			SELECT ${issueId}, n.quarter, n.clicks, n.first FROM (${n}) n`);
	}
}

export async function replaceSendRollups(
	db: Db | Tx,
	sendId: number,
	{ days, clients, verdicts, unassessed }: SendRollups
) {
	await db.delete(rollupDay).where(eq(rollupDay.sendId, sendId));
	await db.delete(rollupClient).where(eq(rollupClient.sendId, sendId));
	await db.delete(rollupVerdict).where(eq(rollupVerdict.sendId, sendId));
	await db.delete(rollupUnassessed).where(eq(rollupUnassessed.sendId, sendId));
	await inChunks(days, (part) => db.insert(rollupDay).values(part));
	await inChunks(clients, (part) => db.insert(rollupClient).values(part));
	await inChunks(verdicts, (part) => db.insert(rollupVerdict).values(part));
	await inChunks(unassessed, (part) => db.insert(rollupUnassessed).values(part));
}

export async function dropSendRollups(db: Db | Tx, sendIds: readonly number[]) {
	if (sendIds.length === 0) return;
	await db.delete(rollupDay).where(inArray(rollupDay.sendId, [...sendIds]));
	await db.delete(rollupClient).where(inArray(rollupClient.sendId, [...sendIds]));
	await db.delete(rollupVerdict).where(inArray(rollupVerdict.sendId, [...sendIds]));
	await db.delete(rollupUnassessed).where(inArray(rollupUnassessed.sendId, [...sendIds]));
}

/** Rollups of one issue as they are stored, for `verify`. */
export async function readRollups(db: Db | Tx, issueId: number): Promise<Rollups | null> {
	const [issue] = await db.select().from(rollupIssue).where(eq(rollupIssue.issueId, issueId));
	if (!issue) return null;
	return {
		issue,
		items: await db
			.select()
			.from(rollupItem)
			.where(eq(rollupItem.issueId, issueId))
			.orderBy(rollupItem.itemId),
		pages: await db
			.select()
			.from(rollupPage)
			.where(eq(rollupPage.issueId, issueId))
			.orderBy(rollupPage.pageId),
		quarters: await db
			.select()
			.from(rollupQuarter)
			.where(eq(rollupQuarter.issueId, issueId))
			.orderBy(rollupQuarter.quarter)
	};
}

/** What is stored of one send, for `verify`. */
export async function readSendRollups(
	db: Db | Tx,
	sendId: number
): Promise<Omit<SendRollups, 'unassessed'>> {
	return {
		days: await db.select().from(rollupDay).where(eq(rollupDay.sendId, sendId)),
		clients: await db.select().from(rollupClient).where(eq(rollupClient.sendId, sendId)),
		verdicts: await db.select().from(rollupVerdict).where(eq(rollupVerdict.sendId, sendId))
	};
}

/** Issues whose delivered readers are, or could be, counted by the subscriber list. */
export async function issuesByReaders(db: Db | Tx, publicationId: number): Promise<Set<number>> {
	const rows = await db.all<{ id: number }>(sql`
		SELECT r.issue_id AS id FROM rollup_issue r JOIN issue i ON i.id = r.issue_id
		WHERE i.publication_id = ${publicationId} AND r.basis NOT IN ('events', 'count')`);
	return new Set(rows.map(({ id }) => id));
}

export type DayRow = {
	day: number;
	readers: ArrayBuffer;
	openers: ArrayBuffer | null;
	proxied: ArrayBuffer | null;
};

/** Who clicked and who opened on which UTC day, over all sends of a publication, in order of day. */
export function readersByDay(db: Db | Tx, publicationId: number): Promise<DayRow[]> {
	return db.all<DayRow>(sql`
		SELECT d.day, d.readers, d.openers, d.proxied FROM rollup_day d
			JOIN send s ON s.id = d.send_id JOIN source o ON o.id = s.source_id
		WHERE o.publication_id = ${publicationId} ORDER BY d.day, d.send_id`);
}

/** Who clicked on which day, over all sends of a publication, between two UTC days (inclusive). */
export function clickersByDay(db: Db | Tx, publicationId: number, from: number, to: number) {
	return db.all<{ day: number; readers: ArrayBuffer }>(sql`
		SELECT d.day, d.readers FROM rollup_day d
			JOIN send s ON s.id = d.send_id JOIN source o ON o.id = s.source_id
		WHERE o.publication_id = ${publicationId} AND d.day BETWEEN ${from} AND ${to}`);
}

/** Devices and countries of human events, by send and the issue it carried. */
export function clientTotals(db: Db | Tx, publicationId: number) {
	return db.all<Omit<ClientRollup, 'sendId'> & { issueId: number | null }>(sql`
		SELECT s.issue_id AS issueId, c.of, c.value, sum(c.clicks) AS clicks,
			sum(c.clickers) AS clickers, sum(c.openers) AS openers
		FROM rollup_client c JOIN send s ON s.id = c.send_id JOIN source o ON o.id = s.source_id
		WHERE o.publication_id = ${publicationId} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
}

/** Who clicked how often on which UTC day, over all sends of a publication. */
export function clicksByDay(db: Db | Tx, publicationId: number) {
	return db.all<{ day: number; readers: ArrayBuffer; clicks: ArrayBuffer | null }>(sql`
		SELECT d.day, d.readers, d.clicks FROM rollup_day d
			JOIN send s ON s.id = d.send_id JOIN source o ON o.id = s.source_id
		WHERE o.publication_id = ${publicationId} ORDER BY d.day, d.send_id`);
}
