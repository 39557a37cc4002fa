import type { KnownItem, ItemLinkRow } from '../store/content/items.ts';
import type { Tx } from '../store/sql/open.ts';
import { dropParked, keepParked, parkedOf } from '../store/content/parked-topics.ts';
import { setTopicsOfItem, topicsSaid } from '../store/content/topic-changes.ts';
import { pageKeys } from '../store/events/urls.ts';
import { matchingItem } from './apply-corrections.ts';
import type { ItemAt } from './correction-kinds.ts';

// An item may go with a change and come back when the change is taken back: what an editor said that
// it is about must not go with it.

/** Keeps what editors said of items of an issue that a new reading will not have. */
export async function parkTopics(
	db: Tx,
	issueId: number,
	gone: readonly KnownItem[],
	links: readonly ItemLinkRow[]
) {
	if (gone.length === 0) return;
	const said = await topicsSaid(
		db,
		gone.map(({ id }) => id)
	);
	if (said.size === 0) return;

	const keys = await pageKeys(db, [...new Set(links.map(({ pageId }) => pageId))]);
	for (const { id, title, position } of gone) {
		const topics = said.get(id);
		if (!topics) continue;
		const first = links.find(({ itemId }) => itemId === id);
		const item: ItemAt = { title, position, page: first ? keys.get(first.pageId)! : null };
		await keepParked(db, issueId, { do: 'topics', item, topics });
	}
}

type FreshItem = { id: number; title: string; links: readonly { key: string }[] };

/**
 * Gives items that are there again what was said of them.
 *
 * @param fresh by issue, the items that it did not have before
 */
export async function unparkTopics(db: Tx, fresh: ReadonlyMap<number, readonly FreshItem[]>) {
	for (const { id, issueId, item, topics } of await parkedOf(db, [...fresh.keys()])) {
		const again = matchingItem(fresh.get(issueId)!, item as ItemAt);
		if (!again) continue;
		await setTopicsOfItem(db, again.id, topics);
		await dropParked(db, id);
	}
}
