import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';

/** What the rules made of the clicks that an import brought, by verdict code. */
export function verdictsOfImport(db: Db | Tx, importId: number) {
	return db.all<{ verdict: number; n: number }>(sql`
		SELECT verdict, count(*) AS n FROM click_event
		WHERE send_id IN (SELECT send_id FROM import_send WHERE import_id = ${importId})
			AND provenance_id IN (SELECT id FROM provenance WHERE imports LIKE ${`,${importId},%`})
		GROUP BY verdict ORDER BY verdict`);
}
