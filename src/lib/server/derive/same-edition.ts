import { itemsIn } from '#lib/issue/source/document.ts';
import { areCalledAlike } from '#lib/issue/template/editions.ts';
import { sameVersions } from '#lib/join/same-issue.ts';
import { versionKey, titleKey } from '#lib/join/title.ts';
import { nameOf } from '#lib/join/versions.ts';
import { pagesOf } from '#lib/url/pages-of.ts';
import { localDate } from '../local-date.ts';
import type { PublicationDocument } from '../store/content/documents.ts';
import { keyOfSend, type PublicationSend } from '../store/events/sends.ts';

/** Whether two sends are versions of one, as the combinations of an A/B test are, whatever their subjects. */
export function areVersions(a: PublicationSend, b: PublicationSend, zone: string): boolean {
	const [one, other] = [nameOf(a), nameOf(b)];
	if (a.sourceId !== b.sourceId || one === other) return false;
	return sameVersions(
		{ name: one, date: a.sentAt === null ? null : localDate(a.sentAt, zone) },
		{ name: other, date: b.sentAt === null ? null : localDate(b.sentAt, zone) }
	);
}

/** A document taken out of its export still begins with the send's id: `3101.the-slow-boat.html`. */
export function exportedWith(
	{ sourceId, campaign, name }: PublicationDocument,
	sends: readonly PublicationSend[]
): { sourceId: number | null; campaign: string }[] {
	if (campaign !== null) return [{ sourceId, campaign }];
	const id = /(?:^|\/)(\d{5,})[._][^/]*$/.exec(name)?.[1];
	const exported = sends.filter((send) => send.campaign === id);
	return exported.length === 1 ? exported : [];
}

/** So large a share of its pages a letter has in common with another version of itself. */
const SAME_PAGES = 0.5;

/**
 * Tells whether two documents of one source are versions of one issue, as in a test of the subject:
 * their sends are called so, and they link to the same pages.
 */
export function versionsAmong(
	documents: readonly PublicationDocument[],
	sends: readonly PublicationSend[]
): (a: PublicationDocument, b: PublicationDocument) => boolean {
	const names = new Map(sends.map((send) => [keyOfSend(send), nameOf(send)]));
	const known = new Map(
		documents.map((document) => {
			const [{ sourceId, campaign } = { sourceId: null, campaign: '' }] = exportedWith(
				document,
				sends
			);
			const name = names.get(keyOfSend({ sourceId, campaign })) ?? '';
			return [document.id, { of: `${sourceId} ${titleKey(name)}`, name: versionKey(name) }];
		})
	);
	return (a, b) => {
		const [one, other] = [known.get(a.id)!, known.get(b.id)!];
		if (one.of !== other.of || one.name === other.name) return false;
		const [pages, others] = [addressesIn(a), addressesIn(b)];
		const shared = [...pages].filter((page) => others.has(page)).length;
		return shared > 0 && shared >= SAME_PAGES * Math.max(pages.size, others.size);
	};
}

/** The addresses under its items, as they are written. */
function addressesIn({ outline }: PublicationDocument): Set<string> {
	return new Set(itemsIn(outline).flatMap(({ links }) => links.map(({ url }) => url)));
}

/** Of fewer stories nothing is said. */
const FEWEST_STORIES = 2;

/** So small a share of its pages may be a sponsor's, or told again. */
const STRANGE_PAGES = 0.34;

/**
 * Whether two documents have no title of a story and next to no page in common: a letter of the morning
 * and one of the evening may be called by the same day.
 */
export function areStrangers(a: PublicationDocument, b: PublicationDocument): boolean {
	const [stories, others] = [storiesOf(a), storiesOf(b)];
	if (Math.min(stories.length, others.length) < FEWEST_STORIES) return false;
	const titles = new Set(others.map(({ title }) => titleKey(title)));
	if (stories.some(({ title }) => titles.has(titleKey(title)))) return false;
	const [pages, otherPages] = [pagesUnder(stories), pagesUnder(others)];
	const shared = [...pages].filter((page) => otherPages.has(page)).length;
	return shared <= STRANGE_PAGES * Math.min(pages.size, otherPages.size);
}

/** So large a share of its pages, and of its titles, a letter keeps when it is corrected. */
const KEPT_PAGES = 0.75;
const KEPT_TITLES = 0.5;

/** Tells whether two documents tell the same stories, but for a headline or two that were put right. */
export function sameStories(): (a: PublicationDocument, b: PublicationDocument) => boolean {
	// each document is compared with many
	const told = new Map<number, { pages: Set<string>; titles: Set<string> }>();
	const toldBy = (document: PublicationDocument) => {
		const known = told.get(document.id);
		if (known) return known;
		const stories = storiesOf(document);
		const titles = new Set(stories.map(({ title }) => titleKey(title)));
		const own = { pages: pagesUnder(stories), titles };
		told.set(document.id, own);
		return own;
	};
	return (a, b) => {
		const [one, other] = [toldBy(a), toldBy(b)];
		return (
			areShared(one.titles, other.titles, KEPT_TITLES) &&
			areShared(one.pages, other.pages, KEPT_PAGES)
		);
	};
}

function areShared(some: ReadonlySet<string>, others: ReadonlySet<string>, share: number): boolean {
	const shared = [...some].filter((one) => others.has(one)).length;
	return shared >= FEWEST_STORIES && shared >= share * Math.max(some.size, others.size);
}

function storiesOf({ outline }: PublicationDocument) {
	return itemsIn(outline).filter(({ role }) => role === 'editorial');
}

/** The pages that stories lead to; a sealed link has the address of its service, and of no page. */
function pagesUnder(stories: ReturnType<typeof storiesOf>): Set<string> {
	return pagesOf(stories.flatMap(({ links }) => links));
}

/**
 * Whether two documents share a campaign, as a send's own HTML and its plain-text part do; null where
 * their exports do not say, and only what they say of their issue tells.
 */
export function ofOneCampaign(a: PublicationDocument, b: PublicationDocument): boolean | null {
	if (a.campaign === null || b.campaign === null || a.sourceId !== b.sourceId) return null;
	return a.campaign === b.campaign;
}

/** Whether two documents are the HTML and the text of one e-mail, by their names. */
export function arePartsOfOne(a: PublicationDocument, b: PublicationDocument): boolean {
	return (a.format === 'text') !== (b.format === 'text') && areCalledAlike(a.name, b.name);
}
