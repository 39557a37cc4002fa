import type { Acquired, Clicked } from '#lib/spend/cohorts.ts';
import { nameKey } from '#lib/name-key.ts';
import type { Db } from '../store/open.ts';
import type { Publication } from '../store/publications.ts';
import type { Words } from '../store/reader-columns.ts';
import { decodeCounts, decodeReaders } from '../store/reader-set.ts';
import { clicksByDay } from '../store/rollups.ts';
import { localDays } from '../local-date.ts';
import { derived } from './archive.ts';
import { readersOf } from './readers.ts';

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
export type Audience = {
	readers: Acquired;
	/** reader id → place in the columns */
	places: Map<number, number>;
	clicked: Clicked;
	channels: Names;
	campaigns: Names;
	/** lists include readers who left, so that staying can be told */
	seesLeavers: boolean;
	/** readers whose instant of joining no list says, and those without a channel */
	undated: number;
	channelless: number;
	/** the first and the last day that clicks speak of; null without any */
	clicksFrom: number | null;
	clicksUpTo: number | null;
};

/** Read once a revision: a publication's readers and click days are small enough to hold. */
export function audienceOf(db: Db, publication: Publication): Promise<Audience> {
	return derived(db, publication, 'acquired', () => readAudience(db, publication));
}

async function readAudience(db: Db, publication: Publication): Promise<Audience> {
	const all = await readersOf(db, publication);
	const channels = new Names();
	const campaigns = new Names();
	const localDay = localDays(publication.zone);
	// who never confirmed has not joined
	const joined = all.joined.map((at, i) => (all.pending[i] ? NaN : localDay(at)));
	const readers: Acquired = {
		length: all.length,
		joined,
		left: all.left.map(localDay),
		channel: placesOf(all.channel, channels),
		campaign: placesOf(all.campaign, campaigns)
	};

	const places = new Map(Array.from(all.id, (id, place) => [id, place]));
	const clicked = clickColumns(await clicksByDay(db, publication.id), places);
	let undated = 0;
	let channelless = 0;
	for (let i = 0; i < readers.length; i++) {
		if (Number.isNaN(joined[i]!)) undated++;
		else if (readers.channel[i]! < 0) channelless++;
	}
	return {
		readers,
		places,
		clicked,
		channels,
		campaigns,
		seesLeavers: all.left.some((at) => !Number.isNaN(at)),
		undated,
		channelless,
		clicksFrom: clicked.day.length ? clicked.day[0]! : null,
		clicksUpTo: clicked.day.length ? clicked.day.at(-1)! : null
	};
}

function placesOf({ names, of }: Words, into: Names): Int32Array {
	const places = names.map((name) => into.of(name));
	return Int32Array.from(of, (word) => (word < 0 ? -1 : places[word]!));
}

type Days = Awaited<ReturnType<typeof clicksByDay>>;

function clickColumns(days: Days, places: ReadonlyMap<number, number>): Clicked {
	const reader: number[] = [];
	const day: number[] = [];
	const n: number[] = [];
	for (const row of days) {
		const counts = row.clicks && decodeCounts(row.clicks);
		decodeReaders(row.readers).forEach((id, i) => {
			const place = places.get(id);
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
