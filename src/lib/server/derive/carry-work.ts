import { moveCorrections } from '../store/content/corrections.ts';
import { itemsOfIssue, linksOfIssue } from '../store/content/items.ts';
import type { Tx } from '../store/sql/open.ts';
import { topicsSaid } from '../store/content/topic-changes.ts';
import { pageKeys } from '../store/events/urls.ts';
import { parkTopics, unparkTopics } from './park-topics.ts';

/**
 * Gives what editors said in an issue, and of its items, to the issue that it becomes part of. Where
 * both have an item and something was said of it in each, the word in the one that stays holds.
 */
export async function carryWork(db: Tx, gone: number, kept: number) {
	await moveCorrections(db, gone, kept);
	await parkTopics(db, kept, await itemsOfIssue(db, gone), await linksOfIssue(db, gone));

	const items = await itemsOfIssue(db, kept);
	const said = await topicsSaid(
		db,
		items.map(({ id }) => id)
	);
	const links = await linksOfIssue(db, kept);
	const keys = await pageKeys(db, [...new Set(links.map(({ pageId }) => pageId))]);
	const unsaid = items
		.filter(({ id }) => !said.has(id))
		.map(({ id, title }) => ({
			id,
			title,
			links: links
				.filter(({ itemId }) => itemId === id)
				.map(({ pageId }) => ({ key: keys.get(pageId)! }))
		}));
	if (unsaid.length) await unparkTopics(db, new Map([[kept, unsaid]]));
}
