import { nameOfLink } from '#lib/link-name.ts';
import {
	readerCounts,
	readerUrlCounts,
	urlCounts,
	type IssueCount,
	type UrlCount
} from '../events/facts.ts';
import type { IssueFacts } from './issue-facts.ts';
import type { ItemLinkRow } from '../content/items.ts';
import type { Db, Tx } from '../sql/open.ts';
import type { Rollups } from './rollups.ts';
import { textsOfUrls } from '../events/urls.ts';

/**
 * Fills in what only aggregates say, where an issue has no click events: the most complete layer
 * counts, and none is added to another or turned into events.
 */
export async function addCounts(
	db: Db | Tx,
	rollups: Rollups,
	{ sends, links, counts }: IssueFacts,
	/** of each send: url id → page id */
	pages: ReadonlyMap<number, ReadonlyMap<number, number>>
) {
	const { issue } = rollups;
	const sendIds = sends.filter((send) => send.counts).map(({ id }) => id);
	const counted = (event: IssueCount['event']) => {
		const own = counts.filter((count) => count.event === event);
		return own.reduce<Pick<IssueCount, 'total' | 'unique'>>(
			(before, { total, unique }) => ({
				total: sum(before.total, total),
				unique: sum(before.unique, unique)
			}),
			{ total: null, unique: null }
		);
	};
	const byReader = new Map(
		(sendIds.length ? await readerCounts(db, sendIds) : []).map((count) => [count.event, count])
	);

	issue.allOpeners ??= byReader.get('open')?.readers ?? counted('open').unique;
	if (issue.allClicks !== null) return;

	const listed = sendIds.length ? await urlCounts(db, sendIds) : [];
	// of links that no list has, those whose clickers were exported one by one
	const known = new Set(listed.map(({ sendId, urlId }) => `${sendId} ${urlId}`));
	const single = sendIds.length ? await readerUrlCounts(db, sendIds) : [];
	const byUrl = [
		...listed,
		...single.filter(({ sendId, urlId }) => !known.has(`${sendId} ${urlId}`))
	];
	const readers = byReader.get('click');
	const total = counted('click');
	issue.clickers = readers?.readers ?? total.unique;
	issue.clicks = issue.allClicks = readers?.n ?? total.total;
	const lost = byUrl.filter(({ sendId, urlId }) => !pages.get(sendId)?.has(urlId));
	// words that several links have are of one that seems not to be named
	const isComplete = listed.length > 0 && !(await anyNamed(db, lost));
	if (byUrl.length) addUrlCounts(rollups, pages, links, byUrl, isComplete);
	else if (readers) issue.layer = 'readers';
	else if (total.total !== null || total.unique !== null) issue.layer = 'issue';
}

/** Whether one of these links is known by its words alone. */
async function anyNamed(db: Db | Tx, counts: readonly UrlCount[]): Promise<boolean> {
	const texts = await textsOfUrls(
		db,
		counts.map(({ urlId }) => urlId)
	);
	return texts.some((text) => nameOfLink(text) !== null);
}

function addUrlCounts(
	{ issue, items, pages }: Rollups,
	pagesOf: ReadonlyMap<number, ReadonlyMap<number, number>>,
	links: readonly ItemLinkRow[],
	counts: readonly UrlCount[],
	/** a file lists every link that was clicked: what it does not name got none */
	isComplete: boolean
) {
	issue.layer = 'urls';
	type Counted = { clickers: number | null; clicks: number | null; reach: number | null };
	/** of each page what goes into the issue's total: clicks, else the readers who clicked */
	const toldOf = new Map<number, number>();
	const ofPage = new Map<number, Counted>();
	let all = 0;
	for (const { sendId, urlId, total, unique, reach } of counts) {
		const told = total ?? unique ?? 0;
		all += told;
		const page = pagesOf.get(sendId)?.get(urlId);
		if (page === undefined) continue;
		toldOf.set(page, (toldOf.get(page) ?? 0) + told);
		const before = ofPage.get(page);
		ofPage.set(page, {
			clickers: sum(before?.clickers, unique),
			clicks: sum(before?.clicks, total),
			reach: sum(before?.reach, reach)
		});
	}
	issue.allClicks ??= all;
	issue.clicks ??= all;
	const shown = [...ofPage.values()].map(({ reach }) => reach);
	if (issue.delivered === null && shown.length && !shown.includes(null)) {
		// each was shown to readers of its own
		issue.delivered = shown.reduce<number>((n, reach) => n + reach!, 0);
		issue.basis = 'count';
	}

	for (const [pageId, { clickers, clicks }] of ofPage)
		pages.push({ issueId: issue.issueId, pageId, clickers, clicks, allClicks: clicks });

	for (const item of items) {
		const own = new Set(
			links.filter(({ itemId }) => itemId === item.itemId).map(({ pageId }) => pageId)
		);
		const pages = [...own].flatMap((page) => ofPage.get(page) ?? []);
		if (pages.length === 0) {
			if (isComplete) item.clicks = item.allClicks = item.clickers = 0;
			continue;
		}
		item.clicks = item.allClicks = pages.reduce<number | null>(
			(n, { clicks }) => sum(n, clicks),
			null
		);
		// readers of two links are not told apart: only a single link's count of readers is one
		item.clickers = pages.length === 1 ? pages[0]!.clickers : null;
		item.reach = pages.length === 1 ? pages[0]!.reach : null;
	}
	const inDocument = new Set(links.map(({ pageId }) => pageId));
	for (const [page, told] of toldOf) if (inDocument.has(page)) issue.matched += told;
}

function sum(a: number | null | undefined, b: number | null): number | null {
	return a === null || a === undefined ? b : b === null ? a : a + b;
}
