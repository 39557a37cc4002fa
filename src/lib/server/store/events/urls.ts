import { and, inArray, sql, type SQL } from 'drizzle-orm';
import { inLists } from '../sql/in-lists.ts';
import { jsonRows } from '../sql/json-rows.ts';
import type { Db, Tx } from '../sql/open.ts';
import { packed, packedRows } from '../sql/packed.ts';
import { page, url, urlMatch } from '../schema/document.ts';

const chunk = 500;

/** So many texts are asked for in one statement, as one value. */
const mostTexts = 5000;

/** Whether any URL is stored, of whichever publication. */
export async function hasUrls(db: Db | Tx): Promise<boolean> {
	return (await db.select({ id: url.id }).from(url).limit(1)).length > 0;
}

/** Ids for URLs as exported (minus what identifies a reader), made where they are new. */
export function urlIds(db: Db | Tx, texts: readonly string[]): Promise<Map<string, number>> {
	return idsOf(db, sql`url`, sql`text`, texts);
}

/** Ids for pages by their canonical key, made where they are new. */
export function pageIds(db: Db | Tx, keys: readonly string[]): Promise<Map<string, number>> {
	return idsOf(db, sql`page`, sql`key`, keys);
}

/** Ids for those pages that are known, by their canonical key; nothing is made. */
export function knownPages(db: Db | Tx, keys: readonly string[]): Promise<Map<string, number>> {
	return idsOf(db, sql`page`, sql`key`, keys, false);
}

async function idsOf(
	db: Db | Tx,
	table: SQL,
	column: SQL,
	texts: readonly string[],
	made = true
): Promise<Map<string, number>> {
	const ids = new Map<string, number>();
	for (let i = 0; i < texts.length; i += mostTexts) {
		const asked = sql`SELECT value FROM json_each(${JSON.stringify(texts.slice(i, i + mostTexts))})`;
		if (made)
			await db.run(
				sql`INSERT INTO ${table} (${column}) ${asked} WHERE true ON CONFLICT DO NOTHING`
			);
		const rows = await inLists<{ id: number; text: string }>(
			db,
			['id', 'text'],
			sql`SELECT id, ${column} AS text FROM ${table} WHERE ${column} IN (${asked})`
		);
		for (const { id, text } of rows) ids.set(text, id);
	}
	return ids;
}

/** URLs of which it is not derived yet which page they lead to. */
export function urlsWithoutPage(db: Db | Tx): Promise<{ id: number; text: string }[]> {
	return inLists(db, ['id', 'text'], sql`SELECT id, text FROM url WHERE page_id IS NULL`);
}

/** Leaves every URL without a page, to be found again. */
export async function forgetPagesOfUrls(db: Db | Tx) {
	await db.update(url).set({ pageId: null });
}

/** Says which page each URL leads to. */
export async function setPagesOfUrls(db: Db | Tx, urls: readonly { id: number; pageId: number }[]) {
	for (let from = 0; from < urls.length; from += packedRows) {
		const part = urls.slice(from, from + packedRows);
		const columns = { id: part.map(({ id }) => id), page: part.map(({ pageId }) => pageId) };
		await db.run(sql`
			UPDATE url SET page_id = n.page
			FROM (${packed(columns, ['id', 'page'], 0, part.length)}) n WHERE url.id = n.id`);
	}
}

/**
 * A recursive table `clicked` of the URLs clicked in sends, whose last row of each send is null.
 * It jumps from one URL to the next in the index: DISTINCT would read every event.
 */
export function clickedPairs(sendIds: SQL): SQL {
	return sql`clicked (send_id, url_id) AS (
		SELECT s.id, (SELECT min(e.url_id) FROM click_event e WHERE e.send_id = s.id)
			FROM send s WHERE s.id IN (${sendIds})
		UNION ALL
		SELECT c.send_id, (SELECT min(e.url_id) FROM click_event e WHERE e.send_id = c.send_id AND e.url_id > c.url_id)
			FROM clicked c WHERE c.url_id IS NOT NULL
	)`;
}

/** A URL that readers clicked in a send, with what it is known to lead to. */
export type ClickedUrl = {
	sendId: number;
	/** the issue that the send carried, as far as it is known */
	issueId: number | null;
	urlId: number;
	text: string;
	/** an editor said that its page is this other page */
	moved: number;
	/** none where each reader has a link of their own */
} & ({ pageId: number; key: string } | { pageId: null; key: null });

/** URLs that readers clicked in these sends, in the order of their ids. */
export function clickedUrls(db: Db | Tx, sendIds: readonly number[]): Promise<ClickedUrl[]> {
	if (sendIds.length === 0) return Promise.resolve([]);
	const list = sql.raw(sendIds.join(', '));
	return inLists(
		db,
		['sendId', 'issueId', 'urlId', 'text', 'pageId', 'key', 'moved'],
		sql`
		WITH RECURSIVE ${clickedPairs(list)}
		SELECT c.send_id AS sendId, s.issue_id AS issueId, c.url_id AS urlId, u.text, p.id AS pageId, p.key,
			r.page_id IS NOT NULL AS moved
		FROM (
			SELECT send_id, url_id FROM clicked WHERE url_id IS NOT NULL
			UNION SELECT send_id, url_id FROM count_url WHERE send_id IN (${list})
			UNION SELECT send_id, url_id FROM count_reader WHERE send_id IN (${list}) AND url_id > 0
		) c
		JOIN url u ON u.id = c.url_id
		JOIN send s ON s.id = c.send_id
		JOIN source o ON o.id = s.source_id
		LEFT JOIN page_role r ON r.publication_id = o.publication_id AND r.page_id = u.page_id
			AND r.role = 'same'
		LEFT JOIN page p ON p.id = coalesce(r.same_page_id, u.page_id)
		ORDER BY c.send_id, c.url_id`
	);
}

/** Which page an issue's document, or an editor, tells of a URL of one send, and how. */
export type UrlMatch = Omit<typeof urlMatch.$inferSelect, 'sendId'>;

/** Which pages issues' documents tell of wrapped URLs, by send; replaces what was known of these sends. */
export async function replaceUrlMatches(
	db: Db | Tx,
	matches: ReadonlyMap<number, readonly UrlMatch[]>
) {
	if (matches.size === 0) return;
	await db.delete(urlMatch).where(inArray(urlMatch.sendId, [...matches.keys()]));
	const rows = [...matches].flatMap(([sendId, own]) => own.map((row) => ({ ...row, sendId })));
	if (rows.length === 0) return;
	await db.run(sql`
		INSERT INTO url_match (send_id, url_id, page_id, how)
		${jsonRows(rows, ['sendId', 'urlId', 'pageId', 'how'])}`);
}

/** The canonical keys of pages, by id. */
export async function pageKeys(db: Db | Tx, ids: readonly number[]): Promise<Map<number, string>> {
	const rows: { id: number; key: string }[] = [];
	for (let i = 0; i < ids.length; i += chunk)
		rows.push(
			...(await db
				.select()
				.from(page)
				.where(and(inArray(page.id, ids.slice(i, i + chunk)))))
		);
	return new Map(rows.map(({ id, key }) => [id, key]));
}

/** What these URLs are, as they are kept. */
export async function textsOfUrls(db: Db | Tx, ids: readonly number[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const rows = await db.all<{ text: string }>(
		sql`SELECT text FROM url WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
	);
	return rows.map(({ text }) => text);
}

/** The page that each of these URLs leads to; those that lead nowhere are left out. */
export async function pagesOfUrls(
	db: Db | Tx,
	ids: readonly number[]
): Promise<Map<number, number>> {
	const pages = new Map<number, number>();
	for (let from = 0; from < ids.length; from += 500) {
		const rows = await db
			.select({ id: url.id, pageId: url.pageId })
			.from(url)
			.where(inArray(url.id, ids.slice(from, from + 500)));
		for (const { id, pageId } of rows) if (pageId !== null) pages.set(id, pageId);
	}
	return pages;
}
