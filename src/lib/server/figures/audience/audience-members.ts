import { isFewOf, smallCells } from '#lib/measure/stats/small-cells.ts';
import { DAY } from '#lib/duration.ts';
import { tierOf, tiers, type Tier } from '#lib/measure/readers/engagement.ts';
import { wilson } from '#lib/measure/stats/wilson.ts';
import { nameKey } from '#lib/name-key.ts';
import type { Activity } from './audience-activity.ts';
import { monthOf, type Span } from './audience-span.ts';
import type { Crowd } from './crowd.ts';

/** The mean length of a month in the Gregorian calendar, in milliseconds. */
export const monthLength = 30.436875 * DAY;

/**
 * How much is known of those who left: `all` where any list or event names some of them,
 * `survivors` where lists hold only who is still there, `none` without a list.
 */
export type Leavers = 'all' | 'survivors' | 'none';

export type Totals = {
	/** readers there as of the end of the period, pending ones not counted */
	there: number;
	/** of these, in lists that do not say since when */
	undated: number;
	/** known by their clicks alone, in no list: counted as there */
	unlisted: number;
	/** have not confirmed yet */
	pending: number;
	/** left by then, and of these how many on a day that only the date of a list bounds */
	left: number;
	leftByList: number;
};

/**
 * Readers by place, as of the end of a period, narrowed to a channel. Whoever left and came back stayed
 * more than once: the latest stay is in the reader's own place, each one before it in a row of its own
 * after all readers, so that joined, left and retention count every stay.
 */
export type Members = {
	/** readers, and after them the rows of earlier stays; an unused row is of nobody */
	count: number;
	/** UTC milliseconds, NaN where unknown; leaving after the period is not known yet */
	joined: Float64Array;
	left: Float64Array;
	/** 1 for those who are there at the end */
	there: Uint8Array;
	/** place of the month of joining; −1 where unknown or before all months */
	joinedMonth: Int16Array;
	/** place in `channels`; −1 where no list says one */
	channel: Int16Array;
	channels: readonly string[];
	/** the channel that these are narrowed to, as lists write it; null for all */
	channelName: string | null;
	company: Int32Array;
	/** by place, of those who stayed more than once: the rows of their stays, the last in their own place */
	stays: ReadonlyMap<number, readonly Stay[]>;
	leavers: Leavers;
	/** first instant of leaving that is known, of any reader; null where none is */
	leavingSince: number | null;
	totals: Totals;
};

/** A stay of a reader: its row, and the instant at which the one before it ended, or the reader was not there before. */
export type Stay = { row: number; awaySince: number };

// eslint-disable-next-line max-lines-per-function -- one pass over all readers, which is as long as what is counted in it
export function membersOf(crowd: Crowd, span: Span | null, asked: string | null): Members {
	const { readers, count: people } = crowd;
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
	const isAsked = (joined: number, word: number) =>
		!(joined > asOf || (key !== null && word !== wanted));
	const place = (row: number, reader: number, joined: number, left: number, byList: number) => {
		members.company[row] = readers.company[reader]!;
		members.joined[row] = joined;
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
			if (!(end <= asOf)) continue;
			members.leavers = 'all';
			members.leavingSince = Math.min(members.leavingSince ?? Infinity, end);
		}
		const isPending = readers.pending[reader] === 1;
		if (isPending && isAsked(joined, word)) totals.pending++;
		if (next === first) {
			if (isPending || !isAsked(joined, word)) continue;
			members.channel[reader] = word;
			place(reader, reader, joined, left, readers.leftByList[reader]!);
			continue;
		}

		const own = Array.from({ length: next - first }, (_, i) => ({
			joined: earlier.joined[first + i]!,
			left: earlier.left[first + i]!,
			byList: earlier.leftByList[first + i]!,
			word: readers.channel.of[readers.length + first + i]!
		}));
		if (!isPending) own.push({ joined, left, word, byList: readers.leftByList[reader]! });
		const seen = own.filter((stay) => isAsked(stay.joined, stay.word));
		const rows = seen.map((stay, i): Stay => {
			const row = i === seen.length - 1 ? reader : people + first + i;
			members.channel[row] = stay.word;
			place(row, reader, stay.joined, stay.left, stay.byList);
			return { row, awaySince: seen[i - 1]?.left ?? (stay === own[0] ? NaN : -Infinity) };
		});
		if (rows.length > 0) stays.set(reader, rows);
	}
	if (key === null)
		for (let reader = readers.length; reader < people; reader++) {
			members.there[reader] = 1;
			totals.there++;
			totals.unlisted++;
		}
	return members;
}

/** A share of readers with the ends of its 90 % interval; all null of nobody. */
export type EstimatedShare = { share: number | null; low: number | null; high: number | null };

export function shareOf(n: number, of: number): EstimatedShare {
	if (of === 0) return { share: null, low: null, high: null };
	const [low, high] = wilson(n, of);
	return { share: n / of, low, high };
}

export type TierRow = {
	tier: Tier;
	readers: number;
	/** of all who are there */
	share: number | null;
	/** joined less than a window ago: too short to say */
	young: number;
	/** opened in the window, as far as opens can be told to be people's */
	opened: number;
	/** of the others, behind a privacy proxy in the window: their opens say nothing */
	proxied: number;
};

/** Readers who are there by their latest click, with what is known of their opens beside it. */
export function tierRows(
	{ there, joined, totals }: Members,
	span: Span | null,
	{ lastDay, opens, today }: Activity,
	window: number
): TierRow[] {
	const rows = new Map(
		tiers.map((tier) => [tier, { tier, readers: 0, share: null, young: 0, opened: 0, proxied: 0 }])
	);
	const since = (span?.asOf ?? 0) - window * DAY;
	for (let reader = 0; reader < there.length; reader++) {
		if (!there[reader]) continue;
		const row = rows.get(tierOf(lastDay[reader]!, today, window))!;
		row.readers++;
		if (joined[reader]! > since) row.young++;
		if (opens[reader] === 1) row.opened++;
		else if (opens[reader] === 2) row.proxied++;
	}
	return [...rows.values()].map((row) => ({
		...row,
		share: totals.there ? row.readers / totals.there : null
	}));
}

/** Ends of classes of tenure, in months. */
const tenures = [1, 3, 6, 12, 24, Infinity];

export type TenureRow = EstimatedShare & {
	/** months since joining: from, and to where there is an end */
	from: number;
	to: number | null;
	/** null of few */
	readers: number | null;
	/** of these; `share` is theirs; null of few, or of all but few */
	engaged: number | null;
};

/** How long those who are there have been, and how many of them are engaged. */
export function tenureRows(
	{ there, joined }: Members,
	span: Span | null,
	{ lastDay, today }: Activity,
	window: number
): TenureRow[] {
	const rows = tenures.map((to, i) => ({ from: tenures[i - 1] ?? 0, to, readers: 0, engaged: 0 }));
	for (let reader = 0; reader < there.length; reader++) {
		if (!there[reader] || Number.isNaN(joined[reader]!)) continue;
		const months = ((span?.asOf ?? 0) - joined[reader]!) / monthLength;
		const row = rows.find(({ to }) => months < to)!;
		row.readers++;
		if (tierOf(lastDay[reader]!, today, window) === 'engaged') row.engaged++;
	}
	const few = smallCells(rows.map(({ readers }) => readers));
	const fewEngaged = smallCells(
		rows.map(({ engaged }) => engaged),
		rows.map(({ engaged, readers }, i) => few[i]! || isFewOf(engaged, readers))
	);
	return rows.map(({ from, to, readers, engaged }, i) => ({
		from,
		to: to === Infinity ? null : to,
		readers: few[i] ? null : readers,
		...(fewEngaged[i]
			? { engaged: null, share: null, low: null, high: null }
			: { engaged, ...shareOf(engaged, readers) })
	}));
}
