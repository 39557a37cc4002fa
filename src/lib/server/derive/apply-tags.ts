import { issuesByName } from '#lib/join/issue-by-name.ts';
import {
	hasTaggedAuthors,
	itemsWithPages,
	tagAuthors,
	type TaggableItem
} from '../store/content/taggable-items.ts';
import { replaceTags, topicsOf, whereMerged } from '../store/content/topics.ts';
import { tagsOf } from '../store/events/tags.ts';
import type { Publication } from '../store/publications.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import { localDate } from '../local-date.ts';
import { sectionKey } from './section-key.ts';
import { topicKey } from './topic-key.ts';
import { topicsByName, topicsNamed } from './topic-names.ts';

/**
 * Gives items what spreadsheets say of them: of a page in any issue, of a page in one, or of an item
 * of one by its title; and who wrote them, also where that is said of a whole issue.
 */
export async function applyTags(db: Tx, { id: publicationId, zone }: Publication) {
	const tags = await tagsOf(db, publicationId);
	// without a spreadsheet no item need be looked at: this is done with each correction
	const tagged = tags.length > 0 || (await hasTaggedAuthors(db, publicationId));
	const items = tagged ? await itemsWithPages(db, publicationId) : [];
	const topicId = await topicsNamed(
		db,
		publicationId,
		tags.flatMap(({ topics }) => topics)
	);

	const isOf = issueTeller(items, zone);
	const asked = finderOf(items, isOf);

	// an item is about all that is said of it and of each of its pages
	const given = new Map<number, number[]>();
	for (const tag of latest(tags, 'topics')) {
		const ids = tag.topics.map((name) => topicId(name));
		for (const { id } of asked(tag))
			given.set(id, [...new Set([...(given.get(id) ?? []), ...ids])]);
	}
	await replaceTags(db, publicationId, given);

	const signed = new Map<number, string[]>();
	for (const tag of latest(tags, 'authors'))
		for (const { id } of asked(tag))
			signed.set(id, [...new Set([...(signed.get(id) ?? []), ...tag.authors])]);
	// whoever wrote the issue wrote what nobody signed
	for (const { issue, item, pageId, authors } of latest(tags, 'authors'))
		if (issue !== null && item === null && pageId === null)
			for (const one of items)
				if (one.role === 'editorial' && !one.signed && !signed.has(one.id) && isOf(one, issue))
					signed.set(one.id, authors);
	const now = items.map(({ id, tagged }) => ({ id, tagged, said: signed.get(id) ?? [] }));
	const differing = now.filter(({ tagged, said }) => tagged.join('\n') !== said.join('\n'));
	await tagAuthors(db, new Map(differing.map(({ id, said }) => [id, said])));
}

type Tag = Awaited<ReturnType<typeof tagsOf>>[number];

/** Of several files about one thing the last holds, with all of its rows about it. */
function latest(tags: readonly Tag[], what: 'topics' | 'authors'): Tag[] {
	const things = new Map<string, Tag>();
	for (const tag of tags) {
		if (tag[what].length === 0) continue;
		const thing = JSON.stringify([tag.pageId, tag.issue, tag.item]);
		const before = things.get(thing);
		const same = before?.importId === tag.importId ? before[what] : [];
		things.set(thing, { ...tag, [what]: [...same, ...tag[what]] });
	}
	return [...things.values()];
}

/** Finds the items of a page or a title that a row of a spreadsheet is about. */
function finderOf(items: readonly TaggableItem[], isOf: IssueTeller) {
	const byPage = new Map<number, TaggableItem[]>();
	for (const item of items)
		for (const page of new Set(item.pages)) byPage.set(page, [...(byPage.get(page) ?? []), item]);

	return ({ pageId, issue, item }: Tag): TaggableItem[] => {
		if (pageId === null && item === null) return [];
		return (pageId === null ? items : (byPage.get(pageId) ?? [])).filter(
			(one) =>
				(issue === null || isOf(one, issue)) &&
				(item === null || sectionKey(one.title) === sectionKey(item))
		);
	};
}

type IssueTeller = (item: TaggableItem, written: string) => boolean;

/** Tells whether an item is in the issue that a spreadsheet names. */
function issueTeller(items: readonly TaggableItem[], zone: string): IssueTeller {
	const issues = new Map(
		items.map(({ issueId, number, issueTitle, subject, sentAt }) => {
			const date = sentAt === null ? null : localDate(sentAt, zone);
			return [issueId, { id: issueId, number, title: issueTitle, subject, date }];
		})
	);
	const named = issuesByName([...issues.values()]);
	return ({ issueId }, written) => named(written).some(({ id }) => id === issueId);
}

/**
 * What spreadsheets say of items that are not stored: the names of their topics, and who wrote them.
 * Nothing is made of names that nobody has met.
 *
 * @param items their ids are indexes
 */
export async function taggedAs(
	db: Db,
	{ id, zone }: Publication,
	items: readonly TaggableItem[]
): Promise<{ topicIds: number[]; authors: string[] }[]> {
	const tags = await tagsOf(db, id);
	const known = await topicsOf(db, id);
	const names = topicsByName(known);
	const asked = finderOf(items, issueTeller(items, zone));
	const said = items.map(() => ({ topicIds: [] as number[], authors: [] as string[] }));
	for (const tag of latest(tags, 'topics'))
		for (const item of asked(tag))
			for (const name of tag.topics) {
				const topic = names.get(topicKey(name));
				if (topic) said[item.id]!.topicIds.push(whereMerged(known, topic).id);
			}
	for (const tag of latest(tags, 'authors'))
		for (const item of asked(tag)) said[item.id]!.authors.push(...tag.authors);
	return said.map(({ topicIds, authors }) => ({
		topicIds: [...new Set(topicIds)],
		authors: [...new Set(authors)]
	}));
}
