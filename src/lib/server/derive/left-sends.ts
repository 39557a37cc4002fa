import { issueByPages } from '#lib/join/issue-by-pages.ts';
import { contradict, keysOf, sameKeys, type IssueKeys } from '#lib/join/same-issue.ts';
import { canonical } from '#lib/url/canonical.ts';
import { clickedUrls } from '../store/events/urls.ts';
import type { PublicationSend } from '../store/events/sends.ts';
import type { Tx } from '../store/sql/open.ts';
import type { Edition } from './document-editions.ts';
import { identityOf, identityOfSend } from './edition-identity.ts';
import { areVersions } from './same-edition.ts';

// Sends of which their names, numbers and days do not tell of which issue they are.

/**
 * Gives sends that no name, number or day tells of to the issues whose pages their readers clicked: many
 * exports know a send by an id alone.
 *
 * @returns those of which that does not tell either
 */
export async function leftByPages(
	db: Tx,
	editions: readonly Edition[],
	alone: readonly PublicationSend[],
	zone: string
): Promise<PublicationSend[]> {
	const linked = editions.map((edition, id) => ({
		id,
		pages: pagesOf(edition),
		keys: keysOf(identityOf(edition))
	}));
	if (alone.length === 0 || linked.length === 0) return [...alone];
	const clicked = new Map<number, Set<string>>();
	for (const { sendId, key } of await clickedUrls(
		db,
		alone.map(({ id }) => id)
	))
		if (key) clicked.set(sendId, (clicked.get(sendId) ?? new Set()).add(key));

	return alone.filter((send) => {
		const keys = keysOf(identityOfSend(send, zone));
		const open = linked.filter((issue) => !contradict(issue.keys, keys));
		const id = issueByPages(clicked.get(send.id) ?? new Set(), open);
		if (id !== null) editions[id]!.sends.push({ send, by: 'pages' });
		return id === null;
	});
}

/** The pages that an issue's documents link to, but for what stands in their frame. */
function pagesOf({ documents }: Edition): Set<string> {
	const items = documents.flatMap(({ outline }) =>
		outline.sections.flatMap((section) => section.items)
	);
	return new Set(
		items.flatMap(({ links }) => links.flatMap(({ url, target }) => canonical(target ?? url) ?? []))
	);
}

/** Sends that no document speaks of: those of one name and number are one issue all the same. */
export function byNumber(alone: readonly PublicationSend[], zone: string): Edition[] {
	const unread: { edition: Edition; keys: IssueKeys; first: PublicationSend }[] = [];
	for (const send of alone) {
		const keys = keysOf(identityOfSend(send, zone));
		const sameNumber = unread.find(
			({ keys: known, first }) => sameKeys(known, keys) || areVersions(first, send, zone)
		);
		if (sameNumber) sameNumber.edition.sends.push({ send, by: 'number' });
		else
			unread.push({
				keys,
				first: send,
				edition: { documents: [], sends: [{ send, by: 'alone' }] }
			});
	}
	return unread.map(({ edition }) => edition);
}
