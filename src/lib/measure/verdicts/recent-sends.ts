import type { RuleSet } from './rules.ts';

/**
 * What one send showed about its readers, from its own events alone, so that what is known about a reader
 * depends on the last few sends and on nothing earlier.
 */
export type SendSigns = {
	/** sends of one issue count as one occasion: nobody gets both halves of a split list */
	issue: number | null;
	/** readers whose first open came within minutes of the send; null if that is unknown */
	quick: Int32Array | null;
	/** readers in whose name a scanner clicked */
	scanned: Int32Array;
	/** readers who clicked as scanners do, but people sometimes too */
	alike: Int32Array;
	/** readers it reached; null for all */
	delivered: Int32Array | null;
};

/** The latest sends, oldest first, at most `lookBack` of them. */
export type RecentSends = readonly SendSigns[];

/** Adds the latest send and drops those beyond `lookBack`. */
export function remember(habits: RecentSends, send: SendSigns, { lookBack }: RuleSet): RecentSends {
	return [...habits, send].slice(-lookBack);
}

/**
 * Readers whose address was scanned in enough of the remembered sends, or whose clicks looked like a scan in
 * nearly all issues that reached them since the first such.
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

/** Merges sends of one issue into one occasion, at the place of the first of them. */
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

/**
 * For each listed reader: on how many occasions they are listed, and how many reached them since the first of
 * these.
 */
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
		// occasions before the first do not count: the reader may have joined since
		for (const reader of occasion.delivered ?? []) if (times[reader]!) reached[reader]!++;
	});

	// occasions of unknown recipients, which may have reached anybody, counted from the end
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
 * Readers behind a privacy proxy: since their first open within minutes of a send, nearly every remembered
 * issue that reached them was opened as fast, and often enough to be sure. Null while too few issues are
 * remembered.
 *
 * Addresses behind a scanner are opened as regularly; they are not counted here.
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
