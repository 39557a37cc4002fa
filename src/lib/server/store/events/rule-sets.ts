import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { ruleSet } from '../schema/event.ts';

type Rules = Record<string, unknown> & { version: number };

/** Rules as recorded: who judged by them is said beside each send. */
export type RuleSetRow = typeof ruleSet.$inferSelect;

/** Records rules for a publication; being the newest, they hold from now on. */
export async function recordRuleSet(
	db: Db | Tx,
	publicationId: number,
	rules: Rules,
	now: number
): Promise<RuleSetRow> {
	const [created] = await db
		.insert(ruleSet)
		.values({ publicationId, version: rules.version, rules, createdAt: now })
		.returning();
	return created!;
}

/** Every set of rules that a publication ever had, the newest first: that one holds. */
export function ruleSetsOf(db: Db | Tx, publicationId: number): Promise<RuleSetRow[]> {
	return db
		.select()
		.from(ruleSet)
		.where(eq(ruleSet.publicationId, publicationId))
		.orderBy(desc(ruleSet.id));
}

/** The id of the rules that hold; 0 before there are any. */
export async function newestRuleSet(db: Db | Tx, publicationId: number): Promise<number> {
	const [newest] = await ruleSetsOf(db, publicationId);
	return newest?.id ?? 0;
}

/** One set of rules of a publication. */
export async function findRuleSet(
	db: Db | Tx,
	publicationId: number,
	id: number
): Promise<RuleSetRow | undefined> {
	const [row] = await db
		.select()
		.from(ruleSet)
		.where(and(eq(ruleSet.publicationId, publicationId), eq(ruleSet.id, id)));
	return row;
}

/** Publications with sends that were judged by other rules than those that hold now. */
export async function publicationsToJudge(db: Db | Tx): Promise<number[]> {
	const rows = await db.all<{ id: number }>(sql`
		SELECT DISTINCT o.publication_id AS id FROM send s JOIN source o ON o.id = s.source_id
		WHERE s.cut_at IS NULL AND s.rule_set_id <
			(SELECT max(r.id) FROM rule_set r WHERE r.publication_id = o.publication_id)`);
	return rows.map(({ id }) => id);
}
