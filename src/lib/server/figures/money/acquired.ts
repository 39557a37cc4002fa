import type { Acquired, Clicked } from '#lib/spend/cohorts.ts';
import { nameKey } from '#lib/name-key.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import type { ReaderColumns, WordColumn } from '../../store/readers/reader-columns.ts';
import { decodeCounts, decodeReaders } from '../../store/readers/reader-set.ts';
import { clicksByDay } from '../../store/rollups/rollups.ts';
import { localDays } from '../../local-date.ts';
import { derived } from '../archive.ts';
import { isOfLeavers } from '../audience/movements.ts';
import { readersOf } from '../audience/readers.ts';

/** Names of channels or campaigns, each once whichever file writes it how, by place. */
export class Names {
	readonly names: string[] = [];
	#places = new Map<string, number>();

	/** The place of a name, made where it is new. */
	of(name: string): number {
		const key = nameKey(name);
		let place = this.#places.get(key);
		if (place === undefined) {
			place = this.names.push(name.trim()) - 1;
			this.#places.set(key, place);
		}
		return place;
	}

	/** The place of a name that is known already; −1 for another. */
	find(name: string): number {
		return this.#places.get(nameKey(name)) ?? -1;
	}
}

/** Who came when and by what, and on which days they clicked: what channels are reckoned from. */
export type AcquiredAudience = {
	readers: Acquired;
	/**
	 * the row of a reader's stay on a local day: of those begun by then the latest, else the first;
	 * undefined for nobody known
	 */
	rowOn: (readerId: number, day: number) => number | undefined;
	clicked: Clicked;
	channels: Names;
	campaigns: Names;
	/** lists include readers who left, so that staying can be told */
	seesLeavers: boolean;
	/** readers, each once; of these, those whose instant of joining no list says, and those without a channel */
	people: number;
	undated: number;
	channelless: number;
	/** the first and the last day that clicks speak of; null without any */
	clicksFrom: number | null;
	clicksUpTo: number | null;
	/** the first day with a click of anybody, in a list or not; null without any */
	firstClick: number | null;
};

/** Read once a revision: a publication's readers and click days are small enough to hold. */
export function acquiredAudience(db: Db, publication: Publication): Promise<AcquiredAudience> {
	return derived(db, publication, 'acquired', () => readAudience(db, publication));
}

async function readAudience(db: Db, publication: Publication): Promise<AcquiredAudience> {
	const all = await readersOf(db, publication);
	const channels = new Names();
	const campaigns = new Names();
	const localDay = localDays(publication.zone);
	const { earlier } = all;
	// who never confirmed has not joined
	const joined = all.joined.map((at, i) => (all.pending[i] ? NaN : localDay(at)));
	const readers: Acquired = {
		length: all.length + earlier.length,
		joined: both(joined, earlier.joined.map(localDay)),
		left: both(all.left.map(localDay), earlier.left.map(localDay)),
		channel: placesOf(all.channel, channels),
		campaign: placesOf(all.campaign, campaigns)
	};

	const rowOn = rowsByDay(all, readers.joined);
	const days = await clicksByDay(db, publication.id);
	const clicked = clickColumns(days, rowOn);
	let undated = 0;
	let channelless = 0;
	for (let i = 0; i < all.length; i++) {
		if (Number.isNaN(joined[i]!)) undated++;
		else if (readers.channel[i]! < 0) channelless++;
	}
	return {
		readers,
		rowOn,
		clicked,
		channels,
		campaigns,
		people: all.length,
		// lists of readers who left alone do not tell of how many
		seesLeavers: readers.left.some((at) => !Number.isNaN(at)) && !isOfLeavers(all),
		undated,
		channelless,
		clicksFrom: clicked.day.length ? clicked.day[0]! : null,
		clicksUpTo: clicked.day.length ? clicked.day.at(-1)! : null,
		firstClick: days[0]?.day ?? null
	};
}

function both(first: Float64Array, second: Float64Array): Float64Array {
	const all = new Float64Array(first.length + second.length);
	all.set(first);
	all.set(second, first.length);
	return all;
}

function placesOf({ names, of }: WordColumn, into: Names): Int32Array {
	const places = names.map((name) => into.of(name));
	return Int32Array.from(of, (word) => (word < 0 ? -1 : places[word]!));
}

/** Rows of readers, and after them of stays that ended before they came back. */
function rowsByDay(
	{ id, length, earlier }: ReaderColumns,
	joined: Float64Array
): AcquiredAudience['rowOn'] {
	const places = new Map(Array.from(id, (reader, place) => [reader, place]));
	const stays = new Map<number, number[]>();
	for (let stay = 0; stay < earlier.length; stay++) {
		const own = stays.get(earlier.reader[stay]!);
		if (own) own.push(length + stay);
		else stays.set(earlier.reader[stay]!, [length + stay]);
	}
	return (readerId, day) => {
		const place = places.get(readerId);
		const before = place === undefined ? undefined : stays.get(place);
		if (before === undefined || joined[place!]! <= day) return place;
		return before.findLast((row) => joined[row]! <= day) ?? before[0];
	};
}

type Days = Awaited<ReturnType<typeof clicksByDay>>;

function clickColumns(days: Days, rowOn: AcquiredAudience['rowOn']): Clicked {
	const reader: number[] = [];
	const day: number[] = [];
	const n: number[] = [];
	for (const row of days) {
		const counts = row.clicks && decodeCounts(row.clicks);
		decodeReaders(row.readers).forEach((id, i) => {
			const place = rowOn(id, row.day);
			if (place === undefined) return;
			reader.push(place);
			day.push(row.day);
			n.push(counts?.[i] ?? 1);
		});
	}
	return {
		reader: Int32Array.from(reader),
		day: Int32Array.from(day),
		n: Int32Array.from(n)
	};
}
