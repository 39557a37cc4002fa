import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from './open.ts';
import { page, pageRole, url, urlMatch } from './schema/document.ts';

const chunk = 500;

/** Ids for URLs as exported (minus what identifies a reader), made where they are new. */
export async function urlIds(db: Db | Tx, texts: readonly string[]): Promise<Map<string, number>> {
	const ids = new Map<string, number>();
	for (let i = 0; i < texts.length; i += chunk) {
		const part = texts.slice(i, i + chunk);
		await db
			.insert(url)
			.values(part.map((text) => ({ text })))
			.onConflictDoNothing();
		const found = await db
			.select({ id: url.id, text: url.text })
			.from(url)
			.where(inArray(url.text, part));
		for (const { id, text } of found) ids.set(text, id);
	}
	return ids;
}

/** Ids for pages by their canonical key, made where they are new. */
export async function pageIds(db: Db | Tx, keys: readonly string[]): Promise<Map<string, number>> {
	const ids = new Map<string, number>();
	for (let i = 0; i < keys.length; i += chunk) {
		const part = keys.slice(i, i + chunk);
		await db
			.insert(page)
			.values(part.map((key) => ({ key })))
			.onConflictDoNothing();
		const found = await db
			.select({ id: page.id, key: page.key })
			.from(page)
			.where(inArray(page.key, part));
		for (const { id, key } of found) ids.set(key, id);
	}
	return ids;
}

export function urlsWithoutPage(db: Db | Tx): Promise<{ id: number; text: string }[]> {
	return db.select({ id: url.id, text: url.text }).from(url).where(isNull(url.pageId));
}

export async function setPageOfUrl(db: Db | Tx, id: number, pageId: number) {
	await db.update(url).set({ pageId }).where(eq(url.id, id));
}

/** URLs that readers clicked in these sends, with what they are known to lead to. */
export function clickedUrls(db: Db | Tx, sendIds: readonly number[]) {
	if (sendIds.length === 0) return Promise.resolve([]);
	const list = sql.raw(sendIds.join(', '));
	return db.all<{
		sendId: number;
		urlId: number;
		text: string;
		pageId: number | null;
		key: string;
	}>(sql`
		SELECT c.send_id AS sendId, c.url_id AS urlId, u.text, u.page_id AS pageId, p.key
		FROM (
			SELECT DISTINCT send_id, url_id FROM click_event WHERE send_id IN (${list})
			UNION SELECT send_id, url_id FROM count_url WHERE send_id IN (${list})
		) c
		JOIN url u ON u.id = c.url_id
		LEFT JOIN page p ON p.id = u.page_id
		ORDER BY c.send_id, c.url_id`);
}

/** Which pages an issue's document tells of wrapped URLs of one send; replaces what was known. */
export async function replaceUrlMatches(
	db: Db | Tx,
	sendId: number,
	matches: readonly { urlId: number; pageId: number; how: 'text' | 'order' }[]
) {
	await db.delete(urlMatch).where(eq(urlMatch.sendId, sendId));
	for (let i = 0; i < matches.length; i += chunk)
		await db
			.insert(urlMatch)
			.values(matches.slice(i, i + chunk).map((row) => ({ ...row, sendId })));
}

export function rolesOfPages(db: Db | Tx, publicationId: number) {
	return db.select().from(pageRole).where(eq(pageRole.publicationId, publicationId));
}

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
