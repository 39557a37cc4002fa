import type { SendEvents } from '../events/events.ts';
import type { Delivered } from './deliveries.ts';
import type { ItemLinkRow } from '../content/items.ts';
import { encodeReaders } from '../readers/reader-set.ts';
import type { Rollups } from './rollups.ts';
import { sortedRows } from '../sql/sort-rows.ts';

/** Goes up whenever the same events and counts come to other rollups: all of them are made anew then. */
export const ROLLUP_RULES = 2;

/** Quarter-hours since 1970. */
const quarter = (at: number) => Math.floor(at / 900);

/** The events of one of an issue's sends, and where its URLs lead. */
export type EventsOfSend = {
	opens: SendEvents;
	clicks: SendEvents;
	/** whether it can be told which opens are a privacy proxy's */
	proxied: boolean;
	/** url id → page id */
	pages: ReadonlyMap<number, number>;
};

export type IssueEvents = {
	issueId: number;
	sends: readonly EventsOfSend[];
	/** the verdict of an open by a privacy proxy */
	proxyCode: number;
	links: readonly ItemLinkRow[];
	/** items with no links too: each has its row */
	itemIds: readonly number[];
	delivered: Delivered;
	/** readers it reached, as far as they are known one by one */
	deliveredReaders: Int32Array;
	unsubscribed: number | null;
	complained: number | null;
};

/** Clicks on one thing, while they are counted: reader by reader, each in order of time. */
class Tally {
	clicks = 0;
	allClicks = 0;
	/** distinct named readers with a human click, in rising order */
	readers: number[] = [];
	/** of these, how many clicked on what another item links to as well */
	shared = 0;
	#last = 0;
	#lastShared = 0;

	/** @returns whether it is the first human click of a named reader */
	add(reader: number, human: boolean, shared: boolean): boolean {
		this.allClicks++;
		if (!human) return false;
		this.clicks++;
		if (reader <= 0) return false;
		if (shared && reader !== this.#lastShared) {
			this.#lastShared = reader;
			this.shared++;
		}
		if (reader === this.#last) return false;
		this.#last = reader;
		this.readers.push(reader);
		return true;
	}
}

/**
 * Sums the events of one issue as pages read them. Clickers are distinct readers with a human click;
 * clicks on a page of two items count in both, marked shared, and once in the issue's totals.
 */
// eslint-disable-next-line max-lines-per-function -- one pass over all events, which is as long as what is counted in it
export function rollUp(events: IssueEvents): Rollups {
	const { issueId, links, delivered } = events;
	const itemsOfPage = new Map<number, number[]>();
	const pagesInDocument = new Set<number>();
	for (const { pageId, itemId } of links) {
		pagesInDocument.add(pageId);
		if (itemId === null) continue;
		const items = itemsOfPage.get(pageId) ?? [];
		if (!items.includes(itemId)) items.push(itemId);
		itemsOfPage.set(pageId, items);
	}

	const whole = new Tally();
	const items = new Map(events.itemIds.map((id) => [id, new Tally()]));
	const pages = new Map<number, Tally>();
	const quarters = new Map<number, { clicks: number; first: number }>();
	let matched = 0;
	let ambiguous = 0;
	let newest = -Infinity;

	const clicks = clicksOf(events.sends);
	const places = clicks.pages.map((page) => {
		const owners = (page !== undefined && itemsOfPage.get(page)) || [];
		return {
			tallies: [
				...(page === undefined ? [] : [tally(pages, page)]),
				...owners.map((item) => tally(items, item))
			],
			shared: owners.length > 1,
			known: page !== undefined && pagesInDocument.has(page)
		};
	});
	for (const i of sortedRows(clicks, ['reader', 'at'], clicks.at.length)) {
		const reader = clicks.reader[i]!;
		const human = clicks.verdict[i] === 0;
		const { tallies, shared, known } = places[clicks.place[i]!]!;
		if (clicks.at[i]! > newest) newest = clicks.at[i]!;
		const first = whole.add(reader, human, false);
		for (const one of tallies) one.add(reader, human, shared);
		if (human) {
			const at = quarter(clicks.at[i]!);
			let counts = quarters.get(at);
			if (!counts) quarters.set(at, (counts = { clicks: 0, first: 0 }));
			counts.clicks++;
			if (first) counts.first++;
		}
		if (known) matched++;
		if (shared) ambiguous++;
	}
	for (const { opens } of events.sends) for (const at of opens.at) newest = Math.max(newest, at);

	const known = whole.allClicks > 0;
	// of a letter to which no click leads, nobody can say which of its items was clicked
	const told = known && (matched > 0 || pagesInDocument.size === 0);
	return {
		issue: {
			issueId,
			layer: known || events.sends.some(({ opens }) => opens.at.length > 0) ? 'events' : 'none',
			...delivered,
			clickers: known ? whole.readers.length : null,
			clicks: known ? whole.clicks : null,
			allClicks: known ? whole.allClicks : null,
			matched: matched - ambiguous,
			ambiguous,
			...openers(events, whole.readers),
			unsubscribed: events.unsubscribed,
			complained: events.complained,
			dataUpTo: newest === -Infinity ? null : newest * 1000,
			readers: encodeReaders(whole.readers)
		},
		items: [...items].map(([itemId, { clicks, allClicks, readers, shared }]) => ({
			itemId,
			issueId,
			clickers: told ? readers.length : null,
			clicks: told ? clicks : null,
			allClicks: told ? allClicks : null,
			shared,
			reach: null,
			readers: encodeReaders(readers)
		})),
		pages: [...pages].map(([pageId, { clicks, allClicks, readers }]) => ({
			issueId,
			pageId,
			clickers: readers.length,
			clicks,
			allClicks
		})),
		quarters: [...quarters].map(([quarter, { clicks, first }]) => ({
			issueId,
			quarter,
			clicks,
			first
		}))
	};
}

function tally(tallies: Map<number, Tally>, id: number): Tally {
	const own = tallies.get(id) ?? new Tally();
	tallies.set(id, own);
	return own;
}

/** Clicks of all sends as columns; `place` is where in `pages` the page of each stands. */
function clicksOf(sends: readonly EventsOfSend[]) {
	const length = sends.reduce((sum, { clicks }) => sum + clicks.at.length, 0);
	const columns = {
		reader: new Int32Array(length),
		at: new Float64Array(length),
		verdict: new Uint8Array(length),
		place: new Int32Array(length)
	};
	const pages: (number | undefined)[] = [];
	let start = 0;
	for (const send of sends) {
		const { reader, at, verdict, url } = send.clicks;
		columns.reader.set(reader, start);
		columns.at.set(at, start);
		columns.verdict.set(verdict, start);
		// they come URL by URL
		for (let i = 0; i < url.length; i++) {
			if (i === 0 || url[i] !== url[i - 1]) pages.push(send.pages.get(url[i]!));
			columns.place[start + i] = pages.length - 1;
		}
		start += url.length;
	}
	return { ...columns, pages };
}

/** Openers, of all readers and among those behind no privacy proxy, of whom alone an open says something. */
function openers(
	{ sends, proxyCode, delivered, deliveredReaders }: IssueEvents,
	clickers: readonly number[]
) {
	const opened = new Set<number>();
	const all = new Set<number>();
	const proxied = new Set<number>();
	for (const send of sends) {
		send.opens.reader.forEach((reader, i) => {
			if (reader <= 0) return;
			all.add(reader);
			if (send.opens.verdict[i] === proxyCode) proxied.add(reader);
			if (send.opens.verdict[i] === 0) opened.add(reader);
		});
	}
	const areProxiesKnown = all.size > 0 && sends.some((send) => send.proxied);
	const humans = areProxiesKnown
		? [...new Set([...opened, ...clickers])].filter((reader) => !proxied.has(reader))
		: [];
	const reached = deliveredReaders.length
		? deliveredReaders.reduce((n, reader) => n + (proxied.has(reader) ? 1 : 0), 0)
		: proxied.size;

	return {
		allOpeners: all.size > 0 ? all.size : null,
		humanOpeners: areProxiesKnown ? humans.length : null,
		openPopulation:
			areProxiesKnown && delivered.delivered !== null
				? Math.max(0, delivered.delivered - reached)
				: null,
		openClickers: areProxiesKnown ? clickers.filter((reader) => !proxied.has(reader)).length : null
	};
}
