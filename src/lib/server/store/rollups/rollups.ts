import { eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { jsonRows } from '../sql/json-rows.ts';
import type { Db, Tx } from '../sql/open.ts';
import { packed, packedRows } from '../sql/packed.ts';
import {
	rollupClient,
	rollupDay,
	rollupIssue,
	rollupItem,
	rollupLone,
	rollupPage,
	rollupQuarter,
	rollupUnassessed,
	rollupVerdict
} from '../schema/rollup.ts';

export type IssueRollup = typeof rollupIssue.$inferSelect;
export type ItemRollup = typeof rollupItem.$inferSelect;
export type PageRollup = typeof rollupPage.$inferSelect;
export type QuarterRollup = typeof rollupQuarter.$inferSelect;
export type DayRollup = typeof rollupDay.$inferSelect;
export type ClientRollup = typeof rollupClient.$inferSelect;
export type VerdictRollup = typeof rollupVerdict.$inferSelect;
export type UnassessedRollup = typeof rollupUnassessed.$inferSelect;
export type LoneRollup = typeof rollupLone.$inferSelect;

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
	/** one row, or none */
	lone: LoneRollup[];
};

/** Rows of any number of issues or sends as one statement. */
async function insert<Table extends SQLiteTable>(
	db: Db | Tx,
	table: Table,
	rows: readonly Table['$inferSelect'][]
) {
	const names = Object.keys(getTableColumns(table));
	if (rows.length > 0) await db.insert(table).select(jsonRows(rows, names));
}

/** Swaps in the rollups of issues: their rows become visible with this and not before. */
export async function replaceRollups(db: Db | Tx, rollups: readonly Rollups[]) {
	if (rollups.length === 0) return;
	const issues = rollups.map(({ issue }) => issue);
	const ids = issues.map(({ issueId }) => issueId);
	for (const table of [rollupIssue, rollupItem, rollupPage, rollupQuarter])
		await db.delete(table).where(inArray(table.issueId, ids));

	await insert(db, rollupIssue, issues);
	const items = rollups.flatMap((one) => one.items);
	await insert(db, rollupItem, items);
	const pages = rollups.flatMap((one) => one.pages);
	await insert(db, rollupPage, pages);
	const quarters = rollups.flatMap((one) => one.quarters);
	await insertQuarters(db, quarters);
}

/** There are hundreds an issue, all of numbers: packed. */
async function insertQuarters(db: Db | Tx, quarters: readonly QuarterRollup[]) {
	const names = ['issueId', 'quarter', 'clicks', 'first'] as const;
	for (let from = 0; from < quarters.length; from += packedRows) {
		const part = quarters.slice(from, from + packedRows);
		const columns = {
			issueId: part.map(({ issueId }) => issueId),
			quarter: part.map(({ quarter }) => quarter),
			clicks: part.map(({ clicks }) => clicks),
			first: part.map(({ first }) => first)
		};
		const n = packed(columns, names, 0, part.length);
		await db.run(sql`
			INSERT INTO rollup_quarter (issue_id, quarter, clicks, first)
			SELECT n."issueId", n.quarter, n.clicks, n.first FROM (${n}) n`);
	}
}

/** Swaps in what is kept of sends, by send. */
export async function replaceSendRollups(db: Db | Tx, rollups: ReadonlyMap<number, SendRollups>) {
	await dropSendRollups(db, [...rollups.keys()]);
	const all = [...rollups.values()];
	const days = all.flatMap((one) => one.days);
	await insert(db, rollupDay, days);
	const clients = all.flatMap((one) => one.clients);
	await insert(db, rollupClient, clients);
	const verdicts = all.flatMap((one) => one.verdicts);
	await insert(db, rollupVerdict, verdicts);
	const unassessed = all.flatMap((one) => one.unassessed);
	await insert(db, rollupUnassessed, unassessed);
	const lone = all.flatMap((one) => one.lone);
	await insert(db, rollupLone, lone);
}

/** Deletes the rollups of sends. */
export async function dropSendRollups(db: Db | Tx, sendIds: readonly number[]) {
	if (sendIds.length === 0) return;
	for (const table of [rollupDay, rollupClient, rollupVerdict, rollupUnassessed, rollupLone])
		await db.delete(table).where(inArray(table.sendId, [...sendIds]));
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
): Promise<Omit<SendRollups, 'unassessed' | 'lone'>> {
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

/** Who clicked and who opened on which local day, over all sends of a publication, in order of day. */
export function readersByDay(db: Db | Tx, publicationId: number): Promise<DayRow[]> {
	return db.all<DayRow>(sql`
		SELECT d.day, d.readers, d.openers, d.proxied FROM rollup_day d
			JOIN send s ON s.id = d.send_id JOIN source o ON o.id = s.source_id
		WHERE o.publication_id = ${publicationId} ORDER BY d.day, d.send_id`);
}

/** Who clicked on which day, over all sends of a publication, between two local days (inclusive). */
export function clickersByDay(db: Db | Tx, publicationId: number, from: number, to: number) {
	return db.all<{ day: number; readers: ArrayBuffer }>(sql`
		SELECT d.day, d.readers FROM rollup_day d
			JOIN send s ON s.id = d.send_id JOIN source o ON o.id = s.source_id
		WHERE o.publication_id = ${publicationId} AND d.day BETWEEN ${from} AND ${to}
			AND length(d.readers) > 0`);
}

/** Devices and countries of human events, by send and the issue it carried. */
export function clientTotals(db: Db | Tx, publicationId: number) {
	return db.all<Omit<ClientRollup, 'sendId'> & { issueId: number | null }>(sql`
		SELECT s.issue_id AS issueId, c.of, c.value, sum(c.clicks) AS clicks,
			sum(c.clickers) AS clickers, sum(c.openers) AS openers
		FROM rollup_client c JOIN send s ON s.id = c.send_id JOIN source o ON o.id = s.source_id
		WHERE o.publication_id = ${publicationId} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
}

/** Who clicked how often on which local day, over all sends of a publication. */
export function clicksByDay(db: Db | Tx, publicationId: number) {
	return db.all<{ day: number; readers: ArrayBuffer; clicks: ArrayBuffer | null }>(sql`
		SELECT d.day, d.readers, d.clicks FROM rollup_day d
			JOIN send s ON s.id = d.send_id JOIN source o ON o.id = s.source_id
		WHERE o.publication_id = ${publicationId} AND length(d.readers) > 0
		ORDER BY d.day, d.send_id`);
}
