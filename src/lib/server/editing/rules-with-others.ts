import type { RuleSet } from '#lib/measure/verdicts/rules.ts';
import { fieldsOfRules, rulesOfForm } from '../derive/rules.ts';
import { findRuleSet, ruleSetsOf } from '../store/events/rule-sets.ts';
import type { Publication } from '../store/publications.ts';
import type { Db } from '../store/sql/open.ts';
import { threeWayMerge } from './three-way-merge.ts';

/**
 * The rules that somebody wants to try, with what others have changed since their form was shown: a form of
 * rules holds every switch and every number.
 *
 * @param shown the set that the form showed; null where it does not say: what is sent is all then
 * @throws {Trouble} badRules
 */
export async function rulesWithOthers(
	db: Db,
	{ id }: Publication,
	sent: RuleSet,
	shown: number | null
): Promise<RuleSet> {
	const base = shown === null ? undefined : await findRuleSet(db, id, shown);
	const [now] = await ruleSetsOf(db, id);
	if (!base || !now || base.id === now.id) return sent;
	const rules = [base.rules as RuleSet, sent, now.rules as RuleSet] as const;
	const merged = threeWayMerge(
		fieldsOfRules(rules[0]),
		fieldsOfRules(rules[1]),
		fieldsOfRules(rules[2])
	);
	return rulesOfForm(Object.entries(merged).filter(([, value]) => value !== false));
}
