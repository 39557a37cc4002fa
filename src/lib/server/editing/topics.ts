// What editors do to topics: each change is kept with what it replaced, so that it can be undone.

import { fallbackLocale, inLocales, type InLocales } from '#lib/locales.ts';
import { termOf } from '#lib/topics/keywords.ts';
import { allWords, nameIn, sameNames } from '#lib/topics/names.ts';
import { isMark, termsOf } from '#lib/topics/terms.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Actor } from '../store/people/audit.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import {
	changeTopicRow,
	createTopic,
	hasItem,
	setSuggestFrom,
	setTopicsOfItem,
	wordsOfEditors,
	wordsOfTopic
} from '../store/content/topic-changes.ts';
import type { StoredTopic } from '../store/content/topics.ts';
import { marksOfItems } from '../derive/suggest-topics.ts';
import { topicKey } from '../derive/topic-key.ts';
import { threeWayMerge } from './three-way-merge.ts';
import { changeTopics, changedWithin, nothing } from './topic-history.ts';

/** What a person says of a topic. */
export type TopicWords = Pick<StoredTopic, 'names' | 'words' | 'aliases' | 'parentId' | 'color'>;

/** @throws {Trouble} noSuchTopic */
function known(topics: readonly StoredTopic[], id: number): StoredTopic {
	const match = topics.find((topic) => topic.id === id && topic.mergedInto === null);
	if (!match) throw new Trouble('noSuchTopic');
	return match;
}

/** Names as a key: it stays when the topic is renamed. */
export function keyOf(names: InLocales<string>, topics: readonly StoredTopic[]): string {
	const name = nameIn(names, fallbackLocale);
	const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	const key = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'topic';
	const taken = new Set(topics.map((topic) => topic.key));
	for (let n = 1; ; n++) {
		const free = n === 1 ? key : `${key}-${n}`;
		if (!taken.has(free)) return free;
	}
}

/** @throws {Trouble} noSuchTopic, topicAbove where a topic would be above itself */
function checkParent(topics: readonly StoredTopic[], id: number | null, parentId: number | null) {
	for (let at = parentId; at !== null; at = known(topics, at).parentId)
		if (at === id) throw new Trouble('topicAbove');
}

/**
 * No two topics may show one name.
 *
 * @throws {Trouble} topicNameTaken
 */
function checkName(
	topics: readonly StoredTopic[],
	{ language }: Publication,
	id: number | null,
	words: TopicWords
) {
	const shown = ({ names }: Pick<StoredTopic, 'names'>) => nameIn(names, language);
	const key = topicKey(shown(words));
	const other = topics.find(
		(topic) =>
			topic.id !== id &&
			topic.mergedInto === null &&
			// what was proposed and dropped keeps its name from nobody
			!(topic.archived && topic.namedBy === 'proposal') &&
			topicKey(shown(topic)) === key
	);
	if (other) throw new Trouble('topicNameTaken', { name: shown(other) });
}

/**
 * Makes a topic of an editor.
 *
 * @throws {Trouble} topicNameTaken, noSuchTopic
 */
export async function makeTopic(db: Db, publication: Publication, words: TopicWords, actor: Actor) {
	await changeTopics(db, publication, actor, 'make', nothing, async (tx, topics) => {
		checkParent(topics, null, words.parentId);
		checkName(topics, publication, null, words);
		const key = keyOf(words.names, topics);
		await createTopic(tx, { ...words, namedBy: 'editor', key, publicationId: publication.id });
		return { topic: nameIn(words.names, publication.language) };
	});
}

/**
 * Renames a topic, in every language, or gives it other words, another parent or colour; what another
 * changed since the form was shown stays.
 *
 * @param shown what the form held when it was opened
 * @throws {Trouble} topicNameTaken, noSuchTopic, topicAbove
 */
export async function changeTopic(
	db: Db,
	publication: Publication,
	id: number,
	{ sent, shown }: { sent: TopicWords; shown: unknown },
	actor: Actor
) {
	await changeTopics(db, publication, actor, 'change', nothing, async (tx, topics) => {
		const topic = known(topics, id);
		const { names } = topic;
		const words = threeWayMerge<TopicWords>(shown, sent, topic);
		checkParent(topics, id, words.parentId);
		const renamed = !sameNames(words.names, names);
		if (renamed) checkName(topics, publication, id, words);
		await changeTopicRow(tx, id, { ...words, ...(renamed && { namedBy: 'editor' }) });
		return { topic: nameIn(names, publication.language) };
	});
}

/** Puts a topic away: it is suggested no more, and stays on the items that have it. */
export async function archiveTopic(
	db: Db,
	publication: Publication,
	id: number,
	archived: boolean,
	actor: Actor
) {
	const action = archived ? 'archive' : 'restore';
	await changeTopics(db, publication, actor, action, nothing, async (tx, topics) => {
		const { names } = known(topics, id);
		await changeTopicRow(tx, id, { archived });
		return { topic: nameIn(names, publication.language) };
	});
}

/**
 * Makes one topic part of another, with its items and words. Spreadsheets that still name it mean
 * the other from now on.
 */
export async function mergeTopic(
	db: Db,
	publication: Publication,
	id: number,
	intoId: number,
	actor: Actor
) {
	if (id === intoId) throw new Trouble('topicAbove');
	await changeTopics(db, publication, actor, 'merge', { topicId: id }, async (tx, topics) => {
		const from = known(topics, id);
		const into = known(topics, intoId);
		for (const itemId of new Set((await wordsOfTopic(tx, id)).map((row) => row.itemId))) {
			const said = await wordsOfEditors(tx, { itemIds: [itemId] });
			const ids = said.map(({ topicId }) => (topicId === id ? intoId : topicId));
			await setTopicsOfItem(tx, itemId, [...new Set(ids)]);
		}
		for (const child of topics.filter(({ parentId }) => parentId === id))
			await changeTopicRow(tx, child.id, { parentId: child.id === intoId ? null : intoId });
		await changeTopicRow(tx, id, { archived: true, mergedInto: intoId });
		await changeTopicRow(tx, intoId, {
			words: inLocales((locale) => [
				...new Set([
					...(into.words[locale] ?? []),
					...(from.names[locale] === undefined ? [] : [from.names[locale]]),
					...(from.words[locale] ?? [])
				])
			])
		});
		return {
			topic: nameIn(from.names, publication.language),
			into: nameIn(into.names, publication.language)
		};
	});
}

/**
 * Splits a new topic off an old one: items that say one of its words move to it, as suggestions read them:
 * in any form, and never within another word.
 */
export async function splitTopic(
	db: Db,
	publication: Publication,
	id: number,
	words: TopicWords,
	actor: Actor
) {
	await changeTopics(db, publication, actor, 'split', { topicId: id }, async (tx, topics) => {
		const from = known(topics, id);
		checkParent(topics, null, words.parentId);
		checkName(topics, publication, null, words);
		const key = keyOf(words.names, topics);
		const own = await createTopic(tx, {
			...words,
			namedBy: 'editor',
			key,
			publicationId: publication.id
		});

		const asked = allWords(words.words);
		const stems = asked.flatMap((word) => termOf(word)?.stem ?? []);
		const marks = asked.some(isMark)
			? await marksOfItems(tx, publication.id)
			: new Map<number, string[]>();
		for (const { itemId, title, text } of await wordsOfTopic(tx, id)) {
			const said = termsOf({ title, text, marks: marks.get(itemId) ?? [] });
			if (!stems.some((stem) => said.has(stem))) continue;
			const others = await wordsOfEditors(tx, { itemIds: [itemId] });
			const ids = others.map(({ topicId }) => (topicId === id ? own : topicId));
			await setTopicsOfItem(tx, itemId, ids);
		}
		const gone = new Set(asked.map((word) => word.toLowerCase()));
		const rest = (list: readonly string[]) => list.filter((word) => !gone.has(word.toLowerCase()));
		await changeTopicRow(tx, id, {
			words: inLocales((locale) => rest(from.words[locale] ?? []))
		});
		return {
			topic: nameIn(from.names, publication.language),
			into: nameIn(words.names, publication.language)
		};
	});
}

/** From which confidence on a suggestion counts at once. @param from 0..1 */
export async function changeSuggestFrom(
	db: Db,
	publication: Publication,
	from: number,
	actor: Actor
) {
	if (!(from >= 0 && from <= 1))
		throw new Trouble('badNumber', { given: Math.round(from * 100), field: 'from' });
	await changeTopics(db, publication, actor, 'threshold', nothing, async (tx) => {
		await setSuggestFrom(tx, publication.id, from);
		return { from };
	});
}

/**
 * An editor's word on what an item is about, as part of a larger change: no topic means none of them,
 * `null` takes the word back.
 *
 * @throws {Trouble} noSuchItem, noSuchTopic
 */
export async function assignTopicsWithin(
	tx: Tx,
	publication: Publication,
	itemId: number,
	topicIds: readonly number[] | null,
	actor: Actor
) {
	const touches = { itemIds: [itemId] };
	await changedWithin(tx, publication, actor, 'say', touches, async (_, topics) => {
		if (!(await hasItem(tx, publication.id, itemId))) throw new Trouble('noSuchItem');
		const names = [...new Set(topicIds ?? [])].map((id) => known(topics, id));
		const ids = names.map(({ id }) => id);
		await setTopicsOfItem(tx, itemId, topicIds && ids);
		return {
			item: itemId,
			topics: names.map((topic) => nameIn(topic.names, publication.language))
		};
	});
}
