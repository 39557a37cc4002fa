import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from './open.ts';
import { ruleSet } from './schema/event.ts';

/** The id under which a set of rules is recorded, so that a verdict says what it was given by. */
export async function ruleSetOf(
	db: Db | Tx,
	publicationId: number,
	rules: Record<string, unknown> & { version: number },
	now: number
): Promise<number> {
	const known = await db
		.select()
		.from(ruleSet)
		.where(and(eq(ruleSet.publicationId, publicationId), eq(ruleSet.version, rules.version)));
	const same = known.find((row) => JSON.stringify(row.rules) === JSON.stringify(rules));
	if (same) return same.id;

	const [created] = await db
		.insert(ruleSet)
		.values({ publicationId, version: rules.version, rules, createdAt: now })
		.returning({ id: ruleSet.id });
	return created!.id;
}
