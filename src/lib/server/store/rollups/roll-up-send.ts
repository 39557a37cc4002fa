import type { Client } from '../events/clients.ts';
import type { SendEvents } from '../events/events.ts';
import { encodeCounts, encodeReaders } from '../readers/reader-set.ts';
import type { EventsOfSend } from './roll-up.ts';
import type { ClientRollup, LoneRollup, SendRollups } from './rollups.ts';
import { sortedRows } from '../sql/sort-rows.ts';

/**
 * What is kept for one send: who clicked on which local day and how often, who opened, with what and
 * where, what was set aside, and which rules could not be applied.
 */
export function rollUpSend(
	sendId: number,
	{ opens, clicks, proxied }: EventsOfSend,
	proxyCode: number,
	{ notAssessed, lone }: Beside,
	clients: ReadonlyMap<number, Client>,
	dayOf: DayOf
): SendRollups {
	const clickers = readersByDay(clicks, 0, dayOf);
	const openers = readersByDay(opens, 0, dayOf);
	const proxies = readersByDay(opens, proxyCode, dayOf);
	const days = [...new Set([...clickers.keys(), ...openers.keys(), ...proxies.keys()])];
	const none: DayReaders = { readers: [], counts: [] };
	const setOf = (day?: DayReaders) => (day ? encodeReaders(day.readers) : null);

	return {
		days: days.map((day) => {
			const { readers, counts } = clickers.get(day) ?? none;
			return {
				sendId,
				day,
				readers: encodeReaders(readers),
				clicks: encodeCounts(counts),
				openers: setOf(openers.get(day)),
				proxied: setOf(proxies.get(day))
			};
		}),
		clients: byClient(sendId, clicks, opens, clients),
		verdicts: [
			...counted(sendId, 'open', opens, proxied ? [proxyCode] : []),
			...counted(sendId, 'click', clicks)
		],
		unassessed: notAssessed.map((one) => ({ sendId, ...one })),
		lone: lone ? [{ sendId, ...lone }] : []
	};
}

/** What judging says of a send beside its verdicts. */
type Beside = {
	notAssessed: readonly { rule: string; why: string }[];
	lone: Omit<LoneRollup, 'sendId'> | null;
};

/** Turns an instant in UTC milliseconds into a local day since 1970. */
type DayOf = (at: number) => number;

/** Distinct readers in rising order, and how many events each had. */
type DayReaders = { readers: number[]; counts: number[] };

/** Named readers with events of one verdict, by local day. */
function readersByDay(
	{ at, reader, verdict }: SendEvents,
	code: number,
	dayOf: DayOf
): Map<number, DayReaders> {
	const kept: { day: number[]; reader: number[] } = { day: [], reader: [] };
	for (let i = 0; i < at.length; i++) {
		if (verdict[i] !== code || reader[i]! <= 0) continue;
		kept.day.push(dayOf(at[i]! * 1000));
		kept.reader.push(reader[i]!);
	}
	const days = new Map<number, DayReaders>();
	for (const i of sortedRows(kept, ['day', 'reader'], kept.day.length)) {
		let day = days.get(kept.day[i]!);
		if (!day) days.set(kept.day[i]!, (day = { readers: [], counts: [] }));
		const id = kept.reader[i]!;
		if (day.readers.at(-1) === id) day.counts[day.counts.length - 1]!++;
		else {
			day.readers.push(id);
			day.counts.push(1);
		}
	}
	return days;
}

/** Human events by what they say of the device and of the country; what says nothing is left out. */
function byClient(
	sendId: number,
	clicks: SendEvents,
	opens: SendEvents,
	clients: ReadonlyMap<number, Client>
): ClientRollup[] {
	return (['device', 'country'] as const).flatMap((of) => {
		const values = new Map<string, Counted>();
		function each(events: SendEvents, add: (row: Counted, reader: number) => void) {
			for (let i = 0; i < events.at.length; i++) {
				const value = clients.get(events.client[i]!)?.[of];
				if (!value || events.verdict[i] !== 0) continue;
				const key = value.trim().toLowerCase();
				let row = values.get(key);
				if (!row) values.set(key, (row = { clicks: 0, clickers: new Set(), openers: new Set() }));
				add(row, events.reader[i]!);
			}
		}
		each(clicks, (row, reader) => {
			row.clicks++;
			if (reader > 0) row.clickers.add(reader);
		});
		each(opens, (row, reader) => {
			if (reader > 0) row.openers.add(reader);
		});
		return [...values].map(([value, { clicks, clickers, openers }]) => ({
			sendId,
			of,
			value,
			clicks,
			clickers: clickers.size,
			openers: openers.size
		}));
	});
}

type Counted = { clicks: number; clickers: Set<number>; openers: Set<number> };

/** @param always codes that have a row even where nothing has them */
function counted(
	sendId: number,
	event: 'open' | 'click',
	{ verdict }: SendEvents,
	always: readonly number[] = []
) {
	const totals = new Uint32Array(256);
	for (let i = 0; i < verdict.length; i++) totals[verdict[i]!]!++;
	return Array.from(totals, (n, code) => ({ sendId, event, verdict: code, n })).filter(
		({ verdict, n }) => n > 0 || always.includes(verdict)
	);
}
