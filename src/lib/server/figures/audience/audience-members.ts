import { DAY } from '#lib/duration.ts';
import { nameKey } from '#lib/name-key.ts';
import { monthOf, type AudienceSpan } from './audience-span.ts';
import { isOfLeavers } from './movements.ts';
import type { KnownReaders } from './known-readers.ts';

/** The mean length of a month in the Gregorian calendar, in milliseconds. */
export const monthLength = 30.436875 * DAY;

/**
 * How much is known about readers who left: `all` if any list or event names some of them, `survivors` if
 * lists hold only current readers, `gone` if they hold only readers who left, `none` without a list.
 */
export type Leavers = 'all' | 'survivors' | 'gone' | 'none';

/** Whether departures are known by an instant. */
export function knowsLeaving(
	{ leavers, leavingSince }: Pick<Members, 'leavers' | 'leavingSince'>,
	asOf: number
): boolean {
	return leavers === 'all' || (leavers === 'gone' && (leavingSince ?? Infinity) <= asOf);
}

export type Totals = {
	/** subscribed at the end of the period, without pending ones */
	there: number;
	/** of these, in lists without a signup date */
	undated: number;
	/** known only by their clicks, in no list: counted as subscribed */
	unlisted: number;
	/** have not confirmed yet */
	pending: number;
	/** left by then, and of these how many on a day known only from the date of a list */
	left: number;
	leftByList: number;
};

/**
 * Readers by index, as of the end of a period, narrowed to a channel. Readers who left and came back have
 * several stays: the latest has the reader's own index, each earlier one a row of its own after all readers,
 * so that joined, left and retention count every stay.
 */
export type Members = {
	/** number of readers and of the rows of earlier stays after them; an unused row belongs to nobody */
	count: number;
	/** UTC milliseconds, NaN if unknown; departures after the period are not known yet */
	joined: Float64Array;
	left: Float64Array;
	/**
	 * UTC milliseconds from which they count as subscribed: the signup, or the local day of the first click
	 * if lists give a later signup; −Infinity if no signup is known
	 */
	since: Float64Array;
	/** 1 for those who are subscribed at the end */
	there: Uint8Array;
	/** index of the month of joining; −1 if unknown or before all months */
	joinedMonth: Int16Array;
	/** index in `channels`; −1 if no list names one */
	channel: Int16Array;
	channels: readonly string[];
	/** the channel to which these are narrowed, as lists write it; null for all */
	channelName: string | null;
	company: Int32Array;
	/**
	 * by index, for readers who stayed more than once: the rows of their stays, the last at their own index
	 */
	stays: ReadonlyMap<number, readonly Stay[]>;
	leavers: Leavers;
	/** the earliest known departure of any reader, even after the period; null if none is known */
	leavingSince: number | null;
	totals: Totals;
};

/**
 * A stay of a reader: its row, the instant from which the reader was away before it, and the instant at which
 * the next stay begins, by whichever channel; Infinity for the last.
 */
export type Stay = { row: number; awaySince: number; until: number };

/** A stay as it is written to its row. */
type Placed = { since: number; joined: number; left: number; byList: number };

/**
 * Who was subscribed when, of all readers or of one channel, by index.
 *
 * @param span the span to look at; null for all time
 * @param asked the name of a channel; null for all
 */
// eslint-disable-next-line max-lines-per-function -- one pass over all readers, which is as long as what is counted in it
export function membersOf(
	known: KnownReaders,
	span: AudienceSpan | null,
	asked: string | null
): Members {
	const { readers, count: people } = known;
	const { earlier } = readers;
	const key = asked === null ? null : nameKey(asked);
	const wanted = readers.channel.names.findIndex((name) => nameKey(name) === key);
	const asOf = span?.asOf ?? -Infinity;
	const count = people + earlier.length;
	const stays = new Map<number, Stay[]>();

	const members: Members = {
		count,
		joined: new Float64Array(count).fill(NaN),
		left: new Float64Array(count).fill(NaN),
		since: new Float64Array(count).fill(-Infinity),
		there: new Uint8Array(count),
		joinedMonth: new Int16Array(count).fill(-1),
		channel: new Int16Array(count).fill(-1),
		channels: readers.channel.names,
		channelName: key === null ? null : (readers.channel.names[wanted] ?? asked),
		company: new Int32Array(count),
		stays,
		leavers: readers.length === 0 ? 'none' : 'survivors',
		leavingSince: null,
		totals: { there: 0, undated: 0, unlisted: 0, pending: 0, left: 0, leftByList: 0 }
	};
	const { totals } = members;
	// a channel by which nobody came must not match readers without a channel
	const isAsked = (since: number, word: number) =>
		!(since > asOf) && (key === null || (wanted >= 0 && word === wanted));
	/** Readers who clicked were subscribed by then, even if a list gives a later date. */
	const firstSince = (reader: number, joined: number) =>
		Number.isNaN(joined) ? -Infinity : Math.min(joined, known.clickedFrom[reader]!);
	const place = (row: number, reader: number, { since, joined: on, left, byList }: Placed) => {
		// a signup after the period is not known yet
		const joined = on > asOf ? NaN : on;
		members.company[row] = readers.company[reader]!;
		members.joined[row] = joined;
		members.since[row] = since;
		members.joinedMonth[row] = span ? monthOf(span, joined) : -1;
		if (left <= asOf) {
			members.left[row] = left;
			totals.left++;
			totals.leftByList += byList;
			return;
		}
		members.there[row] = 1;
		totals.there++;
		if (Number.isNaN(joined)) totals.undated++;
	};

	let next = 0;
	for (let reader = 0; reader < readers.length; reader++) {
		const first = next;
		while (next < earlier.length && earlier.reader[next] === reader) next++;
		const [joined, left] = [readers.joined[reader]!, readers.left[reader]!];
		const word = readers.channel.of[reader]!;
		for (let stay = first; stay <= next; stay++) {
			const end = stay < next ? earlier.left[stay]! : left;
			if (!Number.isFinite(end)) continue;
			if (end <= asOf) members.leavers = 'all';
			members.leavingSince = Math.min(members.leavingSince ?? Infinity, end);
		}
		const isPending = readers.pending[reader] === 1;
		if (isPending && isAsked(joined, word)) totals.pending++;
		if (next === first) {
			const since = firstSince(reader, joined);
			if (isPending || !isAsked(since, word)) continue;
			members.channel[reader] = word;
			place(reader, reader, { since, joined, left, byList: readers.leftByList[reader]! });
			continue;
		}

		const own = Array.from({ length: next - first }, (_, i) => ({
			joined: earlier.joined[first + i]!,
			left: earlier.left[first + i]!,
			byList: earlier.leftByList[first + i]!,
			word: readers.channel.of[readers.length + first + i]!
		}));
		if (!isPending) own.push({ joined, left, word, byList: readers.leftByList[reader]! });
		const dated = own.map((stay, i) => ({
			...stay,
			since: i === 0 ? firstSince(reader, stay.joined) : stay.joined
		}));
		const seen = dated.filter((stay) => isAsked(stay.since, stay.word));
		const rows = seen.map((stay, i): Stay => {
			const row = i === seen.length - 1 ? reader : people + first + i;
			members.channel[row] = stay.word;
			place(row, reader, stay);
			return {
				row,
				awaySince: seen[i - 1]?.left ?? (stay === dated[0] ? NaN : -Infinity),
				until: dated[dated.indexOf(stay) + 1]?.since ?? Infinity
			};
		});
		if (rows.length > 0) stays.set(reader, rows);
	}
	if (isOfLeavers(readers)) members.leavers = 'gone';
	if (key === null)
		for (let reader = readers.length; reader < people; reader++) {
			members.there[reader] = 1;
			totals.there++;
			totals.unlisted++;
		}
	return members;
}
