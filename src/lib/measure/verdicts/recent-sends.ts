import type { RuleSet } from './rules.ts';

/**
 * What one send taught about its readers, from its own events alone: so that what is known of a reader
 * depends on the last few sends and on nothing before them.
 */
export type SendSigns = {
	/** sends of one issue are one occasion for a reader: of two halves of a list nobody gets both */
	issue: number | null;
	/** readers whose first open came within minutes of the send; null where that cannot be told */
	quick: Int32Array | null;
	/** readers in whose name a scanner clicked */
	scanned: Int32Array;
	/** readers who clicked as a scanner might, and as people may now and then */
	alike: Int32Array;
	/** readers it reached; null for all */
	delivered: Int32Array | null;
};

/** The latest sends, oldest first, at most `lookBack` of them. */
export type RecentSends = readonly SendSigns[];

/** Adds the latest send and lets go of those out of sight. */
export function remember(habits: RecentSends, send: SendSigns, { lookBack }: RuleSet): RecentSends {
	return [...habits, send].slice(-lookBack);
}

/**
 * Readers whose address was scanned in enough of the remembered sends, or who clicked as a scanner might
 * in nearly all of the issues that reached them since they first did.
 */
export function scannedBefore(habits: RecentSends, { scannerHabit }: RuleSet): Set<number> {
	const byScanner = new Set<number>();
	if (!scannerHabit.on) return byScanner;

	const times = new Map<number, number>();
	for (const { scanned } of habits) {
		for (const reader of scanned) {
			const n = (times.get(reader) ?? 0) + 1;
			times.set(reader, n);
			if (n >= scannerHabit.sends) byScanner.add(reader);
		}
	}

	const seen = regularity(occasions(habits), ({ alike }) => alike);
	for (const [reader, { n, chances }] of seen)
		if (n >= scannerHabit.sends && n >= scannerHabit.share * chances) byScanner.add(reader);
	return byScanner;
}

/** What there is of each occasion: sends of one issue together, where the first of them stands. */
function occasions(habits: RecentSends): SendSigns[] {
	const byOccasion = new Map<number | SendSigns, SendSigns>();
	for (const habit of habits) {
		const key = habit.issue ?? habit;
		const before = byOccasion.get(key);
		byOccasion.set(key, before ? together(before, habit) : habit);
	}
	return [...byOccasion.values()];
}

function together(a: SendSigns, b: SendSigns): SendSigns {
	const union = (some: Int32Array, more: Int32Array) =>
		Int32Array.from(new Set([...some, ...more]));
	return {
		issue: a.issue,
		quick: a.quick && b.quick ? union(a.quick, b.quick) : (a.quick ?? b.quick),
		scanned: union(a.scanned, b.scanned),
		alike: union(a.alike, b.alike),
		delivered: a.delivered && b.delivered ? union(a.delivered, b.delivered) : null
	};
}

/** For each reader who did something: on how many occasions, of how many since the first. */
function regularity(
	occasions: readonly SendSigns[],
	readersOf: (occasion: SendSigns) => Int32Array
): Map<number, { n: number; chances: number }> {
	let top = 0;
	for (const occasion of occasions) {
		for (const reader of readersOf(occasion)) if (reader > top) top = reader;
		for (const reader of occasion.delivered ?? []) if (reader > top) top = reader;
	}
	const times = new Uint16Array(top + 1);
	const reached = new Uint16Array(top + 1);
	const first = new Uint16Array(top + 1);
	occasions.forEach((occasion, place) => {
		for (const reader of readersOf(occasion)) if (times[reader]!++ === 0) first[reader] = place;
		// what came before the first says nothing: the reader may have joined since
		for (const reader of occasion.delivered ?? []) if (times[reader]!) reached[reader]!++;
	});

	// occasions that may have reached anybody, counted from the end
	const open = new Uint16Array(occasions.length + 1);
	for (let place = occasions.length - 1; place >= 0; place--)
		open[place] = open[place + 1]! + (occasions[place]!.delivered ? 0 : 1);

	const counts = new Map<number, { n: number; chances: number }>();
	times.forEach((n, reader) => {
		if (reader > 0 && n > 0)
			counts.set(reader, { n, chances: open[first[reader]!]! + reached[reader]! });
	});
	return counts;
}

/**
 * Readers behind a privacy proxy: since they first opened within minutes, they have done so at
 * nearly every remembered issue that reached them, and often enough to tell. Null while too few
 * issues are remembered.
 *
 * Addresses under a scanner open as regularly; they are not counted here.
 */
export function behindProxy(habits: RecentSends, { privacyProxy }: RuleSet): Set<number> | null {
	const quickSends = occasions(habits).filter(({ quick }) => quick);
	if (!privacyProxy.on || quickSends.length < privacyProxy.sends) return null;

	const scans = new Map<number, number>();
	for (const { scanned } of quickSends)
		for (const reader of scanned) scans.set(reader, (scans.get(reader) ?? 0) + 1);

	const readers = new Set<number>();
	for (const [reader, { n, chances }] of regularity(quickSends, ({ quick }) => quick!)) {
		if (n + 1 < privacyProxy.sends || (scans.get(reader) ?? 0) * 2 > n) continue;
		if (n + 1 >= privacyProxy.share * chances) readers.add(reader);
	}
	return readers;
}
