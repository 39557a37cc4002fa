import { asc, eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { templateRule } from '../schema/document.ts';

/** What holds in every issue of a publication, in the order in which it was said. */
export function templateRulesOf(db: Db | Tx, publicationId: number) {
	return db
		.select()
		.from(templateRule)
		.where(eq(templateRule.publicationId, publicationId))
		.orderBy(asc(templateRule.id));
}

export async function addTemplateRule(
	db: Db | Tx,
	publicationId: number,
	rule: Record<string, unknown>,
	at: number
) {
	await db.insert(templateRule).values({ publicationId, rule, at });
}

export async function dropTemplateRules(db: Db | Tx, ids: readonly number[]) {
	if (ids.length) await db.delete(templateRule).where(inArray(templateRule.id, [...ids]));
}
