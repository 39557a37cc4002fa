import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import type { ReaderColumns } from '../../store/readers/reader-columns.ts';
import { decodeReaders } from '../../store/readers/reader-set.ts';
import { readersByDay } from '../../store/rollups/rollups.ts';
import { startOfLocalDay } from '../../local-date.ts';
import { derived } from '../archive.ts';
import { readersOf } from './readers.ts';

/** Who clicked and who opened on one local day, as indexes of readers. */
export type ActiveDay = {
	day: number;
	clickers: () => Int32Array;
	openers: () => Int32Array;
	/** readers whose open that day was a privacy proxy's */
	proxied: () => Int32Array;
};

/** Every reader that a list or a click names, by index, and the days on which they were active. */
export type KnownReaders = {
	readers: ReaderColumns;
	/** readers in lists come first, in the order of `readers`; then those known only by clicks */
	count: number;
	/** by index, the first instant of the local day of the first click; Infinity without one */
	clickedFrom: Float64Array;
	/** in rising order; a day may come in several parts, and on some readers only opened */
	days: readonly ActiveDay[];
	/** the first and the last local day with a click; null without any */
	clickDays: { first: number; last: number } | null;
};

/** Reads them once per revision. Days are held as small as they are stored, and decoded on use. */
export function knownReaders(db: Db, publication: Publication): Promise<KnownReaders> {
	return derived(db, publication, 'known readers', () => readKnownReaders(db, publication));
}

async function readKnownReaders(db: Db, publication: Publication): Promise<KnownReaders> {
	const readers = await readersOf(db, publication);
	const rows = await readersByDay(db, publication.id);
	const places: number[] = [];
	readers.id.forEach((id, place) => (places[id] = place));

	let count = readers.length;
	const firsts: number[] = [];
	let [today, from] = [NaN, NaN];
	for (const { day, readers } of rows) {
		// many sends share a day
		if (day !== today) [today, from] = [day, startOfLocalDay(day, publication.zone)];
		for (const id of decodeReaders(readers)) {
			const place = (places[id] ??= count++);
			firsts[place] ??= from;
		}
	}

	const placeOf = new Int32Array(places.length).fill(-1);
	places.forEach((place, id) => (placeOf[id] = place));
	const placesOf = (encoded: ArrayBuffer | null) => () =>
		encoded ? unfolded(encoded, placeOf) : new Int32Array();
	const days = rows.map((row) => ({
		day: row.day,
		clickers: placesOf(row.readers),
		openers: placesOf(row.openers),
		proxied: placesOf(row.proxied)
	}));
	const clickedFrom = Float64Array.from({ length: count }, (_, place) => firsts[place] ?? Infinity);
	const clicked = rows.filter((row) => row.readers.byteLength > 0);
	const clickDays = clicked.length ? { first: clicked[0]!.day, last: clicked.at(-1)!.day } : null;
	return { readers, count, clickedFrom, days, clickDays };
}

/**
 * Indexes of an encoded set of readers; −1 for those who only opened and are in no list. It repeats the code
 * of `decodeReaders` without an intermediate list, since it runs over millions.
 */
function unfolded(encoded: ArrayBuffer, placeOf: Int32Array): Int32Array {
	const bytes = new Uint8Array(encoded);
	const places = new Int32Array(bytes.length);
	let n = 0;
	let id = 0;
	let gap = 0;
	let shift = 0;
	for (let i = 0; i < bytes.length; i++) {
		const byte = bytes[i]!;
		gap |= (byte & 127) << shift;
		if (byte > 127) {
			shift += 7;
			continue;
		}
		id += gap;
		gap = shift = 0;
		places[n++] = id < placeOf.length ? placeOf[id]! : -1;
	}
	return places.subarray(0, n);
}
