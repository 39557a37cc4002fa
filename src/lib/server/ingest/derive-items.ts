import type { IssueDocument } from '#lib/issue/document.ts';
import { canonical } from '#lib/url/canonical.ts';
import { pageTitle } from '#lib/url/page-title.ts';
import type { Issue } from '../store/issues.ts';
import {
	itemsOfIssue,
	linksOfIssue,
	replaceItems,
	sectionOf,
	type ItemDraft,
	type LinkDraft
} from '../store/items.ts';
import type { Tx } from '../store/open.ts';
import { clickedUrls, pageIds } from '../store/urls.ts';
import { sectionKey } from './section-key.ts';

/** A link before its page has an id. */
type Link = Omit<LinkDraft, 'pageId'> & { key: string };

type Reading = {
	items: (Omit<ItemDraft, 'id' | 'sectionId'> & { section: string | null })[];
	links: Link[];
};

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
	const { items, links } = outline ? readingOf(outline) : await provisional(db, sendIds);
	const pages = await pageIds(db, [...new Set(links.map(({ key }) => key))]);
	const drafts = links.map(({ key, ...link }) => ({ ...link, pageId: pages.get(key)! }));
	const ids = await keptIds(db, issue.id, items, drafts);

	const rows: ItemDraft[] = [];
	for (const [i, { section, ...item }] of items.entries()) {
		const key = section === null ? '' : sectionKey(section);
		const sectionId = key ? await sectionOf(db, publicationId, key, section!) : null;
		rows.push({ ...item, id: ids[i]!, sectionId });
	}
	await replaceItems(db, issue.id, rows, drafts);
}

function readingOf(outline: IssueDocument): Reading {
	const items: Reading['items'] = [];
	const links: Link[] = [];

	for (const section of outline.sections) {
		for (const { title, role, format, text, links: own } of section.items) {
			const item =
				items.push({ section: section.title, slot: items.length + 1, role, format, title, text }) -
				1;
			for (const link of own) {
				const key = canonical(link.target);
				if (key) links.push({ item, key, url: link.url, text: link.text, role: link.role ?? role });
			}
		}
	}
	for (const { url, target, text, role } of outline.otherLinks) {
		const key = canonical(target);
		if (key) links.push({ item: null, key, url, text, role });
	}
	return { items, links };
}

async function provisional(db: Tx, sendIds: readonly number[]): Promise<Reading> {
	const items: Reading['items'] = [];
	const links: Link[] = [];
	const met = new Set<number>();

	for (const { pageId, key, text } of await clickedUrls(db, sendIds)) {
		if (pageId === null || met.has(pageId)) continue;
		met.add(pageId);
		const title = pageTitle(key);
		const item =
			items.push({ section: null, slot: null, role: 'editorial', format: null, title, text: '' }) -
			1;
		links.push({ item, key, url: text, text: '', role: 'editorial' });
	}
	return { items, links };
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
