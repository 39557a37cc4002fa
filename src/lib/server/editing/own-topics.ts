import { inLocales } from '#lib/locales.ts';
import { allNames, oneName } from '#lib/topics/names.ts';
import { packs } from '#lib/topics/packs.ts';
import { Trouble } from '#lib/trouble.ts';
import { topicKey } from '../derive/topic-key.ts';
import { changeTopicRow, createTopic } from '../store/content/topic-changes.ts';
import type { StoredTopic } from '../store/content/topics.ts';
import type { Actor } from '../store/people/audit.ts';
import type { Publication } from '../store/publications.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import { changeTopics, nothing } from './topic-history.ts';
import { keyOf } from './topics.ts';

/** A topic that an editor keeps of those proposed, under the editor's own name for it. */
export type KeptTopic = {
	name: string;
	/** terms that speak for it where nothing was confirmed yet */
	words: readonly string[];
	/** ids of the proposed topics that it is made of; none for one that the editor thought of */
	ids: readonly number[];
};

/**
 * Makes the publication's topics of those proposed, under the names that the editor gives them; what
 * was proposed and not kept is dropped. The only step by which a proposal becomes a topic.
 *
 * @throws {Trouble} noTopicName; topicNameTaken where two would have one name
 */
export async function keepTopics(
	db: Db,
	publication: Publication,
	kept: readonly KeptTopic[],
	actor: Actor
) {
	await changeTopics(db, publication, actor, 'keep', nothing, async (tx, topics) => {
		const own = topics.filter(isOwn);
		checkNames(kept, own);
		const open = topics.filter(({ namedBy, archived }) => namedBy === 'proposal' && !archived);
		const all = [...topics];
		const gone = new Set(open.map(({ id }) => id));
		for (const topic of kept) {
			const row = open.find(({ id }) => topic.ids.includes(id) && gone.has(id));
			const said = saidOf(topic, publication);
			if (row) await changeTopicRow(tx, row.id, said);
			else await makeRow(tx, publication, all, said);
			if (row) gone.delete(row.id);
		}
		for (const id of gone) await changeTopicRow(tx, id, { archived: true });
		return { topics: kept.map(({ name }) => name) };
	});
}

function saidOf({ name, words }: KeptTopic, { language }: Publication): Said {
	return {
		names: oneName(name),
		namedBy: 'editor',
		words: { ...inLocales(() => []), [language]: words }
	};
}

/** Topics that are there whatever is kept of proposals. */
function isOwn({ mergedInto, namedBy }: StoredTopic): boolean {
	return mergedInto === null && namedBy !== 'proposal';
}

/** @throws {Trouble} noTopicName, topicNameTaken */
function checkNames(kept: readonly KeptTopic[], own: readonly StoredTopic[]) {
	const taken = new Set(own.flatMap(({ names }) => allNames(names).map(topicKey)));
	for (const { name } of kept) {
		const key = topicKey(name);
		if (!key) throw new Trouble('noTopicName');
		if (taken.has(key)) throw new Trouble('topicNameTaken', { name });
		taken.add(key);
	}
}

type Said = Pick<StoredTopic, 'names' | 'namedBy' | 'words'> & {
	color?: number | null;
};

async function makeRow(
	tx: Tx,
	{ id: publicationId }: Publication,
	topics: StoredTopic[],
	said: Said,
	key = keyOf(said.names, topics)
) {
	const color = said.color ?? topics.length;
	const id = await createTopic(tx, { ...said, color, key, publicationId });
	topics.push({
		...said,
		id,
		key,
		publicationId,
		color,
		aliases: [],
		parentId: null,
		archived: false,
		mergedInto: null
	});
}

/**
 * Adds the topics of a pack that are not there yet by one of their names.
 *
 * @throws {Trouble} badChoice
 */
export async function addPack(db: Db, publication: Publication, pack: string, actor: Actor) {
	const chosen = packs.find(({ key }) => key === pack);
	if (!chosen) {
		const known = packs.map(({ key }) => key).join(', ');
		throw new Trouble('badChoice', { given: pack.slice(0, 40), known });
	}
	await changeTopics(db, publication, actor, 'pack', nothing, async (tx, topics) => {
		const taken = new Set(
			topics.filter(isOwn).flatMap(({ names }) => allNames(names).map(topicKey))
		);
		const keys = new Set(topics.map(({ key }) => key));
		const all = [...topics];
		for (const { key, names, words } of chosen.topics) {
			if (allNames(names).some((name) => taken.has(topicKey(name)))) continue;
			const said = { names, namedBy: 'editor' as const, words };
			await makeRow(tx, publication, all, said, keys.has(key) ? keyOf(names, all) : key);
		}
		return { pack };
	});
}
