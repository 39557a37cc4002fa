import type { EventFact, Fact, MoneyFact, ReaderFact, TagFact } from '#lib/providers/facts.ts';
import { withoutReader } from '#lib/url/without-reader.ts';
import { clientId } from '../store/clients.ts';
import { storeEvents, type EventKind } from '../store/events.ts';
import { keepIssueCount, keepReaderCounts, keepReaderFacts, keepUrlCount } from '../store/facts.ts';
import { keepSendFact, sendOf } from '../store/sends.ts';
import { urlIds } from '../store/urls.ts';
import { clientKey, clientOf } from './client-of.ts';
import type { Context } from './context.ts';
import { EventBuffer } from './event-buffer.ts';
import { FileReaders } from './file-readers.ts';
import { Interned } from './interned.ts';
import { keepMoney, keepSend, keepTagFacts, readerFactRow, urlIdOf } from './keep-plain-facts.ts';

/** Rows held in memory before they are sorted and stored: the longer the run, the cheaper the sort. */
const flushRows = 250_000;

/** What one file brought so far. */
export type Kept = {
	accepted: number;
	duplicate: number;
	newest: number | null;
	sends: Set<number>;
};

/**
 * Takes the facts of one file and stores them: addresses become keyed hashes, URLs lose what
 * identifies a reader, everything repeated becomes a number, and only numbers are kept.
 */
export class RowKeeper {
	readonly kept: Kept = { accepted: 0, duplicate: 0, newest: null, sends: new Set() };

	#context: Context;
	#importId: number;
	#sourceId: number;
	/** what rows that name no campaign belong to */
	#campaign: string;
	#buffers = new Map<EventKind, EventBuffer>();
	#buffered = 0;
	#sendIds = new Map<string, number>();
	#clientIds = new Map<string, number>();
	// addresses and URLs as met in this file; buffers hold positions in these lists until a flush
	#readers: FileReaders;
	#urls = new Interned();
	#urlIds: number[] = [];
	#readerFacts = new Map<number, ReaderFact>();
	#readerCounts: { send: number; event: EventKind; reader: number; n: number }[] = [];
	#tags: TagFact[] = [];
	#nameless = new Map<string, number>();

	constructor(context: Context, importId: number, sourceId: number, campaign: string) {
		this.#context = context;
		this.#readers = new FileReaders(context);
		this.#importId = importId;
		this.#sourceId = sourceId;
		this.#campaign = campaign;
	}

	/** @returns a promise only where there is something to wait for: most rows are buffered at once */
	keep(fact: Fact): Promise<void> | undefined {
		if (fact.fact === 'event') {
			const send = this.#sendIds.get(fact.campaign ?? this.#campaign);
			const client = this.#clientIds.get(clientKey(fact));
			if (send === undefined || client === undefined) return this.#meet(fact);
			this.#buffer(fact, send, client);
			return this.#buffered >= flushRows ? this.flush() : undefined;
		}
		return this.#keepOther(fact);
	}

	async #meet(fact: EventFact) {
		const send = await this.#send(fact.campaign, fact.campaignName);
		const key = clientKey(fact);
		if (!this.#clientIds.has(key)) {
			this.#clientIds.set(key, await clientId(this.#context.db, clientOf(fact)));
		}
		this.#buffer(fact, send, this.#clientIds.get(key)!);
	}

	#buffer(fact: EventFact, send: number, client: number) {
		const { event, at } = fact;
		const url = event === 'click' ? this.#urls.of(fact.url ?? '') : 0;
		const reader =
			fact.address === null ? this.#namelessReader(fact, send) : this.#readers.of(fact.address);

		let buffer = this.#buffers.get(event);
		if (!buffer) this.#buffers.set(event, (buffer = new EventBuffer()));
		buffer.add(send, url, at, reader, client);
		this.#buffered++;
		this.#seen(at);
	}

	/** Readers nobody is named for are told apart by their order within a second: −1, −2 … */
	#namelessReader({ event, at, url }: EventFact, send: number) {
		const key = `${event} ${send} ${Math.floor(at / 1000)} ${url ?? ''}`;
		const nth = (this.#nameless.get(key) ?? 0) + 1;
		this.#nameless.set(key, nth);
		return -nth;
	}

	async #send(campaign: string | null, name?: string): Promise<number> {
		const key = campaign ?? this.#campaign;
		let id = this.#sendIds.get(key);
		if (id === undefined) {
			id = await sendOf(this.#context.db, this.#sourceId, key);
			this.#sendIds.set(key, id);
			this.kept.sends.add(id);
			await keepSendFact(this.#context.db, {
				importId: this.#importId,
				sendId: id,
				name: name ?? null
			});
		}
		return id;
	}

	#seen(at?: number) {
		if (at !== undefined && at > (this.kept.newest ?? -Infinity)) this.kept.newest = at;
	}

	async #keepOther(fact: Exclude<Fact, EventFact>) {
		if (fact.fact === 'reader') {
			const reader = this.#readers.of(fact.address);
			if (this.#readerFacts.has(reader)) this.kept.duplicate++;
			else this.kept.accepted++;
			this.#readerFacts.set(reader, { ...this.#readerFacts.get(reader), ...fact });
			this.#seen(fact.joined);
			this.#seen(fact.left);
			return;
		}
		const { db } = this.#context;
		const importId = this.#importId;
		if (fact.fact === 'send') {
			await keepSend(db, importId, await this.#send(fact.campaign, fact.name), fact);
			this.#seen(fact.sentAt);
			this.kept.accepted++;
			return;
		}
		if (fact.fact === 'count') {
			const sendId = await this.#send(fact.campaign, fact.campaignName);
			const { event, of } = fact;
			if (of.by === 'reader') {
				const reader = this.#readers.of(of.address);
				this.#readerCounts.push({ send: sendId, event, reader, n: of.n });
				return;
			}
			const { total, unique } = of;
			if (of.by === 'url') {
				const urlId = await urlIdOf(db, of.url);
				await keepUrlCount(db, { importId, sendId, event, urlId, total, unique });
			} else await keepIssueCount(db, { importId, sendId, event, total, unique });
			this.kept.accepted++;
			return;
		}
		if (fact.fact === 'tag') this.#tags.push(fact);
		else await this.#keepMoney(fact);
		this.kept.accepted++;
	}

	async #keepMoney(fact: MoneyFact) {
		const reader = fact.address ? this.#readers.of(fact.address) : null;
		if (reader !== null) await this.#readers.resolve();
		const readerId = reader === null ? null : this.#readers.id(reader);
		await keepMoney(this.#context, this.#importId, fact, readerId);
	}

	/** Stores what is buffered. */
	async flush() {
		await this.#readers.resolve();
		await this.#resolveUrls();

		for (const [kind, buffer] of this.#buffers) {
			const erased = this.#toIds(buffer);
			const { db } = this.#context;
			const { added, known, repeated } = await storeEvents(
				db,
				kind,
				this.#importId,
				buffer,
				buffer.length
			);
			this.kept.accepted += added;
			this.kept.duplicate += known + repeated + erased;
			buffer.clear();
		}
		this.#buffered = 0;
		await this.#flushReaders();
	}

	/** Positions in this file's lists become ids; rows of erased readers go, and are counted. */
	#toIds(buffer: EventBuffer): number {
		let length = 0;
		for (let i = 0; i < buffer.length; i++) {
			const position = buffer.reader[i]!;
			const reader = position < 0 ? position : this.#readers.id(position);
			if (reader === null) continue;
			buffer.send[length] = buffer.send[i]!;
			buffer.url[length] = this.#urlIds[buffer.url[i]!] ?? 0;
			buffer.day[length] = buffer.day[i]!;
			buffer.reader[length] = reader;
			buffer.second[length] = buffer.second[i]!;
			buffer.client[length] = buffer.client[i]!;
			length++;
		}
		const erased = buffer.length - length;
		buffer.length = length;
		return erased;
	}

	async #resolveUrls() {
		const fresh = this.#urls.since(this.#urlIds.length).map(withoutReader);
		const ids = await urlIds(this.#context.db, [...new Set(fresh)]);
		for (const text of fresh) this.#urlIds.push(ids.get(text)!);
	}

	async #flushReaders() {
		const { db } = this.#context;
		const facts = [...this.#readerFacts].flatMap(([place, fact]) => {
			const id = this.#readers.id(place);
			return id === null ? [] : [readerFactRow(this.#importId, id, fact)];
		});
		await keepReaderFacts(db, facts);
		this.#readerFacts.clear();

		await this.#flushCounts();
		await keepTagFacts(db, this.#importId, this.#tags);
		this.#tags = [];
	}

	async #flushCounts() {
		const { db } = this.#context;
		const byEvent = new Map<EventKind, { send: number[]; reader: number[]; n: number[] }>();
		for (const { send, event, reader, n } of this.#readerCounts) {
			const readerId = this.#readers.id(reader);
			const columns = byEvent.get(event) ?? { send: [], reader: [], n: [] };
			byEvent.set(event, columns);
			if (readerId === null) continue;
			columns.send.push(send);
			columns.reader.push(readerId);
			columns.n.push(n);
		}
		let added = 0;
		for (const [event, columns] of byEvent)
			added += await keepReaderCounts(db, this.#importId, event, columns, columns.send.length);
		this.kept.accepted += added;
		this.kept.duplicate += this.#readerCounts.length - added;
		this.#readerCounts = [];
	}
}
