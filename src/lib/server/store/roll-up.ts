import type { SendEvents } from './events.ts';
import type { Delivered } from './deliveries.ts';
import type { ItemLinkRow } from './items.ts';
import { encodeReaders } from './reader-set.ts';
import type { Rollups, SendRollups } from './rollups.ts';

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
};

/** Clicks on one thing, while they are counted. */
class Tally {
	clicks = 0;
	allClicks = 0;
	readers = new Set<number>();
	shared = new Set<number>();
	quarters = new Map<number, { clicks: number; first: number }>();

	add(reader: number, at: number, human: boolean, shared: boolean) {
		this.allClicks++;
		if (!human) return;
		this.clicks++;
		const slot = this.quarters.get(quarter(at)) ?? { clicks: 0, first: 0 };
		this.quarters.set(quarter(at), slot);
		slot.clicks++;
		if (reader <= 0) return;
		if (shared) this.shared.add(reader);
		if (this.readers.has(reader)) return;
		this.readers.add(reader);
		slot.first++;
	}

	get encoded() {
		return encodeReaders([...this.readers].sort((a, b) => a - b));
	}
}

/**
 * Sums the events of one issue as pages read them. Clickers are distinct readers with a human click;
 * clicks on a page of two items count in both, marked shared, and once in the issue's totals.
 */
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
	let matched = 0;
	let ambiguous = 0;
	let newest = -Infinity;

	for (const click of inOrder(events.sends)) {
		const { reader, at, page, human } = click;
		newest = Math.max(newest, at);
		const owners = (page !== undefined && itemsOfPage.get(page)) || [];
		whole.add(reader, at, human, false);
		if (page !== undefined) tally(pages, page).add(reader, at, human, owners.length > 1);
		if (page !== undefined && pagesInDocument.has(page)) matched++;
		if (owners.length > 1) ambiguous++;
		for (const item of owners) tally(items, item).add(reader, at, human, owners.length > 1);
	}
	for (const { opens } of events.sends) for (const at of opens.at) newest = Math.max(newest, at);

	const known = whole.allClicks > 0;
	return {
		issue: {
			issueId,
			layer: known || events.sends.some(({ opens }) => opens.at.length > 0) ? 'events' : 'none',
			...delivered,
			clickers: known ? whole.readers.size : null,
			clicks: known ? whole.clicks : null,
			allClicks: known ? whole.allClicks : null,
			matched: matched - ambiguous,
			ambiguous,
			...openers(events, whole.readers),
			unsubscribed: events.unsubscribed,
			dataUpTo: newest === -Infinity ? null : newest * 1000,
			readers: whole.encoded
		},
		items: [...items].map(([itemId, { clicks, allClicks, readers, shared, encoded }]) => ({
			itemId,
			issueId,
			clickers: known ? readers.size : null,
			clicks: known ? clicks : null,
			allClicks: known ? allClicks : null,
			shared: shared.size,
			readers: encoded
		})),
		pages: [...pages].map(([pageId, { clicks, allClicks, readers }]) => ({
			issueId,
			pageId,
			clickers: readers.size,
			clicks,
			allClicks
		})),
		quarters: [[0, whole] as const, ...items].flatMap(([itemId, { quarters }]) =>
			[...quarters].map(([quarter, { clicks, first }]) => ({
				issueId,
				itemId,
				quarter,
				clicks,
				first
			}))
		)
	};
}

function tally(tallies: Map<number, Tally>, id: number): Tally {
	const found = tallies.get(id) ?? new Tally();
	tallies.set(id, found);
	return found;
}

/** Clicks of all sends in order of time: whose was the first is asked of every reader. */
function inOrder(sends: readonly EventsOfSend[]) {
	const clicks = sends.flatMap(({ clicks, pages }) =>
		Array.from(clicks.at, (at, i) => ({
			at,
			reader: clicks.reader[i]!,
			page: pages.get(clicks.url[i]!),
			human: clicks.verdict[i] === 0
		}))
	);
	return clicks.sort((a, b) => a.at - b.at || a.reader - b.reader);
}

/** Openers, of all readers and among those behind no privacy proxy, of whom alone an open says something. */
function openers(
	{ sends, proxyCode, delivered, deliveredReaders }: IssueEvents,
	clickers: ReadonlySet<number>
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
	const told = all.size > 0 && sends.some((send) => send.proxied);
	const humans = [...new Set([...opened, ...clickers])].filter((reader) => !proxied.has(reader));
	const reached = deliveredReaders.length
		? deliveredReaders.reduce((n, reader) => n + (proxied.has(reader) ? 1 : 0), 0)
		: proxied.size;

	return {
		allOpeners: all.size > 0 ? all.size : null,
		humanOpeners: told ? humans.length : null,
		openPopulation:
			told && delivered.delivered !== null ? Math.max(0, delivered.delivered - reached) : null,
		openClickers: told ? [...clickers].filter((reader) => !proxied.has(reader)).length : null
	};
}

/**
 * What is kept for one send: who clicked on which UTC day, what was set aside, and which rules could
 * not be applied.
 */
export function rollUpSend(
	sendId: number,
	{ opens, clicks, proxied }: EventsOfSend,
	proxyCode: number,
	unassessed: readonly { rule: string; why: string }[]
): SendRollups {
	const days = new Map<number, Set<number>>();
	clicks.at.forEach((at, i) => {
		const reader = clicks.reader[i]!;
		if (clicks.verdict[i] !== 0 || reader <= 0) return;
		const day = Math.floor(at / 86_400);
		days.set(day, (days.get(day) ?? new Set()).add(reader));
	});

	return {
		days: [...days].map(([day, readers]) => ({
			sendId,
			day,
			readers: encodeReaders([...readers].sort((a, b) => a - b))
		})),
		verdicts: [
			...counted(sendId, 'open', opens, proxied ? [proxyCode] : []),
			...counted(sendId, 'click', clicks)
		],
		unassessed: unassessed.map((one) => ({ sendId, ...one }))
	};
}

/** @param always codes that have a row even where nothing has them */
function counted(
	sendId: number,
	event: 'open' | 'click',
	{ verdict }: SendEvents,
	always: readonly number[] = []
) {
	const totals = new Map<number, number>(always.map((code) => [code, 0]));
	for (const code of verdict) totals.set(code, (totals.get(code) ?? 0) + 1);
	return [...totals].map(([verdict, n]) => ({ sendId, event, verdict, n }));
}
