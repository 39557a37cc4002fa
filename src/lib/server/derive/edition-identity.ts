import { findNumber } from '#lib/issue/lines/number.ts';
import type { IssueIdentity } from '#lib/join/same-issue.ts';
import { localDate } from '../local-date.ts';
import type { PublicationDocument } from '../store/content/documents.ts';
import type { PublicationSend } from '../store/events/sends.ts';
import type { Edition } from './document-editions.ts';

/** What the documents of an issue say of it: the first that says anything. */
export function editionIdentity({ documents }: Edition): IssueIdentity {
	const first = <Value>(pick: (document: PublicationDocument) => Value | null) =>
		documents.map(pick).find((value) => value !== null) ?? null;
	return {
		number: first(({ outline }) => outline.number ?? findNumber(outline.title ?? '')),
		title: first(({ outline }) => outline.title),
		date: first(({ outline }) => outline.date)
	};
}

/** What exports say of a send, as an issue of its own. */
export function identityOfSend(
	{ name, subject, campaign, sentAt }: PublicationSend,
	zone: string
): IssueIdentity {
	return {
		number: null,
		// many services have no ids: what they call a send is its name
		title: subject ?? name ?? campaign,
		date: sentAt === null ? null : localDate(sentAt, zone)
	};
}
