import { isDeepStrictEqual } from 'node:util';
import { issueLabel } from '#lib/issue-label.ts';
import { Trouble } from '#lib/trouble.ts';
import { enqueueDerivation } from '../derive/derive-issue.ts';
import { offersOf } from '../derive/offers.ts';
import {
	concernedBy,
	shiftsBetween,
	unruledIssues,
	type ItemShift,
	type Unruled
} from '../derive/rule-effects.ts';
import { giveSectionNames } from '../derive/section-names.ts';
import { replacedBy, type TemplateRule } from '../derive/template-rule.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import { addCorrection } from '../store/content/corrections.ts';
import { ownIssue } from '../store/content/issues.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import { touchPublication, type Publication } from '../store/publications.ts';
import {
	addTemplateRule,
	dropTemplateRules,
	templateRulesOf
} from '../store/content/template-rules.ts';
import { isAsShown } from './is-as-shown.ts';

export type { TemplateRule };

/** What a rule changes, or has changed. */
export type RuleEffect = {
	issues: number;
	items: number;
	/** the first of these items, newest issue first, with what their issue is called */
	shifts: (ItemShift & { issue: string })[];
};

/** A rule that the last change in an issue may stand for. */
export type Offer = {
	rule: TemplateRule;
	effect: RuleEffect;
	/** the rules that it takes the place of */
	replaces: TemplateRule[];
};

/** A rule that holds. */
export type RuleInForce = { id: number; rule: TemplateRule; at: number; effect: RuleEffect };

/** So many items are shown of what a rule changes. */
const MOST_SHOWN = 60;

/** Offers beyond this are no help. */
const mostOffers = 6;

type Known = { id: number; rule: TemplateRule; at: number };

async function rulesOf(db: Db | Tx, publicationId: number): Promise<Known[]> {
	const rows = await templateRulesOf(db, publicationId);
	return rows.map(({ id, rule, at }) => ({ id, at, rule: rule as TemplateRule }));
}

const plain = (rules: readonly Known[]) => rules.map(({ rule }) => rule);

/** The rules that hold once one is added: it takes the place of others. */
function withRule(rules: readonly Known[], fresh: TemplateRule): TemplateRule[] {
	const replaced = replacedBy(rules, fresh);
	return [...plain(rules.filter((rule) => !replaced.includes(rule))), fresh];
}

/** The rules that an issue's last change may stand for, each with what it would change in the others. */
export async function offersFor(db: Db, { id }: Publication, issueId: number): Promise<Offer[]> {
	const rules = await rulesOf(db, id);
	const issues = await unruledIssues(db, id);
	const own = issues.find(({ issue }) => issue.id === issueId);
	const others = issues.filter(({ issue }) => issue.id !== issueId);

	const concerned = concernedBy(others, plain(rules));
	const offers: Offer[] = [];
	const met = new Set<string>();
	for (const rule of own ? offersOf(own, plain(rules)) : []) {
		if (offers.length === mostOffers) break;
		const shifts = shiftsBetween(concerned(rule), plain(rules), withRule(rules, rule));
		// by more words, or by a whole site, the same is no other offer
		const same = JSON.stringify([Object.keys(rule.where), 'role' in rule && rule.role, shifts]);
		if (shifts.length > 0 && !met.has(same))
			offers.push({
				rule,
				effect: effectOf(others, shifts),
				replaces: plain(replacedBy(rules, rule))
			});
		met.add(same);
		// others get their turn
		await new Promise((turn) => setImmediate(turn));
	}
	return offers;
}

/** The rules that hold, latest first, each with what would be otherwise without it. */
export async function rulesInForce(db: Db, { id }: Publication): Promise<RuleInForce[]> {
	const rules = await rulesOf(db, id);
	const issues = rules.length ? await unruledIssues(db, id) : [];
	const inForce: RuleInForce[] = [];
	for (const known of rules.toReversed()) {
		const without = plain(rules.filter((rule) => rule !== known));
		const shifts = shiftsBetween(issues, without, plain(rules));
		inForce.push({ ...known, effect: effectOf(issues, shifts) });
		await new Promise((turn) => setImmediate(turn));
	}
	return inForce;
}

function effectOf(issues: readonly Unruled[], shifts: readonly ItemShift[]): RuleEffect {
	const names = new Map(issues.map(({ issue }) => [issue.id, issueLabel(issue)]));
	return {
		issues: new Set(shifts.map(({ issueId }) => issueId)).size,
		items: shifts.length,
		shifts: shifts
			.toReversed()
			.slice(0, MOST_SHOWN)
			.map((shift) => ({ ...shift, issue: names.get(shift.issueId) ?? '' }))
	};
}

/**
 * Makes a rule for every issue, past and to come. The worker derives those it changes.
 *
 * @param issueId where it was thought of: an undo there takes it back; null for nowhere
 * @param shown the rules that it was said to take the place of; null where that is not said
 * @returns how many issues it changes
 * @throws {Trouble} noSuchIssue; ruleMovedOn where it would take the place of others
 */
export async function makeRule(
	db: Db,
	publication: Publication,
	issueId: number | null,
	rule: TemplateRule,
	actor: Actor,
	shown: unknown = null
): Promise<number> {
	return db.transaction(async (tx) => {
		const replaced = plain(replacedBy(await rulesOf(tx, publication.id), rule));
		// the same that another has made meanwhile is no harm
		if (shown !== null && !isAsShown(replaced, shown) && !isDeepStrictEqual(replaced, [rule]))
			throw new Trouble('ruleMovedOn');
		if (issueId !== null) {
			await ownIssue(tx, publication, issueId);
			await addCorrection(tx, issueId, { kind: 'rule', rule, replaced }, actor);
		}
		return exchangeRules(tx, publication, replaced, [rule], actor);
	});
}

/** Takes a rule back. @returns it, and how many issues that changes; null where there is none */
export async function removeRule(db: Db, publication: Publication, ruleId: number, actor: Actor) {
	return db.transaction(async (tx) => {
		const known = (await rulesOf(tx, publication.id)).find(({ id }) => id === ruleId);
		if (!known) return null;
		const issues = await exchangeRules(tx, publication, [known.rule], [], actor);
		return { rule: known.rule, issues };
	});
}

/**
 * Puts rules in the place of others; those that are not there are passed over.
 *
 * @returns issues that change
 * @throws {Trouble} ruleMovedOn where others hold of the same matter by now: only one of them can
 */
export async function exchangeRules(
	tx: Tx,
	publication: Publication,
	out: readonly TemplateRule[],
	into: readonly TemplateRule[],
	actor: Actor
): Promise<number> {
	const { id } = publication;
	const keyOf = (rule: TemplateRule) => JSON.stringify(rule);
	const before = await rulesOf(tx, id);
	const gone = new Set([...out, ...into].map(keyOf));
	const dropped = before.filter(({ rule }) => gone.has(keyOf(rule)));
	const left = before.filter((known) => !dropped.includes(known));
	if (into.some((rule) => replacedBy(left, rule).length > 0)) throw new Trouble('ruleMovedOn');

	await dropTemplateRules(
		tx,
		dropped.map((rule) => rule.id)
	);
	for (const rule of into) await addTemplateRule(tx, id, rule, actor.now);
	await recordAudit(tx, id, actor, 'rules.exchange', { out, into });

	const shifts = shiftsBetween(
		await unruledIssues(tx, id),
		plain(before),
		plain(await rulesOf(tx, id))
	);
	const touched = [...new Set(shifts.map(({ issueId }) => issueId))];
	await enqueueDerivation(tx, id, touched);
	await giveSectionNames(tx, id);
	await touchPublication(tx, id);
	return touched.length;
}
