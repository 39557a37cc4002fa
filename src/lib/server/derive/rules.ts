import { usualRules, type RuleSet } from '#lib/measure/verdicts/rules.ts';
import {
	carriedOver,
	ruleViews,
	withOwn,
	withParameters
} from '#lib/measure/verdicts/rule-parameters.ts';
import { Trouble } from '#lib/trouble.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { findRuleSet, recordRuleSet, ruleSetsOf } from '../store/events/rule-sets.ts';
import { benchOf, judge } from './judge.ts';
import { turn } from './turn.ts';

/**
 * The rules that hold for a publication: the newest set recorded. Where the program has a newer
 * version of them, that one is recorded first, with what the publication had changed.
 */
export async function currentRules(
	db: Db | Tx,
	publicationId: number,
	now: number
): Promise<{ id: number; rules: RuleSet }> {
	const [newest] = await ruleSetsOf(db, publicationId);
	if (newest?.version === usualRules.version)
		return { id: newest.id, rules: newest.rules as RuleSet };

	const rules = newest ? carriedOver(newest.rules as RuleSet, usualRules) : usualRules;
	const { id } = await recordRuleSet(db, publicationId, rules, now);
	return { id, rules };
}

/** Lets a newer version of the rules hold wherever an older one does: history is judged by it then. */
export async function renewRules(db: Db, publicationId: number, now: number) {
	if ((await ruleSetsOf(db, publicationId)).length > 0) await currentRules(db, publicationId, now);
}

/**
 * The rules as a form has them: each switch that is on by its rule's name, each number by its path.
 *
 * @throws {Trouble} badRules
 */
export function rulesOfForm(form: Iterable<[string, unknown]>): RuleSet {
	const fields = new Map(form);
	const on = new Set(ruleViews(usualRules).flatMap(({ rule }) => (fields.has(rule) ? rule : [])));
	const values = new Map(
		ruleViews(usualRules)
			.flatMap(({ parameters }) => parameters)
			.filter(({ path }) => fields.has(path))
			.map(({ path }) => [path, numberOf(fields.get(path))] as const)
	);

	const rules = withParameters(usualRules, on, values);
	if (rules) return rules;
	const isWrong = (path: string) =>
		!withParameters(usualRules, on, new Map([[path, values.get(path)!]]));
	const field = [...values.keys()].find(isWrong);
	throw new Trouble('badRules', field === undefined ? {} : { field });
}

/** Each switch by its rule's name, each number by its path, as a form has them. */
export function fieldsOfRules(rules: RuleSet): Record<string, boolean | number> {
	return Object.fromEntries(
		ruleViews(rules).flatMap(({ rule, on, parameters }) => [
			[rule, on] as const,
			...parameters.map(({ path, value }) => [path, value] as const)
		])
	);
}

function numberOf(typed: unknown): number {
	const text = String(typed).trim().replace(',', '.');
	return text === '' ? NaN : Number(text);
}

/** An issue's clicks by one set of rules. */
type Sum = { clicks: number; clickers: number };

/** What other rules would make of an issue. */
export type IssuePreview = { issueId: number; all: number; before: Sum; after: Sum };

/**
 * What other rules would make of all history, issue by issue, beside what holds now. Judges in
 * memory and writes nothing; sends whose issue is not known are left out.
 */
export async function previewRules(
	db: Db,
	publication: Publication,
	rules: RuleSet
): Promise<IssuePreview[]> {
	const bench = await benchOf(db, publication.id, rules);
	const all = new Set(bench.sends.map(({ id }) => id));
	const tallies = new Map<number, { all: number; before: Tally; after: Tally }>();

	for await (const { send, clicks, verdicts } of judge(db, bench, all)) {
		// a real turn of the event loop: other pages are asked for meanwhile
		await turn();
		if (send.issueId === null) continue;

		const tally = tallies.get(send.issueId) ?? { all: 0, before: new Tally(), after: new Tally() };
		tallies.set(send.issueId, tally);
		tally.all += clicks.at.length;
		tally.before.add(clicks.reader, clicks.verdict);
		tally.after.add(clicks.reader, verdicts.clicks);
	}
	return [...tallies].map(([issueId, { all, before, after }]) => ({
		issueId,
		all,
		before: before.sum,
		after: after.sum
	}));
}

/** Human clicks, and the readers who made them. */
class Tally {
	clicks = 0;
	readers = new Set<number>();

	add(reader: Int32Array, verdict: Uint8Array) {
		for (let i = 0; i < reader.length; i++) {
			if (verdict[i] !== 0) continue;
			this.clicks++;
			if (reader[i]! > 0) this.readers.add(reader[i]!);
		}
	}

	get sum(): Sum {
		return { clicks: this.clicks, clickers: this.readers.size };
	}
}

/**
 * Lets other rules hold from now on. The worker judges all history by them; until it has, figures
 * stay as they are. The rules that held before stay recorded, and so does who changed them.
 *
 * @param shown the set that held when these were tried; null where nobody says
 * @throws {Trouble} rulesMovedOn, where another holds by now: what was tried is not what would change
 */
export async function adoptRules(
	db: Db,
	{ id }: Publication,
	rules: RuleSet,
	actor: Actor,
	shown: number | null = null
) {
	const own = withOwn(rules, usualRules);
	await db.transaction(async (tx) => {
		const [before] = await ruleSetsOf(tx, id);
		if (shown !== null && before && before.id !== shown) throw new Trouble('rulesMovedOn');
		const { id: after } = await recordRuleSet(tx, id, own, actor.now);
		await recordAudit(tx, id, actor, 'rules.apply', {
			before: before?.id ?? null,
			after,
			own: own.own
		});
	});
}

/**
 * The rules of an earlier set, to go back to.
 *
 * @throws {Trouble} badRules, where there is no such set of this version
 */
export async function earlierRules(db: Db, publication: Publication, id: number) {
	const ruleSet = await findRuleSet(db, publication.id, id);
	if (ruleSet?.version !== usualRules.version) throw new Trouble('badRules', {});
	return ruleSet.rules as RuleSet;
}
