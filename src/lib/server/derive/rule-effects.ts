import { correctionsOfPublication } from '../store/content/corrections.ts';
import { documentsOf } from '../store/content/documents.ts';
import { grouped } from '../store/sql/grouped.ts';
import { issuesOf, type Issue } from '../store/content/issues.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import { rolesOfPages } from '../store/content/page-words.ts';
import { sendsOf } from '../store/events/sends.ts';
import { clickedUrls } from '../store/events/urls.ts';
import { applyCorrections, matchingItem, type CorrectionStep } from './apply-corrections.ts';
import { applyTemplateRules, isRuleAbout } from './apply-rules.ts';
import { provisional, readingOf } from './base-reading.ts';
import { piecesOf, type ReadItem, type EditableReading, type Whole } from './reading.ts';
import { sectionKey } from './section-key.ts';
import type { TemplateRule } from './template-rule.ts';

/** An issue as it reads by itself, and what was done to it. */
export type Unruled = { issue: Issue; reading: EditableReading; steps: CorrectionStep[] };

type Side = Pick<ReadItem, 'title' | 'section' | 'role'> & {
	/** how many links it has */
	links: number;
};

/** An item that other rules would change; `now` is null where it would be none. */
export type ItemShift = { issueId: number; was: Side; now: Side | null };

/** Every issue of a publication before any rule, those sent first first. */
export async function unruledIssues(db: Db | Tx, publicationId: number): Promise<Unruled[]> {
	const documents = new Map((await documentsOf(db, publicationId)).map((one) => [one.id, one]));
	const sends = await sendsOf(db, publicationId);
	const words = (await rolesOfPages(db, publicationId)).filter(
		({ role }) => role === 'house' || role === 'footer'
	);
	const roles = new Map(words.map(({ pageId, role }) => [pageId, role]));
	const steps = await correctionsOfPublication(db, publicationId);

	const issues = await issuesOf(db, publicationId);
	const read = new Set(
		issues.filter(({ documentId }) => documents.has(documentId ?? 0)).map(({ id }) => id)
	);
	const unread = sends.filter(({ issueId }) => issueId !== null && !read.has(issueId));
	const clicked = grouped(
		await clickedUrls(
			db,
			unread.map(({ id }) => id)
		),
		({ issueId }) => issueId
	);

	return issues.map((issue) => {
		const document = documents.get(issue.documentId ?? 0);
		return {
			issue,
			reading: document
				? readingOf(document.outline, document.headings)
				: provisional(clicked.get(issue.id) ?? [], roles),
			steps: steps
				.filter(({ issueId, undone }) => issueId === issue.id && !undone)
				.map(({ change }) => change as CorrectionStep)
		};
	});
}

/**
 * Finds the issues with an item that a rule could be about: looked at for each of several rules, most
 * issues need not be read again.
 */
export function concernedBy(issues: readonly Unruled[], rules: readonly TemplateRule[]) {
	const known = issues.map((issue) => ({
		issue,
		// as they are by themselves, and as they are when what is in force was done
		items: [issue.reading, applyTemplateRules(issue.reading, rules)].flatMap(
			(reading) => piecesOf(reading).items
		)
	}));
	return ({ where }: TemplateRule): Unruled[] =>
		known
			.filter(({ items }) => items.some((item) => isRuleAbout(where, item)))
			.map(({ issue }) => issue);
}

/** What would change in these issues if other rules held. */
export function shiftsBetween(
	issues: readonly Unruled[],
	before: readonly TemplateRule[],
	after: readonly TemplateRule[]
): ItemShift[] {
	return issues.flatMap(({ issue, reading, steps }) => {
		const ruled = [
			applyTemplateRules(reading, before),
			applyTemplateRules(reading, after)
		] as const;
		if (differing(...ruled).length === 0) return [];
		const [was, now] = ruled.map((one) => applyCorrections(one, steps)) as [
			EditableReading,
			EditableReading
		];
		const items = piecesOf(now).items;
		return differing(was, now).map((item) => {
			const at = { title: item.title, page: item.links[0]?.key ?? null, position: item.position };
			const then = matchingItem(items, at);
			return { issueId: issue.id, was: sideOf(item), now: then ? sideOf(then) : null };
		});
	});
}

function sideOf({ title, section, role, links }: Whole): Side {
	return { title, section, role, links: links.length };
}

/** Items of a reading that another does not have in the same way. */
function differing(a: EditableReading, b: EditableReading): Whole[] {
	const known = new Map<string, number>();
	for (const item of piecesOf(b).items) {
		const words = wordsOf(item);
		known.set(words, (known.get(words) ?? 0) + 1);
	}
	return piecesOf(a).items.filter((item) => {
		const words = wordsOf(item);
		const left = known.get(words) ?? 0;
		known.set(words, left - 1);
		return left <= 0;
	});
}

/** A heading that is only typed otherwise is the same. */
function wordsOf({ title, section, role, links }: Whole): string {
	const heading = section === null ? null : sectionKey(section);
	return JSON.stringify([title, heading, role, links.map((link) => [link.key, link.role])]);
}
