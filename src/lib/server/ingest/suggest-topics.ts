import { findDate } from '#lib/issue/dates.ts';
import { starter } from '#lib/topics/starter.ts';
import { suggest } from '#lib/topics/suggest.ts';
import { train } from '#lib/topics/train.ts';
import type { Example } from '#lib/topics/model.ts';
import { hasTaggedAuthors, itemsWithPages, tagAuthors, type TaggableItem } from '../store/items.ts';
import type { Db, Tx } from '../store/open.ts';
import type { Publication } from '../store/publications.ts';
import { tagsOf } from '../store/tags.ts';
import {
	addTopics,
	confirmedItems,
	replaceSuggestions,
	replaceTags,
	setParent,
	topicsOf,
	unconfirmedItems,
	type ItemTopic,
	type Topic
} from '../store/topics.ts';
import { localDate } from '../local-date.ts';
import { sectionKey } from './section-key.ts';

/**
 * Gives items their topics: what spreadsheets say of them, and for the others what their words
 * suggest, learnt from the items that people gave topics. Derived anew from all of it each time; an
 * editor's own word is never touched. Learning takes its time: nothing is locked meanwhile.
 *
 * @returns whether suggestions are others than before
 */
export async function suggestTopics(db: Db, publication: Publication): Promise<boolean> {
	const { id } = publication;
	await db.transaction((tx) => applyTags(tx, publication));

	const items = await unconfirmedItems(db, id);
	if (items.length === 0) return replaceSuggestions(db, id, []);

	const suggested = await topicSuggester(db, id);
	const suggestions = items.flatMap(({ itemId, ...words }): ItemTopic[] =>
		suggested(words).map((one) => ({ itemId, source: 'suggested', ...one }))
	);
	return replaceSuggestions(db, id, suggestions);
}

/** Learns what the items of a publication are about, and says it of others by their words. */
export async function topicSuggester(db: Db, publicationId: number) {
	const topics = (await topicsOf(db, publicationId)).filter(({ archived }) => !archived);
	const idOf = new Map(topics.map((topic) => [topic.key, topic.id]));
	const model = train(await examplesOf(db, publicationId), topics);
	return ({ title, text }: { title: string; text: string }) =>
		suggest({ title, text }, topics, model).map(({ topic, confidence, because }) => ({
			topicId: idOf.get(topic)!,
			confidence,
			because
		}));
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
	const names = byName(known);
	const asked = finderOf(items, zone);
	const said = items.map(() => ({ topicIds: [] as number[], authors: [] as string[] }));
	for (const tag of latest(tags, 'topics'))
		for (const item of asked(tag))
			for (const name of tag.topics) {
				const topic = names.get(sectionKey(name));
				if (topic) said[item.id]!.topicIds.push(whereMerged(known, topic).id);
			}
	for (const tag of latest(tags, 'authors'))
		for (const item of asked(tag)) said[item.id]!.authors.push(...tag.authors);
	return said.map(({ topicIds, authors }) => ({
		topicIds: [...new Set(topicIds)],
		authors: [...new Set(authors)]
	}));
}

async function plantStarter(db: Tx, publicationId: number) {
	await addTopics(
		db,
		starter.map(({ key, nameEn, nameFr, words, color }) => ({
			publicationId,
			key,
			nameEn,
			nameFr,
			words: { en: [...words.en], fr: [...words.fr] },
			color
		}))
	);
	const planted = new Map(
		(await topicsOf(db, publicationId)).map((topic) => [topic.key, topic.id])
	);
	for (const { key, parent } of starter)
		if (parent) await setParent(db, planted.get(key)!, planted.get(parent) ?? null);
}

async function examplesOf(db: Db, publicationId: number): Promise<Example[]> {
	const byItem = new Map<number, { title: string; text: string; topics: string[] }>();
	for (const { itemId, title, text, key } of await confirmedItems(db, publicationId)) {
		const example = byItem.get(itemId) ?? { title, text, topics: [] };
		if (key !== null) example.topics.push(key);
		byItem.set(itemId, example);
	}
	return [...byItem.values()];
}

/**
 * Gives items what spreadsheets say of them: of a page in any issue, of a page in one, or of an item
 * of one by its title; and who wrote them, also where that is said of a whole issue.
 */
export async function applyTags(db: Tx, { id: publicationId, zone }: Publication) {
	if ((await topicsOf(db, publicationId)).length === 0) await plantStarter(db, publicationId);
	const tags = await tagsOf(db, publicationId);
	// without a spreadsheet no item need be looked at: this is done with each correction
	const tagged = tags.length > 0 || (await hasTaggedAuthors(db, publicationId));
	const items = tagged ? await itemsWithPages(db, publicationId) : [];
	const topicId = await topicsNamed(
		db,
		publicationId,
		tags.flatMap(({ topics }) => topics)
	);

	const asked = finderOf(items, zone);

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
				if (
					one.role === 'editorial' &&
					!one.signed &&
					!signed.has(one.id) &&
					isIssue(one, issue, zone)
				)
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
function finderOf(items: readonly TaggableItem[], zone: string) {
	const byPage = new Map<number, TaggableItem[]>();
	for (const item of items)
		for (const page of new Set(item.pages)) byPage.set(page, [...(byPage.get(page) ?? []), item]);

	return ({ pageId, issue, item }: Tag): TaggableItem[] => {
		if (pageId === null && item === null) return [];
		return (pageId === null ? items : (byPage.get(pageId) ?? [])).filter(
			(one) =>
				(issue === null || isIssue(one, issue, zone)) &&
				(item === null || sectionKey(one.title) === sectionKey(item))
		);
	};
}

/** Whether a spreadsheet's name of an issue is this one's: its number, its title or its day. */
function isIssue(
	{ number, issueTitle, sentAt }: TaggableItem,
	named: string,
	zone: string
): boolean {
	return (
		named.replace(/^\D+/, '') === String(number) ||
		sectionKey(named) === sectionKey(issueTitle) ||
		(sentAt !== null && findDate(named) === localDate(sentAt, zone))
	);
}

/** Finds topics by any of their names; those nobody has named before are made. */
async function topicsNamed(db: Tx, publicationId: number, names: readonly string[]) {
	const known = await topicsOf(db, publicationId);
	const before = byName(known);
	const fresh = new Map(names.map((name) => [sectionKey(name), name.trim()]));
	for (const key of before.keys()) fresh.delete(key);
	if (fresh.size > 0)
		await addTopics(
			db,
			[...fresh].map(([key, name], i) => ({
				publicationId,
				key: key.replaceAll(' ', '-'),
				nameEn: name,
				nameFr: name,
				words: { en: [name], fr: [name] },
				color: known.length + i
			}))
		);
	const all = fresh.size > 0 ? await topicsOf(db, publicationId) : known;
	const now = byName(all);
	return (name: string) => whereMerged(all, now.get(sectionKey(name))!).id;
}

/** Topics by each of their names; of two with one name the older has it, and aliases come last. */
function byName(topics: readonly Topic[]): Map<string, Topic> {
	const found = new Map<string, Topic>();
	const late = topics.toReversed();
	for (const topic of late) for (const name of topic.aliases) found.set(sectionKey(name), topic);
	for (const topic of late)
		for (const name of [topic.key, topic.nameEn, topic.nameFr]) found.set(sectionKey(name), topic);
	return found;
}

/** The topic that one became part of, however often; itself where it stands alone. */
function whereMerged(topics: readonly Topic[], topic: Topic): Topic {
	const into = topics.find(({ id }) => id === topic.mergedInto);
	return into ? whereMerged(topics, into) : topic;
}
