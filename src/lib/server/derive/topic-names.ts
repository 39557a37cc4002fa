import { starter } from '#lib/topics/starter.ts';
import { addTopics, setParent, topicsOf, type Topic } from '../store/content/topics.ts';
import type { Tx } from '../store/sql/open.ts';
import { sectionKey } from './section-key.ts';

export async function plantStarter(db: Tx, publicationId: number) {
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

/** Finds topics by any of their names; those nobody has named before are made. */
export async function topicsNamed(db: Tx, publicationId: number, names: readonly string[]) {
	const known = await topicsOf(db, publicationId);
	const before = topicsByName(known);
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
	const now = topicsByName(all);
	return (name: string) => whereMerged(all, now.get(sectionKey(name))!).id;
}

/** Topics by each of their names; of two with one name the older has it, and aliases come last. */
export function topicsByName(topics: readonly Topic[]): Map<string, Topic> {
	const found = new Map<string, Topic>();
	const late = topics.toReversed();
	for (const topic of late) for (const name of topic.aliases) found.set(sectionKey(name), topic);
	for (const topic of late)
		for (const name of [topic.key, topic.nameEn, topic.nameFr]) found.set(sectionKey(name), topic);
	return found;
}

/** The topic that one became part of, however often; itself where it stands alone. */
export function whereMerged(topics: readonly Topic[], topic: Topic): Topic {
	const into = topics.find(({ id }) => id === topic.mergedInto);
	return into ? whereMerged(topics, into) : topic;
}
