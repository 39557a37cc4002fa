import { nameKey } from '#lib/name-key.ts';
import type { Db } from '../store/sql/open.ts';
import {
	archiveIssues,
	archiveItems,
	pagesOfItems,
	type ArchiveIssue,
	type ArchiveItem,
	type PageCount
} from '../store/rollups/archive.ts';
import { grouped } from '../store/sql/grouped.ts';
import { itemAuthors } from '../store/content/items.ts';
import { topicsOf, topicsOfItems, type StoredTopic } from '../store/content/topics.ts';

/** Who wrote items: a name as it is compared, and as it is written. */
type Author = { key: string; name: string };

/** The facts about a publication's issues and items: small enough to hold in memory. */
export type ArchiveFacts = {
	issues: ArchiveIssue[];
	items: ArchiveItem[];
	topics: StoredTopic[];
	/** topic ids of each item, the surest first */
	topicsOfItem: Map<number, number[]>;
	/** authors of items, those of the most items first */
	authors: Author[];
	/** by item with a known author: indexes of its authors in `authors` */
	/**
	 * by topic, the share of its items that a person or a spreadsheet assigned to it; topics without items are
	 * left out
	 */
	confirmedOfTopic: Map<number, number>;
	authorsOfItem: Map<number, number[]>;
	/** page ids of each item's editorial and sponsor links */
	pagesOfItem: Map<number, number[]>;
};

/** What fits are made from: the archive, and totals of links outside items, which no page shows. */
export type FitFacts = ArchiveFacts & {
	/** by issue, for issues of which only totals of links are known */
	countsOfIssue: Map<number, PageCount[]>;
};

/** Reads a whole archive, in order of sending and reading. */
export async function readArchive(db: Db, publicationId: number): Promise<ArchiveFacts> {
	const [issues, items, topics, links, pages] = [
		await archiveIssues(db, publicationId),
		await archiveItems(db, publicationId),
		await topicsOf(db, publicationId),
		await topicsOfItems(db, publicationId),
		await pagesOfItems(db, publicationId)
	];
	const topicsOfItem = new Map<number, number[]>();
	for (const { itemId, topicId } of links)
		topicsOfItem.set(itemId, [...(topicsOfItem.get(itemId) ?? []), topicId]);
	const pagesOfItem = new Map<number, number[]>();
	for (const { itemId, pageId } of pages)
		pagesOfItem.set(itemId, [...(pagesOfItem.get(itemId) ?? []), pageId]);
	const confirmedOfTopic = confirmedShares(links);
	return { issues, items, topics, topicsOfItem, confirmedOfTopic, pagesOfItem, ...whoWrote(items) };
}

function confirmedShares(
	links: readonly { topicId: number; source: string }[]
): Map<number, number> {
	return new Map(
		[...grouped(links, ({ topicId }) => topicId)].map(([id, own]) => [
			id,
			own.filter(({ source }) => source !== 'suggested').length / own.length
		])
	);
}

/** Merges names that differ only in case and accents into one author, spelled as in most items. */
function whoWrote(items: readonly ArchiveItem[]): Pick<ArchiveFacts, 'authors' | 'authorsOfItem'> {
	const spellings = new Map<string, Map<string, number>>();
	const keysOfItem = new Map<number, string[]>();
	for (const item of items) {
		const names = item.role === 'editorial' ? itemAuthors(item) : [];
		for (const name of names) {
			const counts = spellings.get(nameKey(name)) ?? new Map<string, number>();
			spellings.set(nameKey(name), counts.set(name, (counts.get(name) ?? 0) + 1));
		}
		if (names.length) keysOfItem.set(item.id, [...new Set(names.map(nameKey))]);
	}
	const authors = [...spellings]
		.map(([key, counts]) => {
			const [first] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
			return { key, name: first![0], items: [...counts.values()].reduce((n, m) => n + m, 0) };
		})
		.sort((a, b) => b.items - a.items || (a.key < b.key ? -1 : 1));

	const place = new Map(authors.map(({ key }, i) => [key, i]));
	return {
		authors: authors.map(({ key, name }) => ({ key, name })),
		authorsOfItem: new Map(
			[...keysOfItem].map(([id, keys]) => [id, keys.map((k) => place.get(k)!)])
		)
	};
}
