import type { IssueDocument } from '#lib/issue/document.ts';
import type { Issue } from '../store/issues.ts';
import {
	itemsOfIssue,
	linksOfIssue,
	replaceItems,
	sectionOf,
	type ItemDraft,
	type LinkDraft
} from '../store/items.ts';
import { correctionsOf } from '../store/corrections.ts';
import type { Tx } from '../store/open.ts';
import { placementsOf, rolesOfPages } from '../store/page-words.ts';
import { templateRulesOf } from '../store/template-rules.ts';
import { clickedUrls, pageIds } from '../store/urls.ts';
import { applyCorrections, type Step } from './apply-corrections.ts';
import { applyRules } from './apply-rules.ts';
import { provisional, readingOf } from './base-reading.ts';
import { parkTopics, unparkTopics } from './park-topics.ts';
import type { Reading } from './reading.ts';
import { sectionKey } from './section-key.ts';
import type { TemplateRule } from './template-rule.ts';

/**
 * Puts an issue's items in place: as its document reads or, while there is none, one provisional
 * item for each page that readers clicked. Old items are recognised by their pages and title and
 * keep their ids, so that what people said of them stays.
 */
export async function deriveItems(
	db: Tx,
	publicationId: number,
	issue: Issue,
	outline: IssueDocument | null,
	sendIds: readonly number[]
) {
	const said = await wordsOfPages(db, publicationId, issue.id);
	const read = outline ? readingOf(outline) : await provisional(db, sendIds, said.roles);
	const rules = (await templateRulesOf(db, publicationId)).map(({ rule }) => rule as TemplateRule);
	const corrections = (await correctionsOf(db, issue.id)).filter(({ undone }) => !undone);
	const { items, links } = applyCorrections(
		applyRules(read, rules),
		corrections.map(({ change }) => change as Step)
	);
	const placed = said.placements.map(({ page, item, title }) => {
		const story = { section: null, slot: null, role: 'editorial', format: null, text: '' } as const;
		const index = item === null ? items.push({ ...story, title }) - 1 : null;
		return { key: page, item, index };
	});
	const pages = await pageIds(db, [...new Set([...links, ...placed].map(({ key }) => key))]);
	const pageOf = (key: string) => said.same.get(pages.get(key)!) ?? pages.get(key)!;
	const drafts: LinkDraft[] = links.map(({ key, ...link }) => {
		const pageId = pageOf(key);
		return { ...link, pageId, role: said.roles.get(pageId) ?? link.role };
	});
	const added = (key: string, item: number | null, role: LinkDraft['role']): LinkDraft => ({
		item,
		pageId: pageOf(key),
		url: key,
		text: '',
		role
	});
	for (const { key, index } of placed)
		if (index !== null) drafts.push(added(key, index, 'editorial'));

	const ids = await keptIds(db, issue.id, items, drafts);
	for (const { key, item } of placed) {
		const index = item === null ? -1 : ids.indexOf(item);
		if (index !== -1) drafts.push(added(key, index, items[index]!.role));
	}
	await addKnownPages(db, sendIds, said.roles, drafts);

	const rows: ItemDraft[] = [];
	for (const [i, { section, ...item }] of items.entries()) {
		const key = section === null ? '' : sectionKey(section);
		const sectionId = key ? await sectionOf(db, publicationId, key, section!) : null;
		rows.push({ ...item, id: ids[i]!, sectionId });
	}
	await parkTopics(db, issue.id, ids);
	const now = await replaceItems(db, issue.id, rows, drafts);
	const fresh = items.flatMap((item, i) => {
		const own = links.filter((link) => link.item === i);
		return ids[i] === null ? [{ ...item, links: own, id: now[i]! }] : [];
	});
	await unparkTopics(db, issue.id, fresh);
}

/** What editors said of pages: what they are in every issue, and where they stand in this one. */
async function wordsOfPages(db: Tx, publicationId: number, issueId: number) {
	const roles = new Map<number, 'house' | 'footer'>();
	const same = new Map<number, number>();
	for (const { pageId, role, samePageId } of await rolesOfPages(db, publicationId)) {
		if (role === 'house' || role === 'footer') roles.set(pageId, role);
		if (role === 'same' && samePageId !== null) same.set(pageId, samePageId);
	}
	return { roles, same, placements: await placementsOf(db, [issueId]) };
}

/** Clicked pages that no document names have their place where an editor said what they are. */
async function addKnownPages(
	db: Tx,
	sendIds: readonly number[],
	roles: ReadonlyMap<number, 'house' | 'footer'>,
	drafts: LinkDraft[]
) {
	if (roles.size === 0) return;
	const there = new Set(drafts.map(({ pageId }) => pageId));
	for (const { pageId, key } of await clickedUrls(db, sendIds)) {
		const role = pageId === null ? undefined : roles.get(pageId);
		if (pageId === null || role === undefined || there.has(pageId)) continue;
		there.add(pageId);
		drafts.push({ item: null, pageId, url: key, text: '', role });
	}
}

/** For each item of a reading the id of the old item it is: most shared pages first, then the same title. */
async function keptIds(
	db: Tx,
	issueId: number,
	items: Reading['items'],
	links: readonly LinkDraft[]
): Promise<(number | null)[]> {
	const old = await itemsOfIssue(db, issueId);
	const oldPages = new Map<number, Set<number>>();
	for (const { itemId, pageId } of await linksOfIssue(db, issueId)) {
		if (itemId === null) continue;
		oldPages.set(itemId, (oldPages.get(itemId) ?? new Set()).add(pageId));
	}

	const likeness = items.flatMap((item, i) =>
		old.map(({ id, title }) => {
			const pages = oldPages.get(id) ?? new Set();
			const shared = links.filter((link) => link.item === i && pages.has(link.pageId)).length;
			return { i, id, score: shared * 2 + (title === item.title ? 1 : 0) };
		})
	);
	likeness.sort((a, b) => b.score - a.score || a.i - b.i || a.id - b.id);

	const ids: (number | null)[] = items.map(() => null);
	const taken = new Set<number>();
	for (const { i, id, score } of likeness) {
		if (score === 0 || ids[i] !== null || taken.has(id)) continue;
		ids[i] = id;
		taken.add(id);
	}
	return ids;
}
