import type { RuleSet } from './rules.ts';

/**
 * What one send taught about its readers, from its own events alone: so that a reader's habits
 * depend on the last few sends and on nothing before them.
 */
export type SendHabit = {
	/** sends of one issue are one occasion for a reader: of two halves of a list nobody gets both */
	issue: number | null;
	/** readers whose first open came within minutes of the send; null where that cannot be told */
	quick: Int32Array | null;
	/** readers in whose name a scanner clicked */
	scanned: Int32Array;
	/** readers it reached; null for all */
	delivered: Int32Array | null;
};

/** The latest sends, oldest first, at most `lookBack` of them. */
export type Habits = readonly SendHabit[];

/** Adds the latest send and lets go of those out of sight. */
export function remember(habits: Habits, send: SendHabit, { lookBack }: RuleSet): Habits {
	return [...habits, send].slice(-lookBack);
}

/** Readers whose address was scanned in enough of the remembered sends. */
export function scannedBefore(habits: Habits, { scannerHabit }: RuleSet): Set<number> {
	const found = new Set<number>();
	if (!scannerHabit.on) return found;

	const times = new Map<number, number>();
	for (const { scanned } of habits) {
		for (const reader of scanned) {
			const n = (times.get(reader) ?? 0) + 1;
			times.set(reader, n);
			if (n >= scannerHabit.sends) found.add(reader);
		}
	}
	return found;
}

/** What there is of each occasion: sends of one issue together, where the first of them stands. */
function occasions(habits: Habits): (SendHabit & { quick: Int32Array })[] {
	const found = new Map<number | SendHabit, SendHabit & { quick: Int32Array }>();
	for (const habit of habits) {
		if (!habit.quick) continue;
		const key = habit.issue ?? habit;
		const before = found.get(key);
		found.set(key, {
			issue: habit.issue,
			quick: united(before?.quick, habit.quick),
			scanned: united(before?.scanned, habit.scanned),
			delivered:
				habit.delivered && before?.delivered !== null
					? united(before?.delivered, habit.delivered)
					: null
		});
	}
	return [...found.values()];
}

function united(some: Int32Array | undefined, more: Int32Array): Int32Array {
	return some ? Int32Array.from(new Set([...some, ...more])) : more;
}

/**
 * Readers behind a privacy proxy: since they first opened within minutes, they have done so at
 * nearly every remembered issue that reached them, and often enough to tell. Null while too few
 * issues are remembered.
 *
 * Addresses under a scanner open as regularly; they are not counted here.
 */
export function behindProxy(habits: Habits, { privacyProxy }: RuleSet): Set<number> | null {
	const sends = occasions(habits);
	if (!privacyProxy.on || sends.length < privacyProxy.sends) return null;

	let top = 0;
	for (const { quick, delivered } of sends) {
		for (const reader of quick) if (reader > top) top = reader;
		if (delivered) for (const reader of delivered) if (reader > top) top = reader;
	}

	const quicks = new Uint16Array(top + 1);
	const scans = new Uint16Array(top + 1);
	const reached = new Uint16Array(top + 1);
	const first = new Uint16Array(top + 1);

	sends.forEach(({ quick, delivered, scanned }, place) => {
		for (const reader of quick) if (quicks[reader]!++ === 0) first[reader] = place;
		for (const reader of scanned) if (reader <= top) scans[reader]!++;

		// a send before the first quick open says nothing: the reader may have joined since
		if (delivered) for (const reader of delivered) if (quicks[reader]!) reached[reader]!++;
	});

	// sends that may have reached anybody, counted from the end
	const open = new Uint16Array(sends.length + 1);
	for (let place = sends.length - 1; place >= 0; place--)
		open[place] = open[place + 1]! + (sends[place]!.delivered ? 0 : 1);

	const found = new Set<number>();
	for (let reader = 1; reader <= top; reader++) {
		const n = quicks[reader]!;
		if (n + 1 < privacyProxy.sends || scans[reader]! * 2 > n) continue;

		const chances = open[first[reader]!]! + reached[reader]!;
		if (n + 1 >= privacyProxy.share * chances) found.add(reader);
	}
	return found;
}
