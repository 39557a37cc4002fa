import { fallbackLocale, inLocales, type InLocales } from '#lib/locales.ts';
import { allNames, nameIn, oneName } from '#lib/topics/names.ts';
import { packTopics } from '#lib/topics/packs.ts';
import { changeTopicRow } from '../store/content/topic-changes.ts';
import { addTopics, topicsOf, whereMerged, type StoredTopic } from '../store/content/topics.ts';
import type { Tx } from '../store/sql/open.ts';
import { spellings, topicKey, type GivenName } from './topic-key.ts';

/** Topics of packs by each of their names: names before keys. */
const packTopicOf = new Map([
	...packTopics.map((topic) => [topicKey(topic.key), topic] as const),
	...packTopics.flatMap((topic) =>
		allNames(topic.names).map((name) => [topicKey(name), topic] as const)
	)
]);

/** Topics that are more than proposals, whose names nobody gave. */
async function settledTopics(db: Tx, publicationId: number): Promise<StoredTopic[]> {
	return (await topicsOf(db, publicationId)).filter(({ namedBy }) => namedBy !== 'proposal');
}

/**
 * Topics of packs that spreadsheets name, with their words: whoever calls a topic "Privacy" means what
 * everybody means by it. Those that are there already stay as they are.
 */
async function plantNamed(db: Tx, publicationId: number, given: ReadonlyMap<string, GivenName>) {
	const known = await settledTopics(db, publicationId);
	const taken = new Set(known.map(({ key }) => key));
	const named = topicsByName(known);
	const asked = [...given.keys()].flatMap((key) => {
		const topic = packTopicOf.get(key);
		return topic && !taken.has(topic.key) && !named.has(key) ? [topic] : [];
	});
	await addTopics(
		db,
		[...new Set(asked)].map((topic) => ({ ...topic, publicationId }))
	);
}

/**
 * Finds topics by any of their names; those nobody has named before are made. Names are kept as they
 * are given: a topic of a pack that nobody renamed takes the one that it is found by.
 *
 * @param names each as often as it is given
 */
export async function topicsNamed(db: Tx, publicationId: number, names: readonly string[]) {
	const given = spellings(names);
	await plantNamed(db, publicationId, given);
	let topics = await settledTopics(db, publicationId);
	const named = asGiven(topics, given);
	for (const [i, topic] of named.entries()) {
		const { names, namedBy } = topic;
		if (topics[i] !== topic) await changeTopicRow(db, topic.id, { names, namedBy });
	}
	topics = named;

	const before = topicsByName(topics);
	const fresh = [...given].filter(([key]) => !before.has(key));
	if (fresh.length > 0) {
		await addTopics(db, madeOf(fresh, publicationId, topics));
		topics = await settledTopics(db, publicationId);
	}
	const now = topicsByName(topics);
	return (name: string) => whereMerged(topics, now.get(topicKey(name))!).id;
}

function madeOf(
	fresh: readonly [string, GivenName][],
	publicationId: number,
	known: readonly StoredTopic[]
) {
	const taken = new Set(known.map(({ key }) => key));
	return fresh.map(([words, { name }], i) => {
		const plain = words.replaceAll(' ', '-');
		let key = plain;
		for (let n = 2; taken.has(key); n++) key = `${plain}-${n}`;
		taken.add(key);
		return {
			publicationId,
			key,
			names: oneName(name),
			namedBy: 'spreadsheet' as const,
			words: inLocales(() => [name]),
			color: known.length + i
		};
	});
}

const ofPacks = new Map(packTopics.map((topic) => [topic.key, topic]));

/** What a pack calls a topic that no person has named; null for all others. */
function ofPack({ key, names, namedBy }: StoredTopic) {
	const planted = ofPacks.get(key);
	if (!planted || namedBy === 'spreadsheet') return planted ?? null;
	// it may have been planted before a language was added
	const same = { ...planted.names, ...names };
	return namedBy === null && areSame(same, planted.names) ? planted : null;
}

/**
 * Topics under the names that spreadsheets give them: those of packs by their own names before
 * their keys, and those that were made of such a name. What a person named keeps its name; what is
 * given no more has the pack's names again.
 */
function asGiven(
	topics: readonly StoredTopic[],
	given: ReadonlyMap<string, GivenName>
): StoredTopic[] {
	const open = new Map(given);
	for (const topic of topics)
		if (topic.mergedInto === null && !ofPack(topic))
			for (const name of allNames(topic.names)) open.delete(topicKey(name));

	const taken = new Map<StoredTopic, string>();
	for (const by of ['name', 'key'] as const)
		for (const topic of topics) {
			const planted = ofPack(topic);
			if (!planted || topic.mergedInto !== null || taken.has(topic)) continue;
			const called = by === 'name' ? allNames(planted.names) : [planted.key];
			const [best] = [...new Set(called.map(topicKey))]
				.flatMap((key) => (open.has(key) ? [{ key, ...open.get(key)! }] : []))
				.sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1));
			if (!best) continue;
			taken.set(topic, best.name);
			open.delete(best.key);
		}

	return topics.map((topic) => {
		const planted = ofPack(topic);
		const made = !planted && topic.namedBy === 'spreadsheet';
		const name =
			taken.get(topic) ??
			(made ? given.get(topicKey(nameIn(topic.names, fallbackLocale)))?.name : undefined);
		if (name !== undefined) return renamed(topic, oneName(name), 'spreadsheet');
		return planted ? renamed(topic, planted.names, null) : topic;
	});
}

function renamed(
	topic: StoredTopic,
	names: InLocales<string>,
	namedBy: StoredTopic['namedBy']
): StoredTopic {
	const same = areSame(topic.names, names) && topic.namedBy === namedBy;
	return same ? topic : { ...topic, names, namedBy };
}

/** Whether the same languages have the same names, and no others. */
function areSame(names: InLocales<string>, others: InLocales<string>): boolean {
	const sorted = (one: InLocales<string>) => JSON.stringify(Object.entries(one).sort());
	return sorted(names) === sorted(others);
}

/**
 * Topics by each of their names; of two with one name the older has it. Names come before keys, which
 * tell what a renamed topic was called; then come topics that became part of others, and aliases.
 */
export function topicsByName(topics: readonly StoredTopic[]): Map<string, StoredTopic> {
	const byName = new Map<string, StoredTopic>();
	const late = topics.toReversed();
	const merged = late.filter(({ mergedInto }) => mergedInto !== null);
	const live = late.filter(({ mergedInto }) => mergedInto === null);
	const keep = (topic: StoredTopic, names: readonly string[]) => {
		for (const name of names) byName.set(topicKey(name), topic);
	};
	for (const topic of late) keep(topic, topic.aliases);
	for (const topic of merged) keep(topic, [topic.key, ...allNames(topic.names)]);
	// the key of a topic under a pack's name, or a given one, is no name that anybody gave it
	for (const topic of live) if (!ofPack(topic)) keep(topic, [topic.key]);
	for (const topic of live) keep(topic, allNames(topic.names));
	return byName;
}
