import { sql } from 'drizzle-orm';
import { dropSetting } from './settings.ts';
import type { Tx } from './sql/open.ts';

/**
 * Deletes a publication with all that hangs on it, leaf by leaf: whether a server honours cascades
 * is not ours to know.
 */
export async function dropPublication(db: Tx, id: number) {
	const sends = sql`SELECT s.id FROM send s JOIN source o ON o.id = s.source_id WHERE o.publication_id = ${id}`;
	const issues = sql`SELECT id FROM issue WHERE publication_id = ${id}`;
	const items = sql`SELECT id FROM item WHERE issue_id IN (${issues})`;
	const imports = sql`SELECT id FROM import WHERE publication_id = ${id}`;
	const sources = sql`SELECT id FROM source WHERE publication_id = ${id}`;

	const leaves = [
		['send_id', sends, 'open_event click_event delivery_event unsubscribe_event bounce_event'],
		[
			'send_id',
			sends,
			'complaint_event rollup_day rollup_client rollup_verdict rollup_unassessed rollup_lone url_match'
		],
		['import_id', imports, 'reader_fact send_fact count_reader count_url count_issue tag_fact'],
		['import_id', imports, 'document import_reject import_skip import_send'],
		['item_id', items, 'item_topic'],
		[
			'issue_id',
			issues,
			'rollup_issue rollup_item rollup_page rollup_quarter item_link correction'
		],
		['issue_id', issues, 'item'],
		['source_id', sources, 'reader_alias send send_assignment'],
		['schedule_id', sql`SELECT id FROM schedule WHERE publication_id = ${id}`, 'mailing'],
		['rule_id', sql`SELECT id FROM alert_rule WHERE publication_id = ${id}`, 'alert'],
		['job_id', sql`SELECT id FROM job WHERE publication_id = ${id}`, 'job_target'],
		['publication_id', sql`${id}`, 'job spend value placement'],
		['publication_id', sql`${id}`, 'issue section topic page_role template_rule column_map import'],
		[
			'publication_id',
			sql`${id}`,
			'gone_issue fit logo rollup_reader rule_set reader source annotation forecast default_view saved_view report share schedule alert_rule api_token membership'
		]
	] as const;
	await db.run(sql`
		DELETE FROM reader_left WHERE reader_id IN (SELECT id FROM reader WHERE publication_id = ${id})`);
	for (const [column, of, tables] of leaves)
		for (const table of tables.split(' '))
			await db.run(
				sql`DELETE FROM ${sql.identifier(table)} WHERE ${sql.identifier(column)} IN (${of})`
			);
	await dropSetting(db, `steps:${id}`);
	await dropSetting(db, `days:${id}`);
	await db.run(sql`DELETE FROM setting WHERE name LIKE 'slug:%' AND value = ${String(id)}`);
	await db.run(sql`DELETE FROM publication WHERE id = ${id}`);
}
