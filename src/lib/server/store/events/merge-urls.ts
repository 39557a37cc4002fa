import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { importsOfSet } from './provenance.ts';
import { url } from '../schema/document.ts';
import { urlIds } from './urls.ts';

/** So many URLs are moved in one pass over the clicks. */
const atOnce = 500;

/** Tables that refer to a URL and have no key with it. */
const plain = ['tag_fact', 'value', 'placement'] as const;

/**
 * Writes URLs otherwise than they were stored. Where two become one, so does what was said of them: clicks
 * of one reader in one second are one click then, and the receipt counts the other as a duplicate.
 * Pages have to be found again, and figures made.
 */
export async function rewriteUrls(db: Db, changed: readonly { id: number; text: string }[]) {
	for (let from = 0; from < changed.length; from += atOnce) {
		const part = changed.slice(from, from + atOnce);
		await db.transaction(async (tx) => {
			const ids = await urlIds(tx, [...new Set(part.map(({ text }) => text))]);
			const moved = part.flatMap(({ id, text }) => {
				const to = ids.get(text)!;
				return to === id ? [] : [[id, to] as const];
			});
			await moveReferences(tx, moved);
			for (const [id] of moved) await tx.delete(url).where(eq(url.id, id));
		});
	}
}

async function moveReferences(tx: Tx, moved: readonly (readonly [number, number])[]) {
	const pairs = JSON.stringify(moved);
	const from = sql`(SELECT value ->> 0 FROM json_each(${pairs}))`;
	const to = sql`(SELECT value ->> 1 FROM json_each(${pairs}) WHERE value ->> 0 = url_id)`;

	for (const name of plain)
		await tx.run(sql`UPDATE ${sql.identifier(name)} SET url_id = ${to} WHERE url_id IN ${from}`);
	await tx.run(sql`DELETE FROM url_match WHERE url_id IN ${from}`);
	await tx.run(sql`
		INSERT INTO count_url (import_id, send_id, event, url_id, total, "unique", reach)
		SELECT import_id, send_id, event, ${to}, total, "unique", reach FROM count_url
		WHERE url_id IN ${from}
		ON CONFLICT (send_id, event, url_id, import_id) DO UPDATE SET
			total = coalesce(total, 0) + coalesce(excluded.total, 0),
			"unique" = coalesce("unique", 0) + coalesce(excluded."unique", 0),
			reach = coalesce(reach + excluded.reach, reach, excluded.reach)`);
	await tx.run(sql`DELETE FROM count_url WHERE url_id IN ${from}`);
	await tx.run(sql`
		INSERT INTO count_reader (import_id, send_id, event, reader_id, url_id, n)
		SELECT import_id, send_id, event, reader_id, ${to}, n FROM count_reader
		WHERE url_id IN ${from}
		ON CONFLICT (send_id, event, reader_id, url_id, import_id) DO UPDATE SET n = n + excluded.n`);
	await tx.run(sql`DELETE FROM count_reader WHERE url_id IN ${from}`);

	await tx.run(sql`UPDATE OR IGNORE click_event SET url_id = ${to} WHERE url_id IN ${from}`);
	const twice = await tx.all<{ imports: string; n: number }>(sql`
		SELECT p.imports, count(*) AS n FROM click_event e JOIN provenance p ON p.id = e.provenance_id
		WHERE e.url_id IN ${from} GROUP BY 1`);
	for (const { imports, n } of twice)
		await tx.run(sql`
			UPDATE import SET accepted = accepted - min(accepted, ${n}), duplicate = duplicate + min(accepted, ${n})
			WHERE id = ${importsOfSet(imports)[0]!}`);
	await tx.run(sql`DELETE FROM click_event WHERE url_id IN ${from}`);
}

/** All URLs that are stored, as they are written. */
export function allUrls(db: Db): Promise<{ id: number; text: string }[]> {
	return db.select({ id: url.id, text: url.text }).from(url);
}

/** Deletes pages that nothing leads to any more. */
export async function dropLostPages(db: Db) {
	const used = [
		['url', 'page_id'],
		['item_link', 'page_id'],
		['url_match', 'page_id'],
		['page_role', 'page_id'],
		['page_role', 'same_page_id'],
		['rollup_page', 'page_id']
	].map(
		([table, column]) =>
			sql`NOT EXISTS (SELECT 1 FROM ${sql.identifier(table!)} u WHERE u.${sql.identifier(column!)} = page.id)`
	);
	await db.run(sql`DELETE FROM page WHERE ${sql.join(used, sql` AND `)}`);
}
