import { enqueueDerivation } from '../derive/derive-issue.ts';
import { applyTags } from '../derive/apply-tags.ts';
import { changeToUndo } from './undo-last.ts';
import { recordAudit, undoableAudit, type Actor } from '../store/people/audit.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import { touchPublication, type Publication } from '../store/publications.ts';
import {
	changeTopicRow,
	dropTopics,
	hasItem,
	setSuggestFrom,
	setTopicsOfItem,
	topicsSaid,
	wordsOfEditors
} from '../store/content/topic-changes.ts';
import { topicsOf, type ItemTopic, type StoredTopic } from '../store/content/topics.ts';

/** How things were before a change: what an undo puts back. */
type Before = {
	topics: StoredTopic[];
	/** topics that the change made */
	made: number[];
	/** what editors had said of the items that it touched */
	items: number[];
	said: ItemTopic[];
	/** those of them of which they had said that they have no topic */
	topicless?: number[];
	suggestFrom: number;
};

/** What a change touches, said before it is made. */
type Touches = { topicId: number } | { itemIds: readonly number[] };

type Change = (tx: Tx, topics: StoredTopic[]) => Promise<Record<string, unknown>>;

type TopicAction =
	| 'make'
	| 'change'
	| 'archive'
	| 'restore'
	| 'merge'
	| 'split'
	| 'threshold'
	| 'say'
	| 'keep'
	| 'pack';

/**
 * Makes a change with all that follows from it, and writes down how it was before.
 *
 * @param change may return what the audit should name
 */
export async function changeTopics(
	db: Db,
	publication: Publication,
	actor: Actor,
	action: TopicAction,
	touches: Touches,
	change: Change
) {
	await db.transaction((tx) => changedWithin(tx, publication, actor, action, touches, change));
}

/** The same as part of a larger change. */
export async function changedWithin(
	tx: Tx,
	publication: Publication,
	actor: Actor,
	action: TopicAction,
	touches: Touches,
	change: Change
) {
	const { id, suggestFrom } = publication;
	const topics = await topicsOf(tx, id);
	const touched = await wordsOfEditors(tx, touches);
	const items =
		'itemIds' in touches ? [...touches.itemIds] : [...new Set(touched.map(({ itemId }) => itemId))];
	const said = await wordsOfEditors(tx, { itemIds: items });
	const topicsBefore = await topicsSaid(tx, items);
	const names = await change(tx, topics);

	const now = await topicsOf(tx, id);
	const known = new Map(topics.map((topic) => [topic.id, topic]));
	const before: Before = {
		topics: now.flatMap((topic) => {
			const old = known.get(topic.id);
			return old && JSON.stringify(old) !== JSON.stringify(topic) ? [old] : [];
		}),
		made: now.flatMap((topic) => (known.has(topic.id) ? [] : [topic.id])),
		items,
		said,
		topicless: [...topicsBefore].flatMap(([id, ids]) => (ids.length ? [] : [id])),
		suggestFrom
	};
	await recordAudit(tx, id, actor, `topics.${action}`, { ...names, before });
	await applyTags(tx, publication);
	await enqueueDerivation(tx, id);
	await touchPublication(tx, id);
}

export const nothing: Touches = { itemIds: [] };

/** The latest change that was not undone. */
export function undoableTopicChange(db: Db | Tx, { id }: Publication) {
	return undoableAudit(db, id, 'topics');
}

/**
 * Puts back what the latest change found; what it was stays written down.
 *
 * @throws {Trouble} undoMovedOn
 */
export async function undoTopicChange(
	db: Db,
	publication: Publication,
	actor: Actor,
	of: number | null = null
) {
	const { id } = publication;
	await db.transaction(async (tx) => {
		const last = await changeToUndo(tx, id, 'topics', of);
		if (!last) return;
		const before = last.details?.before as Before;

		await dropTopics(tx, before.made);
		for (const { id: topicId, ...words } of before.topics) await changeTopicRow(tx, topicId, words);
		for (const itemId of before.items) {
			if (!(await hasItem(tx, id, itemId))) continue;
			const said = before.said.filter((row) => row.itemId === itemId);
			const ids = said.map(({ topicId }) => topicId);
			const spoken = ids.length > 0 || (before.topicless ?? []).includes(itemId);
			await setTopicsOfItem(tx, itemId, spoken ? ids : null);
		}
		await setSuggestFrom(tx, id, before.suggestFrom);
		await recordAudit(tx, id, actor, 'topics.undo', { of: last.id });
		await applyTags(tx, publication);
		await enqueueDerivation(tx, id);
		await touchPublication(tx, id);
	});
}
