import { inLocales } from '#lib/locales.ts';
import { allNames, nameIn, oneName } from '#lib/topics/names.ts';
import { Trouble } from '#lib/trouble.ts';
import { topicKey } from '../derive/topic-key.ts';
import {
	createTopic,
	hasItem,
	setTopicsOfItem,
	topicsSaid
} from '../store/content/topic-changes.ts';
import type { Actor } from '../store/people/audit.ts';
import type { Publication } from '../store/publications.ts';
import type { Db } from '../store/sql/open.ts';
import { mergeSets } from './three-way-merge.ts';
import { changeTopics } from './topic-history.ts';
import { keyOf } from './topics.ts';

/** What an editor says that items are about: topics by id, and by name those there are not yet. */
export type TopicAssignment = {
	items: readonly number[];
	topics: readonly number[];
	/** names of topics to be made, or of those that are there */
	names?: readonly string[];
	/** the topics that the form showed: what another said since stays; null where it does not say */
	shown?: readonly number[] | null;
};

/**
 * An editor's word on what items are about, in one step that one undo takes back: no topic means none of
 * them. A topic that is named and not there yet is made.
 *
 * @throws {Trouble} noSuchItem, noSuchTopic
 */
export async function assignTopics(
	db: Db,
	publication: Publication,
	{ items, topics: ids, names = [], shown = null }: TopicAssignment,
	actor: Actor
) {
	await changeTopics(db, publication, actor, 'say', { itemIds: items }, async (tx, topics) => {
		const live = topics.filter(({ mergedInto }) => mergedInto === null);
		for (const id of ids)
			if (!live.some((topic) => topic.id === id)) throw new Trouble('noSuchTopic');
		const said = new Set(ids);
		const all = [...topics];
		for (const name of names.map((given) => given.trim().slice(0, 80)).filter(Boolean)) {
			const key = topicKey(name);
			const known = live.find((topic) =>
				allNames(topic.names).some((one) => topicKey(one) === key)
			);
			if (known) said.add(known.id);
			else {
				const row = {
					publicationId: publication.id,
					key: keyOf(oneName(name), all),
					color: all.length,
					names: oneName(name),
					namedBy: 'editor' as const,
					words: { ...inLocales(() => []), [publication.language]: [name] }
				};
				said.add(await createTopic(tx, row));
			}
		}
		const before = await topicsSaid(tx, items);
		for (const item of items) {
			if (!(await hasItem(tx, publication.id, item))) throw new Trouble('noSuchItem');
			await setTopicsOfItem(tx, item, withOthers(shown, [...said], before.get(item)));
		}
		const named = live
			.filter(({ id }) => said.has(id))
			.map(({ names }) => nameIn(names, publication.language));
		return { items: items.length, topics: named };
	});
}

/**
 * What an editor says that an item is about, beside what others said of it since it was shown.
 *
 * @param shown the topics that the form showed; null where it does not say: what is sent is all then
 * @param said what editors have said of the item by now; undefined where nobody has
 */
export function withOthers(
	shown: readonly number[] | null,
	sent: readonly number[],
	said: readonly number[] | undefined
): readonly number[] {
	return shown === null ? sent : mergeSets(shown, sent, said ?? shown);
}
