// Over 250 lines: what is stored of a pack, table by table, is read together.
import type { CountFact, EventKind, ReaderFact, TagFact } from '#lib/providers/facts.ts';
import { clientId } from '../../store/events/clients.ts';
import { storeEvents } from '../../store/events/events.ts';
import {
	keepIssueCount,
	keepReaderCounts,
	keepReaderFacts,
	keepUrlCount
} from '../../store/events/facts.ts';
import { Origins } from '../../store/events/provenance.ts';
import { cutAmong } from '../../store/readers/naming-sends.ts';
import { domainIds, readerIds, rehashReaders } from '../../store/readers/readers.ts';
import { keepSendFact, sendOf, type StoredSource } from '../../store/events/sends.ts';
import { urlIds } from '../../store/events/urls.ts';
import type { Context } from './context.ts';
import type { EventRows } from './event-buffer.ts';
import { keepMoney, keepSend, keepTagFacts, readerFactRow, urlIdOf } from './keep-plain-facts.ts';
import { factTable, type Kept } from './kept.ts';
import type { OtherFact, Pack } from './pack.ts';

/** A URL of 0 is every link. */
type ReaderCount = { event: EventKind; send: number; reader: number; url: number; n: number };

/** Stores the packs of one file: places become ids, and what the database knew is told apart. */
export class PackKeeper {
	readonly kept: Kept = {
		accepted: 0,
		duplicate: 0,
		erased: 0,
		cut: 0,
		opens: 0,
		newest: null,
		sends: new Set(),
		tables: new Set()
	};

	#context: Context;
	#importId: number;
	#sourceId: number;
	#dropsOpens: boolean;
	#origins: Origins;
	// ids by place
	#readers: (number | null)[];
	#domains: number[] = [];
	#urls: number[] = [];
	#sends: number[] = [];
	#cut = new Set<number>(); // of these, those whose readers are pseudonyms
	#clients: number[] = [];
	/** readers, by place, that a row of this file spoke of */
	#told = new Set<number>();
	/** ids of the links that files about one link each are about */
	#aboutUrls = new Map<string, number>();

	/** @param readers ids of the readers whose places are known before the file is read; null for one who was erased */
	constructor(
		context: Context,
		importId: number,
		source: Pick<StoredSource, 'id' | 'dropOpens'>,
		readers: (number | null)[] = []
	) {
		this.#context = context;
		this.#importId = importId;
		this.#sourceId = source.id;
		this.#dropsOpens = context.publication.dropOpens || source.dropOpens;
		this.#origins = new Origins(context.db, importId);
		this.#readers = readers;
	}

	async keep(pack: Pack) {
		await this.#resolve(pack);
		if (pack.newest !== null)
			this.kept.newest = Math.max(this.kept.newest ?? -Infinity, pack.newest);

		for (const [kind, buffer] of pack.events) {
			if (kind === 'open' && this.#dropsOpens) {
				this.kept.opens += buffer.length;
				continue;
			}
			this.#toIds(buffer);
			const { added, known, repeated } = await storeEvents(
				this.#context.db,
				kind,
				this.#origins,
				buffer,
				buffer.length
			);
			this.kept.accepted += added;
			this.kept.duplicate += known + repeated;
		}
		await this.#keepOthers(pack.others);
	}

	/** Finds or makes the ids of all that is met first in a pack. */
	async #resolve({ readers, rehashed, domains, urls, sends, clients }: Pack) {
		const { db, publication } = this.#context;
		const free = Uint8Array.from(domains.free, Number);
		for (const id of await domainIds(db, { hashes: domains.hashes, of: free }))
			this.#domains.push(id);
		const domain = readers.domain.map((place) => this.#domains[place]!);
		await rehashReaders(db, publication.id, rehashed);
		const ids = await readerIds(db, publication.id, { hashes: readers.hashes, of: domain });
		for (const id of ids) this.#readers.push(id);

		const urlIdsOf = await urlIds(db, [...new Set(urls)]);
		for (const url of urls) this.#urls.push(urlIdsOf.get(url)!);
		for (const client of clients) this.#clients.push(await clientId(db, client));
		await db.transaction(async (tx) => {
			for (const { campaign, name } of sends) {
				const sendId = await sendOf(tx, this.#sourceId, campaign);
				await keepSendFact(tx, { importId: this.#importId, sendId, name });
				this.#sends.push(sendId);
				this.kept.sends.add(sendId);
			}
		});
		for (const id of await cutAmong(db, this.#sends.slice(this.#sends.length - sends.length)))
			this.#cut.add(id);
	}

	/** Places become ids; rows of erased readers, and of readers of issues that name none, go and are counted. */
	#toIds(buffer: EventRows) {
		let length = 0;
		for (let i = 0; i < buffer.length; i++) {
			const place = buffer.reader[i]!;
			const send = this.#sends[buffer.send[i]!]!;
			if (place >= 0 && this.#cut.has(send)) {
				this.kept.cut++;
				continue;
			}
			const reader = place < 0 ? place : this.#reader(place);
			if (reader === null) {
				this.kept.erased++;
				continue;
			}
			buffer.send[length] = send;
			buffer.url[length] = this.#urls[buffer.url[i]!] ?? 0;
			buffer.day[length] = buffer.day[i]!;
			buffer.reader[length] = reader;
			buffer.second[length] = buffer.second[i]!;
			buffer.client[length] = this.#clients[buffer.client[i]!]!;
			length++;
		}
		buffer.length = length;
	}

	#reader(place: number): number | null {
		const id = this.#readers[place];
		if (id === undefined) throw new RangeError(`reader ${place} is not resolved`);
		return id;
	}

	async #keepOthers(others: readonly OtherFact[]) {
		const { db } = this.#context;
		const readers = new Map<number, { fact: ReaderFact; rows: ReaderFact[] }>();
		const counts: ReaderCount[] = [];
		const tags: TagFact[] = [];

		for (const { fact, send: place, reader } of others) {
			const sendId = this.#sends[place]!;
			if (fact.fact === 'count' && fact.event === 'open' && this.#dropsOpens) {
				this.kept.opens++;
				continue;
			}
			this.kept.tables.add(factTable(fact));
			if (fact.fact === 'reader') {
				this.#countOnce(reader);
				const known = readers.get(reader) ?? { fact, rows: [] };
				if (!known.rows.some(({ joined, left }) => joined === fact.joined && left === fact.left))
					known.rows.push(fact);
				readers.set(reader, { fact: { ...known.fact, ...fact }, rows: known.rows });
				continue;
			}
			if (fact.fact === 'count' && fact.of.by === 'reader') {
				const url = await this.#aboutUrl(fact.of.url);
				counts.push({ event: fact.event, send: sendId, reader, url, n: fact.of.n });
				continue;
			}
			this.kept.accepted++;
			if (fact.fact === 'tag') tags.push(fact);
			else if (fact.fact === 'send') await keepSend(db, this.#importId, sendId, fact);
			else if (fact.fact === 'count') await this.#keepCount(sendId, fact);
			else
				await keepMoney(
					this.#context,
					this.#importId,
					fact,
					reader < 0 ? null : this.#reader(reader)
				);
		}
		const rows = [...readers].flatMap(([place, { fact, rows }]) => {
			const id = this.#reader(place);
			return id === null ? [] : [readerFactRow(this.#importId, id, fact, rows)];
		});
		await keepReaderFacts(db, rows);
		await this.#keepReaderCounts(counts);
		await keepTagFacts(db, this.#importId, tags);
	}

	async #aboutUrl(url: string | undefined): Promise<number> {
		if (url === undefined) return 0;
		const known = this.#aboutUrls.get(url) ?? (await urlIdOf(this.#context.db, url));
		this.#aboutUrls.set(url, known);
		return known;
	}

	#countOnce(reader: number) {
		if (this.#reader(reader) === null) this.kept.erased++;
		else if (this.#told.has(reader)) this.kept.duplicate++;
		else this.kept.accepted++;
		this.#told.add(reader);
	}

	async #keepCount(sendId: number, { event, of }: CountFact) {
		const [db, importId] = [this.#context.db, this.#importId];
		if (of.by === 'reader') return;
		const { total, unique } = of;
		const counted = { importId, sendId, event, total, unique };
		if (of.by === 'url')
			await keepUrlCount(db, { ...counted, urlId: await urlIdOf(db, of.url), reach: of.reach });
		else await keepIssueCount(db, counted);
	}

	async #keepReaderCounts(counts: readonly ReaderCount[]) {
		const { db } = this.#context;
		type Lists = Record<'send' | 'reader' | 'url' | 'n', number[]>;
		const byEvent = new Map<EventKind, Lists>();
		for (const { send, event, reader, url, n } of counts) {
			const readerId = this.#reader(reader);
			if (this.#cut.has(send)) {
				this.kept.cut++;
				continue;
			}
			const columns = byEvent.get(event) ?? { send: [], reader: [], url: [], n: [] };
			byEvent.set(event, columns);
			if (readerId === null) {
				this.kept.erased++;
				continue;
			}
			columns.send.push(send);
			columns.reader.push(readerId);
			columns.url.push(url);
			columns.n.push(n);
		}
		for (const [event, columns] of byEvent) {
			const { length } = columns.send;
			const added = await keepReaderCounts(db, this.#importId, event, columns, length);
			this.kept.accepted += added;
			this.kept.duplicate += length - added;
		}
	}
}
