import { itemsIn } from '#lib/issue/source/document.ts';
import { issueByPages } from '#lib/join/issue-by-pages.ts';
import {
	contradict,
	comparedIdentity,
	sameKeys,
	type ComparedIdentity
} from '#lib/join/same-issue.ts';
import { daysBetween, titleKey, keyWordCount } from '#lib/join/title.ts';
import { withoutWorn } from '#lib/join/written-otherwise.ts';
import { pagesOf } from '#lib/url/pages-of.ts';
import { clickedUrls } from '../store/events/urls.ts';
import { firstOpenDays, type PublicationSend } from '../store/events/sends.ts';
import type { Tx } from '../store/sql/open.ts';
import type { Edition } from './document-editions.ts';
import { editionIdentity, identityOfSend } from './edition-identity.ts';
import { areVersions } from './same-edition.ts';

// Sends of which their names, numbers and days do not tell of which issue they are.

/**
 * Gives sends that no name, number or day tells of to the issues whose pages their readers clicked: many
 * exports know a send by an id alone. Where only opens are known of one, the day of the first tells.
 *
 * @returns those of which that does not tell either
 */
export async function leftByReaders(
	db: Tx,
	editions: readonly Edition[],
	alone: readonly PublicationSend[],
	zone: string
): Promise<PublicationSend[]> {
	const isRead = editions.some(({ documents }) => documents.length > 0);
	if (alone.length === 0 || !isRead) return [...alone];
	const identities = editions.map(editionIdentity);
	const keys = identities.map(comparedIdentity);
	const ids = alone.map(({ id }) => id);
	const clicked = new Map<number, Set<string>>();
	for (const { sendId, key } of await clickedUrls(db, ids))
		if (key !== null) clicked.set(sendId, (clicked.get(sendId) ?? new Set()).add(key));
	// the pages of every letter are worth asking for where something was clicked alone
	const linked = clicked.size ? editions.map(linkedPages) : [];
	const { ofClicked, ofLinked } = withoutWorn(
		[...clicked.values()].flatMap((pages) => [...pages]),
		linked.flatMap((pages) => [...pages])
	);
	const pages = linked.map(ofLinked);
	const byPages = issueByPages(pages.map((own, id) => ({ id, pages: own })));
	const byStory = storyFinder(editions, pages);

	const unclicked = alone.filter(({ id, sentAt }) => sentAt === null && !clicked.has(id));
	const began = await firstOpenDays(
		db,
		unclicked.map(({ id }) => id)
	);
	const byDay = dayFinder(
		identities.map(({ date }) => date),
		[...began.values()]
	);

	const left = alone.filter((send) => {
		const identity = comparedIdentity(identityOfSend(send, zone));
		const isOpen = (id: number) => !contradict(keys[id]!, identity);
		const own = ofClicked(clicked.get(send.id) ?? []);
		const told = byStory(send, own);
		if (told !== null && isOpen(told)) {
			editions[told]!.sends.push({ send, by: 'title' });
			return false;
		}
		const linking = byPages(own, isOpen);
		if (linking !== null) {
			editions[linking]!.sends.push({ send, by: 'pages' });
			return false;
		}
		const dated = byDay(began.get(send.id));
		if (dated === null || !isOpen(dated) || hasSendOf(editions[dated]!, send)) return true;
		editions[dated]!.sends.push({ send, by: 'day' });
		return false;
	});
	return left.filter((send) => !followsItsVersion(send, editions, zone));
}

/** In fewer words than this a story may be called as others are. */
const STORY_WORDS = 4;

/** So large a share of what was clicked is in a letter that is called by a story further down. */
const CLICKED_THERE = 0.5;

/**
 * Makes what finds the one letter with a story that is called as a send is: subjects are titles of first
 * stories. A further one may be of an earlier letter, unless what was clicked says that it is not.
 */
function storyFinder(editions: readonly Edition[], pages: readonly ReadonlySet<string>[]) {
	const telling = new Map<string, { id: number; first: boolean }[]>();
	for (const [id, { documents }] of editions.entries())
		for (const { outline } of documents) {
			const stories = itemsIn(outline);
			for (const [i, { title }] of stories.entries()) {
				const key = titleKey(title);
				if (keyWordCount(key) < STORY_WORDS) continue;
				telling.set(key, [...(telling.get(key) ?? []), { id, first: i === 0 }]);
			}
		}
	return (
		{ subject, name, campaign }: PublicationSend,
		clicked: ReadonlySet<string>
	): number | null => {
		const told = [subject, name, campaign].flatMap(
			(text) => telling.get(titleKey(text ?? '')) ?? []
		);
		const [id, another] = new Set(told.map((one) => one.id));
		if (id === undefined || another !== undefined) return null;
		const there = [...clicked].filter((page) => pages[id]?.has(page)).length;
		const isThere = clicked.size > 0 && there >= CLICKED_THERE * clicked.size;
		return isThere || told.some(({ first }) => first) ? id : null;
	};
}

/** Gives a send that went out again, or as another version, to the issue of the one whose name it has. */
function followsItsVersion(send: PublicationSend, editions: readonly Edition[], zone: string) {
	const [edition, another] = editions.filter(({ sends }) =>
		sends.some((known) => areVersions(known.send, send, zone))
	);
	if (!edition || another) return false;
	edition.sends.push({ send, by: 'title' });
	return true;
}

/** Whether an issue has a send of the same service: a second would have another subject, or name its day. */
function hasSendOf({ sends }: Edition, { sourceId }: PublicationSend): boolean {
	return sends.some(({ send }) => send.sourceId === sourceId);
}

/**
 * Makes what finds the issue of a day, UTC, on which a send was first opened: the only one dated within a
 * day of it, by which alone one send was first opened then.
 */
function dayFinder(dates: readonly (string | null)[], began: readonly string[]) {
	const near = (a: string | null, b: string) => (daysBetween(a, b) ?? Infinity) <= 1;
	return (day: string | undefined): number | null => {
		if (day === undefined || began.filter((other) => near(other, day)).length > 1) return null;
		const [id, another] = dates.flatMap((date, i) => (near(date, day) ? [i] : []));
		return id !== undefined && another === undefined ? id : null;
	};
}

/** The pages that an issue's documents link to, but for what stands in their frame. */
function linkedPages({ documents }: Edition): Set<string> {
	const items = documents.flatMap(({ outline }) => itemsIn(outline));
	return pagesOf(items.flatMap(({ links }) => links));
}

/** Sends that no document speaks of: those of one name and number are one issue all the same. */
export function byNumber(alone: readonly PublicationSend[], zone: string): Edition[] {
	const unread: { edition: Edition; keys: ComparedIdentity; first: PublicationSend }[] = [];
	for (const send of alone) {
		const keys = comparedIdentity(identityOfSend(send, zone));
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
