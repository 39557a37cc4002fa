import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { saidBefore } from './repeats.ts';

export type ClickJoin = { matched: number; ambiguous: number; unmatched: number };

/**
 * What became of the clicks that an import brought first, as of now: on a page of the issue's
 * document, on a page that two of its items share, or on none.
 */
export async function clickJoin(db: Db | Tx, importId: number): Promise<ClickJoin> {
	const [row] = await db.all<ClickJoin>(sql`
		WITH own AS (
			SELECT id FROM provenance WHERE imports LIKE ${`,${importId},%`}
		), clicked AS (
			SELECT c.send_id, c.url_id, count(*) AS n FROM click_event c
			WHERE c.send_id IN (SELECT send_id FROM import_send WHERE import_id = ${importId})
				AND c.provenance_id IN own
			GROUP BY 1, 2
			UNION ALL
			SELECT a.send_id, a.url_id, count(*) FROM count_url a
			WHERE a.import_id = ${importId} AND a.event = 'click'
				AND NOT ${saidBefore('count_url')} GROUP BY 1, 2
			UNION ALL
			SELECT a.send_id, a.url_id, count(*) FROM count_reader a
			WHERE a.import_id = ${importId} AND a.event = 'click' AND a.url_id > 0
				AND NOT ${saidBefore('count_reader')} GROUP BY 1, 2
		), joined AS (
			SELECT k.n,
				(SELECT count(DISTINCT l.item_id) FROM item_link l
					WHERE l.issue_id = s.issue_id AND l.page_id = coalesce(m.page_id, u.page_id)) AS items,
				EXISTS (SELECT 1 FROM item_link l
					WHERE l.issue_id = s.issue_id AND l.page_id = coalesce(m.page_id, u.page_id)) AS known,
				coalesce(i.document_id, 0) AS document
			FROM clicked k JOIN send s ON s.id = k.send_id JOIN url u ON u.id = k.url_id
				LEFT JOIN url_match m ON m.send_id = k.send_id AND m.url_id = k.url_id
				LEFT JOIN issue i ON i.id = s.issue_id
		)
		SELECT coalesce(sum(CASE WHEN document AND known AND items < 2 THEN n END), 0) AS matched,
			coalesce(sum(CASE WHEN document AND items > 1 THEN n END), 0) AS ambiguous,
			coalesce(sum(CASE WHEN NOT document OR NOT known THEN n END), 0) AS unmatched
		FROM joined`);
	return row!;
}
