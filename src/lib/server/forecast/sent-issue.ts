import type { Archive } from '../figures/archive.ts';
import { sectionKey } from '../derive/section-key.ts';
import type { ArchiveIssue, ArchiveItem } from '../store/rollups/archive.ts';
import { grouped } from '../store/sql/grouped.ts';
import type { Db } from '../store/sql/open.ts';
import { knownPages } from '../store/events/urls.ts';
import type { KeptItem } from './kept-body.ts';

/** What a draft is found again by. */
export type Sought = { number: number | null; items: readonly Pick<KeptItem, 'title' | 'draft'>[] };

/** An issue that a draft became, and for each of its items the one that it became; null for none. */
export type SentDraft = { issue: ArchiveIssue; items: (ArchiveItem | null)[] };

/** So much of a draft is in the issue that it became; with the same number less will do. */
const ENOUGH = 0.5;
const WITH_NUMBER = 0.2;

/**
 * The issue that a draft became: most of its items are in it, by the pages that they link to or by
 * their titles. Null where it was not sent, or nobody has brought its clicks.
 */
export async function issueOfDraft(
	db: Db,
	archive: Archive,
	{ number, items }: Sought
): Promise<SentDraft | null> {
	const ids = await knownPages(db, [...new Set(items.flatMap(({ draft }) => draft.pages))]);
	const pages = items.map(({ draft }) => new Set(draft.pages.flatMap((key) => ids.get(key) ?? [])));
	const titles = items.map(({ title }) => sectionKey(title));
	const byIssue = grouped(archive.items, ({ issueId }) => issueId);

	let best: { sent: SentDraft; score: number } | null = null;
	for (const issue of archive.issues) {
		if (!(issue.rollup?.clickers ?? issue.rollup?.clicks)) continue;
		const matched = pairs(byIssue.get(issue.id) ?? [], pages, titles, archive.pagesOfItem);
		const share = matched.filter((item) => item !== null).length / (items.length || 1);
		const same = number !== null && number === issue.number;
		if (share < (same ? WITH_NUMBER : ENOUGH)) continue;
		const score = share + (same ? 0.5 : 0);
		// of two alike the later: recurring items are in all of them
		if (!best || score >= best.score) best = { sent: { issue, items: matched }, score };
	}
	return best?.sent ?? null;
}

/** Pairs each item of a draft with one of an issue: by shared pages first, then by title. */
function pairs(
	items: readonly ArchiveItem[],
	pages: readonly ReadonlySet<number>[],
	titles: readonly string[],
	pagesOfItem: ReadonlyMap<number, readonly number[]>
): (ArchiveItem | null)[] {
	const likeness = items.flatMap((item) => {
		const own = pagesOfItem.get(item.id) ?? [];
		const key = sectionKey(item.title);
		return pages.flatMap((wanted, i) => {
			const shared = own.filter((page) => wanted.has(page)).length;
			const score = 2 * shared + (key !== '' && key === titles[i] ? 1 : 0);
			return score > 0 ? [{ item, i, score }] : [];
		});
	});
	likeness.sort((a, b) => b.score - a.score || a.i - b.i || a.item.id - b.item.id);
	const matched: (ArchiveItem | null)[] = titles.map(() => null);
	const taken = new Set<number>();
	for (const { item, i } of likeness) {
		if (matched[i] || taken.has(item.id)) continue;
		matched[i] = item;
		taken.add(item.id);
	}
	return matched;
}
