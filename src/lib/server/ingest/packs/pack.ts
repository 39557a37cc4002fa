// Over 250 lines: what one pack holds, and how it is filled, are read together.
import type { EventFact, EventKind, Fact, RejectCode, SkipCode } from '#lib/providers/facts.ts';
import type { ReadingCard } from '#lib/providers/reading-card.ts';
import { withoutAddresses } from '#lib/url/address.ts';
import { withoutReader } from '#lib/url/without-reader.ts';
import type { Client } from '../../store/events/clients.ts';
import { hashBytes, type Rehashed } from '../../store/sql/keyed.ts';
import { clientKey, clientOf } from './client-of.ts';
import { EventBuffer, type EventRows } from './event-buffer.ts';
import { isFreeMailbox, type Identity } from './identity.ts';
import { withoutDigests } from '../../derive/digests.ts';
import { Interned } from './interned.ts';

/** Events that go together, to be sorted and stored: the longer the run, the cheaper the sort. */
const mostEvents = 150_000;
/** Other facts are objects, and heavier. */
const mostOthers = 20_000;

/** More rejects than anybody reads are counted, not kept. */
export const mostRejects = 10_000;

/** A fact that is no event, with the places of its send and its reader; −1 where it names none. */
export type OtherFact = { fact: Exclude<Fact, EventFact>; send: number; reader: number };

export type Reject = { row: number; code: RejectCode; cells: string[] };

/**
 * What a run of rows states, on its way from whoever reads them to whoever stores them, which may
 * be another thread: columns and plain objects. Whatever is repeated is given once, in the first
 * pack with it, and named by its place in the order of all that were given.
 */
export type Pack = {
	rows: number;
	/** bytes read as Windows-1252 in a file of another encoding */
	faults: number;
	/** bytes of the file that were read when it was full */
	read: number;
	/** amounts without a currency, in a file that names none */
	noCurrency: number;
	skips: Map<SkipCode, number>;
	reasons: Map<RejectCode, number>;
	rejects: Reject[];
	/** newest instant, UTC milliseconds */
	newest: number | null;
	/** how the table that it is from is written, where it begins with this pack */
	reading: { dates: Record<string, unknown>; columns: Record<string, string> } | null;

	/** how the tables read, that end with this pack */
	cards: ReadingCard[];

	/** keyed hashes of domains, one behind the other, and whether anybody can have a mailbox there */
	domains: { hashes: Uint8Array<ArrayBuffer>; free: boolean[] };
	/** keyed hashes of addresses, one behind the other, and the place of each one's domain */
	readers: { hashes: Uint8Array<ArrayBuffer>; domain: Int32Array<ArrayBuffer> };
	/** readers who may be stored under a hash of before, with both of their hashes */
	rehashed: Rehashed[];
	/** without what identifies a reader */
	urls: string[];
	sends: { campaign: string; name: string | null }[];
	clients: Omit<Client, 'id'>[];
	/** columns of places; a reader nobody is named for is −1, −2 … of its second */
	events: Map<EventKind, EventRows>;
	others: OtherFact[];
};

/**
 * Packs the facts of one file: addresses become keyed hashes, URLs lose what identifies a reader,
 * and everything repeated becomes a number.
 */
export class Packer {
	#identity: Identity;
	#publicationId: number;
	/** what rows that name no campaign belong to */
	#campaign: string;
	#addresses: Interned;
	/** how many of the addresses were given before */
	#given: number;
	#domains = new Interned();
	#urls = new Interned();
	#sends = new Map<string, number>();
	#clients = new Map<string, number>();
	#nameless = new Map<string, number>();
	#pack: Pack;
	#buffers = new Map<EventKind, EventBuffer>();
	#buffered = 0;

	/**
	 * @param campaign the send of rows that name none
	 * @param addresses in the order of their places; those before `given` are known to whoever stores
	 */
	constructor(
		identity: Identity,
		publicationId: number,
		campaign: string,
		addresses = new Interned(),
		given = 0
	) {
		this.#identity = identity;
		this.#publicationId = publicationId;
		this.#campaign = campaign;
		this.#addresses = addresses;
		this.#given = given;
		this.#pack = emptyPack();
	}

	/** The pack that is being filled, for what is counted beside facts. */
	get pack(): Pack {
		return this.#pack;
	}

	get isFull(): boolean {
		const { others, rejects } = this.#pack;
		return (
			this.#buffered >= mostEvents || others.length >= mostOthers || rejects.length >= mostOthers
		);
	}

	add(fact: Fact) {
		if (fact.fact === 'event') this.#addEvent(fact);
		else this.#addOther(fact);
	}

	/** Takes the pack out, with what was met first in it, and begins another. */
	take(): Pack {
		const pack = this.#pack;
		pack.events = this.#buffers;
		this.#pack = emptyPack();
		this.#buffers = new Map();
		this.#buffered = 0;

		const addresses = this.#addresses.since(this.#given);
		this.#given += addresses.length;
		const domainsBefore = this.#domains.length;
		const domain = Int32Array.from(addresses, (address) => this.#domains.of(domainOf(address)));
		const domains = this.#domains.since(domainsBefore);
		const { reader, formerReader, domain: keyed } = this.#identity;

		pack.readers = {
			domain,
			hashes: hashesOf(addresses, (address) => reader(this.#publicationId, address))
		};
		pack.rehashed = addresses.flatMap((address) => {
			const before = formerReader(this.#publicationId, address);
			return before ? [{ before, now: reader(this.#publicationId, address) }] : [];
		});
		pack.domains = { hashes: hashesOf(domains, keyed), free: domains.map(isFreeMailbox) };
		return pack;
	}

	#addEvent(fact: EventFact) {
		const { event, at, address } = fact;
		const send = this.#send(fact.campaign, fact.campaignName);
		const url = event === 'click' ? this.#url(fact.url ?? '', address) : 0;
		const reader =
			address === null ? this.#namelessReader(fact, send) : this.#addresses.of(address);

		let buffer = this.#buffers.get(event);
		if (!buffer) this.#buffers.set(event, (buffer = new EventBuffer()));
		buffer.add(send, url, at, reader, this.#client(fact));
		this.#buffered++;
		this.#see(at);
	}

	#addOther(fact: Exclude<Fact, EventFact>) {
		let send = -1;
		let address: string | undefined;
		if (fact.fact === 'reader') {
			address = fact.address;
			this.#see(fact.joined);
			this.#see(fact.left);
		} else if (fact.fact === 'send') {
			send = this.#send(fact.campaign, fact.name);
			this.#see(fact.sentAt);
		} else if (fact.fact === 'count') {
			send = this.#send(fact.campaign, fact.campaignName);
			if (fact.of.by === 'reader') address = fact.of.address;
		} else if (fact.fact === 'money') address = fact.address;

		const reader = address === undefined ? -1 : this.#addresses.of(address);
		this.#pack.others.push({ fact: anonymousFact(fact), send, reader });
	}

	#send(campaign: string | null, name?: string): number {
		const key = campaign ?? this.#campaign;
		let place = this.#sends.get(key);
		if (place === undefined) {
			place = this.#sends.size;
			this.#sends.set(key, place);
			this.#pack.sends.push({
				campaign: withoutAddresses(key),
				name: name === undefined ? null : withoutAddresses(name)
			});
		}
		return place;
	}

	#client(fact: EventFact): number {
		const key = clientKey(fact);
		let place = this.#clients.get(key);
		if (place === undefined) {
			place = this.#clients.size;
			this.#clients.set(key, place);
			this.#pack.clients.push(clientOf(fact));
		}
		return place;
	}

	#url(text: string, address: string | null): number {
		const met = this.#urls.length;
		const place = this.#urls.of(text);
		if (place === met) this.#pack.urls.push(withoutDigests(withoutReader(text), address));
		return place;
	}

	/** Readers nobody is named for are told apart by their order within a second: −1, −2 … */
	#namelessReader({ event, at, url }: EventFact, send: number) {
		const key = `${event} ${send} ${Math.floor(at / 1000)} ${url ?? ''}`;
		const nth = (this.#nameless.get(key) ?? 0) + 1;
		this.#nameless.set(key, nth);
		return -nth;
	}

	#see(at: number | undefined) {
		if (at !== undefined && at > (this.#pack.newest ?? -Infinity)) this.#pack.newest = at;
	}
}

/** What a fact says in words, without addresses; links lose their reader where they are kept. */
function anonymousFact(fact: OtherFact['fact']): OtherFact['fact'] {
	const clean = (value: unknown): unknown =>
		typeof value === 'string'
			? withoutAddresses(value)
			: Array.isArray(value)
				? value.map(clean)
				: value;
	return Object.fromEntries(
		Object.entries(fact).map(([key, value]) => [key, spared.has(key) ? value : clean(value)])
	) as OtherFact['fact'];
}

/** The address becomes a hash, and links are cleaned as links are. */
const spared = new Set(['fact', 'address', 'url', 'of']);

function emptyPack(): Pack {
	return {
		rows: 0,
		faults: 0,
		read: 0,
		noCurrency: 0,
		skips: new Map(),
		reasons: new Map(),
		rejects: [],
		newest: null,
		reading: null,
		cards: [],
		domains: { hashes: new Uint8Array(0), free: [] },
		readers: { hashes: new Uint8Array(0), domain: new Int32Array(0) },
		rehashed: [],
		urls: [],
		sends: [],
		clients: [],
		events: new Map(),
		others: []
	};
}

function domainOf(address: string) {
	return address.slice(address.lastIndexOf('@') + 1);
}

/** The hashes of texts, one behind the other: kept one by one, they would take ten times the room. */
function hashesOf(
	texts: readonly string[],
	keyed: (text: string) => Uint8Array
): Uint8Array<ArrayBuffer> {
	const all = new Uint8Array(texts.length * hashBytes);
	for (const [i, text] of texts.entries()) all.set(keyed(text), i * hashBytes);
	return all;
}
