import { nameKey } from '#lib/name-key.ts';
import type { Db } from '../store/open.ts';
import {
	archiveIssues,
	archiveItems,
	pagesOfItems,
	type ArchiveIssue,
	type ArchiveItem
} from '../store/archive.ts';
import { authorsOf } from '../store/items.ts';
import type { Publication } from '../store/publications.ts';
import { topicsOf, topicsOfItems, type Topic } from '../store/topics.ts';
import type { Filters } from './filters.ts';
import { localDate } from '../local-date.ts';

/** Who wrote items: a name as it is compared, and as it is written. */
export type Author = { key: string; name: string };

/** All that pages rest on, of one publication: small enough to hold, read once a revision. */
export type Archive = {
	issues: ArchiveIssue[];
	items: ArchiveItem[];
	topics: Topic[];
	/** topic ids of each item, the surest first */
	topicsOfItem: Map<number, number[]>;
	/** who wrote items, those of most items first */
	authors: Author[];
	/** for each item of whom it is known, the places among them of those who wrote it */
	authorsOfItem: Map<number, number[]>;
	/** page ids of each item's editorial and sponsor links */
	pagesOfItem: Map<number, number[]>;
};

type Held = {
	revision: number;
	archive: Promise<Archive>;
	derived: Map<string, unknown>;
	/** what has a row for each item */
	long: Map<string, unknown>;
};

// one copy a publication, as long as the database is open
const held = new WeakMap<Db, Map<number, Held>>();

function heldOf(db: Db, { id, revision }: Publication): Held {
	const ofDb = held.get(db) ?? new Map<number, Held>();
	held.set(db, ofDb);
	let found = ofDb.get(id);
	if (found?.revision !== revision) {
		found = { revision, archive: readArchive(db, id), derived: new Map(), long: new Map() };
		ofDb.set(id, found);
	}
	return found;
}

/** The archive as of the publication's revision. */
export function archiveOf(db: Db, publication: Publication): Promise<Archive> {
	return heldOf(db, publication).archive;
}

const mostDerived = 200;
/** Of thousands of items each: a few periods that are looked at again and again. */
const mostLong = 6;

/** Something costly made from the archive: made once a revision and name, and forgotten with it. */
export function derived<Value>(
	db: Db,
	publication: Publication,
	name: string,
	make: () => Value
): Value {
	return once(heldOf(db, publication).derived, mostDerived, name, make);
}

/** The same for what has a row for each item, of which fewer are held. */
export function derivedLong<Value>(
	db: Db,
	publication: Publication,
	name: string,
	make: () => Value
): Value {
	return once(heldOf(db, publication).long, mostLong, name, make);
}

function once<Value>(made: Map<string, unknown>, most: number, name: string, make: () => Value) {
	if (!made.has(name)) {
		if (made.size >= most) made.delete(made.keys().next().value!);
		made.set(name, make());
	}
	return made.get(name) as Value;
}

async function readArchive(db: Db, publicationId: number): Promise<Archive> {
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
	return { issues, items, topics, topicsOfItem, pagesOfItem, ...whoWrote(items) };
}

/** Names that are one but for case and accents are one author's, spelled as most items have it. */
function whoWrote(items: readonly ArchiveItem[]): Pick<Archive, 'authors' | 'authorsOfItem'> {
	const spellings = new Map<string, Map<string, number>>();
	const keysOfItem = new Map<number, string[]>();
	for (const item of items) {
		const names = item.role === 'editorial' ? authorsOf(item) : [];
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

/** Issues of a period: the last n that were sent, or those sent on its local dates, ends included. */
export function issuesIn(
	{ issues }: Archive,
	{ from, to, last, issue }: Filters,
	zone: string
): ArchiveIssue[] {
	if (issue !== null) return issues.filter(({ id }) => id === issue);
	if (last !== null) return issues.filter(({ sentAt }) => sentAt !== null).slice(-last);
	if (from === null && to === null) return issues;

	return issues.filter(({ sentAt }) => {
		if (sentAt === null) return false;
		const day = localDate(sentAt, zone);
		return (from === null || day >= from) && (to === null || day <= to);
	});
}
