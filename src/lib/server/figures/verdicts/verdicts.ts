// Long, because everything that the page of verdicts says is made here, beside what it says it in.
import { issueLabel } from '#lib/issue-label.ts';
import type { LoneChecks } from '#lib/measure/verdicts/lone-checks.ts';
import { ruleViews, type RuleView } from '#lib/measure/verdicts/rule-parameters.ts';
import { unpack, type Reason, type RuleSet } from '#lib/measure/verdicts/rules.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { publicationsToJudge, ruleSetsOf } from '../../store/events/rule-sets.ts';
import {
	unassessedOf,
	verdictCounts,
	verdictExamples,
	type VerdictCount,
	type VerdictExample
} from '../../store/events/verdicts.ts';
import { archiveOf, derived, issuesIn } from '../archive.ts';
import { otherIssues, type Compared } from '../comparison.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { newest } from '../content/items.ts';
import { loneFigures } from '../content/lone.ts';
import { ledger, type Ledger, type VerdictName } from './counted-verdicts.ts';
import { verdictKeys, type VerdictKeys } from './verdict-keys.ts';
import { machineStep, type MachineStep } from '../machine-step.ts';

type EventKind = 'open' | 'click';

export type IssueVerdicts = {
	issueId: number;
	issue: string;
	sentAt: number | null;
	/** clicks: all of them, and those of each verdict */
	clicks: Record<VerdictName, number> & { all: number };
	opens: Record<VerdictName, number> & { all: number };
	/** estimate of how many unfiltered clicks are lone checks by machines; null if unknown */
	lone: LoneChecks | null;
};

/** A rule that could not be applied, why, and to how many sends. */
export type Unassessed = { rule: string; why: string; sends: number; issues: string[] };

/** An event that a rule found, shown without its reader. */
export type Example = VerdictExample & {
	event: EventKind;
	reason: Reason;
	issue: string;
	/** seconds from the send to the first event; null if the time of the send is unknown */
	afterSend: number | null;
};

export type VerdictFigures = {
	rules: {
		version: number;
		/** the current set, and since when; null before anything was judged */
		id: number | null;
		since: number | null;
		views: RuleView[];
		/** history is still being judged by it */
		pending: boolean;
		/** earlier sets, newest first */
		earlier: { id: number; since: number }[];
	};
	opens: Ledger;
	clicks: Ledger;
	/**
	 * of the period: estimate of how many unfiltered clicks are lone checks, which look like a person's click
	 */
	lone: LoneChecks | null;
	/** the clearest lasting step in the share of machines' clicks, where it is in the period */
	step: MachineStep | null;
	/** there are issues, and none of them in the period */
	noData: boolean;
	/** newest first */
	issues: IssueVerdicts[];
	unassessed: Unassessed[];
	/** issues of which only counts are known, so that nothing in them can be judged */
	countsOnly: string[];
	examples: Example[];
	keyFigures: VerdictKeys;
	/** what the key figures are compared with */
	compared: Compared;
	dataUpTo: number | null;
};

/** The verdicts on every event of the period: totals, per issue, and what could not be judged. */
export async function verdictFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<VerdictFigures> {
	const archive = await archiveOf(db, publication);
	const issues = issuesIn(archive, filters, publication.zone);
	const label = new Map(issues.map((issue) => [issue.id, issueLabel(issue)]));
	// a send without a known issue belongs to no period, but to all time
	const whole = issues.length === archive.issues.length;
	const isAsked = ({ issueId }: { issueId: number | null }) =>
		issueId === null ? whole : label.has(issueId);

	const every = await verdictCounts(db, publication.id);
	const counts = every.filter(isAsked);
	const other = otherIssues(archive, issues, filters, publication.zone);
	const others = new Set<number | null>(other.issues.map(({ id }) => id));
	const before = every.filter(({ issueId }) => others.has(issueId));
	const sentAt = new Map(issues.map((issue) => [issue.id, issue.sentAt]));
	const step = await machineStep(db, publication);
	const lone = loneFigures(archive, label);

	return {
		rules: await rulesFigure(db, publication),
		lone: lone.total,
		step: label.has(step?.issueId ?? NaN) ? step : null,
		noData: issues.length === 0 && archive.issues.length > 0,
		opens: ledger(counts.filter(({ event }) => event === 'open')),
		clicks: ledger(counts.filter(({ event }) => event === 'click')),
		issues: [...label].reverse().flatMap(([issueId, issue]): IssueVerdicts[] => {
			const own = counts.filter((count) => count.issueId === issueId);
			const of = (event: EventKind) => {
				const { reasons: _, ...sums } = ledger(own.filter((count) => count.event === event));
				return sums;
			};
			const row = {
				issueId,
				issue,
				sentAt: sentAt.get(issueId) ?? null,
				lone: lone.of(issueId)
			};
			return own.length ? [{ ...row, clicks: of('click'), opens: of('open') }] : [];
		}),
		unassessed: unassessedRows(await unassessedOf(db, publication.id), counts, label),
		countsOnly: issues
			.filter(({ rollup }) => rollup && !['events', 'none'].includes(rollup.layer))
			.map(({ id }) => label.get(id)!),
		examples: await derived(db, publication, `examples ${[...label.keys()].join()}`, () =>
			examplesOf(db, counts, label, sentAt)
		),
		keyFigures: verdictKeys(
			{ issues, counts },
			{ issues: other.issues, counts: before },
			other.compared,
			newest(archive.issues)
		),
		compared: other.compared,
		dataUpTo: newest(issues)
	};
}

/** The version of the current rules; 0 before anything was judged. */
export async function rulesVersion(db: Db, { id }: Publication): Promise<number> {
	return (await ruleSetsOf(db, id))[0]?.version ?? 0;
}

async function rulesFigure(db: Db, publication: Publication): Promise<VerdictFigures['rules']> {
	const sets = await ruleSetsOf(db, publication.id);
	const [now, ...before] = sets;
	return {
		version: now?.version ?? 0,
		id: now?.id ?? null,
		since: now?.createdAt ?? null,
		views: now ? ruleViews(now.rules as RuleSet) : [],
		pending: (await publicationsToJudge(db)).includes(publication.id),
		earlier: before
			.filter(({ version }) => version === now!.version)
			.map(({ id, createdAt }) => ({ id, since: createdAt }))
	};
}

function unassessedRows(
	rows: Awaited<ReturnType<typeof unassessedOf>>,
	counts: readonly VerdictCount[],
	label: ReadonlyMap<number, string>
): Unassessed[] {
	// a send known only from a campaign report has no events to judge
	const judged = new Set(counts.flatMap(({ n, sendId }) => (n > 0 ? sendId : [])));
	const byReason = new Map<string, Unassessed>();
	for (const { rule, why, issueId, sendId } of rows) {
		if (!judged.has(sendId)) continue;
		const key = `${rule} ${why}`;
		const row = byReason.get(key) ?? { rule, why, sends: 0, issues: [] };
		byReason.set(key, row);
		row.sends++;
		const issue = issueId === null ? undefined : label.get(issueId);
		if (issue && !row.issues.includes(issue)) row.issues.push(issue);
	}
	return [...byReason.values()].sort((a, b) => b.sends - a.sends || (a.rule < b.rule ? -1 : 1));
}

/** From this many sends, the most striking events of each rule. */
const SENDS = 2;
const EACH = 2;

async function examplesOf(
	db: Db,
	counts: readonly VerdictCount[],
	label: ReadonlyMap<number, string>,
	sentAt: ReadonlyMap<number, number | null>
): Promise<Example[]> {
	const codes = new Map<string, VerdictCount[]>();
	for (const count of counts) {
		if (count.verdict === 0 || count.n === 0 || count.issueId === null) continue;
		const key = `${count.event} ${count.verdict}`;
		codes.set(key, [...(codes.get(key) ?? []), count]);
	}

	const examples: Example[] = [];
	for (const counted of codes.values()) {
		const most = counted.sort((a, b) => b.n - a.n || a.sendId - b.sendId).slice(0, SENDS);
		for (const { sendId, issueId, event, verdict } of most) {
			const sent = sentAt.get(issueId!) ?? null;
			for (const example of await verdictExamples(db, sendId, event, verdict, EACH))
				examples.push({
					...example,
					event,
					reason: unpack(verdict).reason,
					issue: label.get(issueId!)!,
					afterSend: sent === null ? null : example.at - Math.floor(sent / 1000)
				});
		}
	}
	return examples;
}

type Sum = { clicks: number; clickers: number };

/** What other rules would change in each issue, newest first. */
export type RulePreview = {
	/** the rules of the preview, for the form */
	views: RuleView[];
	/** the set that held when they were tried; null before there is any */
	id: number | null;
	issues: { issueId: number; issue: string; all: number; before: Sum; after: Sum }[];
};

/** Names the issues of a preview, and leaves out those in which nothing would change. */
export async function previewFigure(
	db: Db,
	publication: Publication,
	rules: RuleSet,
	changes: readonly { issueId: number; all: number; before: Sum; after: Sum }[]
): Promise<RulePreview> {
	const { issues } = await archiveOf(db, publication);
	const byIssue = new Map(changes.map((one) => [one.issueId, one]));
	const [now] = await ruleSetsOf(db, publication.id);
	return {
		views: ruleViews(rules),
		id: now?.id ?? null,
		issues: [...issues].reverse().flatMap(({ id, number, title }) => {
			const one = byIssue.get(id);
			const same =
				!one ||
				(one.before.clicks === one.after.clicks && one.before.clickers === one.after.clickers);
			return same ? [] : [{ ...one, issue: issueLabel({ number, title }) }];
		})
	};
}
