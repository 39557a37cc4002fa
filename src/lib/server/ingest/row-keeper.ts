import type { EventFact, Fact, ReaderFact, TagFact } from '#lib/providers/facts.ts';
import { withoutReader } from '#lib/url/without-reader.ts';
import { clientId } from '../store/clients.ts';
import { storeEvents, type EventKind, type Stored } from '../store/events.ts';
import { keepTags } from '../store/tags.ts';
import {
	keepIssueCount,
	keepPlacement,
	keepReaderCounts,
	keepReaderFacts,
	keepSpend,
	keepUrlCount,
	keepValue,
	type ReaderFactRow
} from '../store/facts.ts';
import { domainIds, readerIds } from '../store/readers.ts';
import { keepSendFact, sendOf } from '../store/sends.ts';
import { urlIds } from '../store/urls.ts';
import { agentClass } from './agent.ts';
import type { Context } from './context.ts';
import { isFreeMailbox } from './identity.ts';
import { EventBuffer } from './event-buffer.ts';
import { Interned } from './interned.ts';

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
	#addresses = new Interned();
	#readers: (number | null)[] = [];
	#domains = new Map<string, number>();
	#urls = new Interned();
	#urlIds: number[] = [];

	#readerFacts = new Map<number, ReaderFact>();
	#readerCounts: { send: number; event: EventKind; reader: number; n: number }[] = [];
	#tags: TagFact[] = [];
	#nameless = new Map<string, number>();

	constructor(context: Context, importId: number, sourceId: number, campaign: string) {
		this.#context = context;
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
			const words = {
				machine: fact.machine ?? false,
				agent: agentClass(fact.agent),
				device: fact.device ?? '',
				country: fact.country ?? ''
			};
			this.#clientIds.set(key, await clientId(this.#context.db, words));
		}
		this.#buffer(fact, send, this.#clientIds.get(key)!);
	}

	#buffer(fact: EventFact, send: number, client: number) {
		const { event, at } = fact;
		const url = event === 'click' ? this.#urls.of(fact.url ?? '') : 0;
		const reader =
			fact.address === null ? this.#namelessReader(fact, send) : this.#addresses.of(fact.address);

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

	#seen(at: number | undefined) {
		if (at !== undefined && at > (this.kept.newest ?? -Infinity)) this.kept.newest = at;
	}

	async #keepOther(fact: Exclude<Fact, EventFact>) {
		const { db } = this.#context;
		const importId = this.#importId;

		if (fact.fact === 'reader') {
			const reader = this.#addresses.of(fact.address);
			if (this.#readerFacts.has(reader)) this.kept.duplicate++;
			else this.kept.accepted++;
			this.#readerFacts.set(reader, { ...this.#readerFacts.get(reader), ...fact });
			this.#seen(fact.joined);
			this.#seen(fact.left);
			return;
		}
		if (fact.fact === 'send') {
			const sendId = await this.#send(fact.campaign, fact.name);
			const { name, subject, sentAt, draft } = fact;
			await keepSendFact(db, {
				importId,
				sendId,
				name: name ?? null,
				subject: subject ?? null,
				sentAt: sentAt ?? null,
				draft: draft ?? null
			});
			const counts: [EventKind, { total?: number; unique?: number } | undefined][] = [
				['delivery', { ...(fact.delivered !== undefined && { unique: fact.delivered }) }],
				['open', fact.opens],
				['click', fact.clicks],
				['unsubscribe', { ...(fact.unsubscribes !== undefined && { unique: fact.unsubscribes }) }]
			];
			for (const [event, count] of counts) {
				const total = count?.total;
				const unique = count?.unique;
				if (total === undefined && unique === undefined) continue;
				await keepIssueCount(db, {
					importId,
					sendId,
					event,
					total: total ?? null,
					unique: unique ?? null
				});
			}
			this.#seen(sentAt);
			this.kept.accepted++;
			return;
		}
		if (fact.fact === 'count') {
			const sendId = await this.#send(fact.campaign, fact.campaignName);
			const { event, of } = fact;
			if (of.by === 'reader') {
				const reader = this.#addresses.of(of.address);
				this.#readerCounts.push({ send: sendId, event, reader, n: of.n });
				return;
			}
			const { total, unique } = of;
			if (of.by === 'url') {
				const ids = await urlIds(db, [withoutReader(of.url)]);
				const [urlId] = ids.values();
				await keepUrlCount(db, { importId, sendId, event, urlId: urlId!, total, unique });
			} else await keepIssueCount(db, { importId, sendId, event, total, unique });
			this.kept.accepted++;
			return;
		}
		if (fact.fact === 'tag') this.#tags.push(fact);
		else await this.#keepMoney(fact);
		this.kept.accepted++;
	}

	async #keepMoney(fact: Extract<Fact, { fact: 'money' }>) {
		const { db } = this.#context;
		const importId = this.#importId;
		const { amount, currency, from, to } = fact;
		const url = fact.url
			? (await urlIds(db, [withoutReader(fact.url)])).values().next().value
			: null;

		if (fact.money === 'spend') {
			const { channel = '', campaign = null } = fact;
			await keepSpend(db, { importId, channel, campaign, from, to, amount, currency });
		} else if (fact.money === 'placement') {
			await keepPlacement(db, {
				importId,
				sponsor: fact.sponsor ?? '',
				issue: fact.issue ?? null,
				urlId: url ?? null,
				fee: amount,
				currency,
				guaranteedClicks: fact.guaranteedClicks ?? null
			});
		} else {
			const reader = fact.address ? this.#addresses.of(fact.address) : null;
			if (reader !== null) await this.#resolveReaders();
			await keepValue(db, {
				importId,
				date: from,
				amount,
				currency,
				kind: fact.kind ?? null,
				readerId: reader === null ? null : this.#readers[reader]!,
				channel: fact.channel ?? null,
				issue: fact.issue ?? null,
				urlId: url ?? null
			});
		}
	}

	/** Stores what is buffered. */
	async flush() {
		await this.#resolveReaders();
		await this.#resolveUrls();

		for (const [kind, buffer] of this.#buffers) {
			const erased = this.#toIds(buffer);
			const { added, known, repeated } = await this.#store(kind, buffer);
			this.kept.accepted += added;
			this.kept.duplicate += known + repeated + erased;
			buffer.clear();
		}
		this.#buffered = 0;
		await this.#flushReaders();
	}

	#store(kind: EventKind, buffer: EventBuffer): Promise<Stored> {
		return storeEvents(this.#context.db, kind, this.#importId, buffer, buffer.length);
	}

	/** Positions in this file's lists become ids; rows of erased readers go, and are counted. */
	#toIds(buffer: EventBuffer): number {
		let length = 0;
		for (let i = 0; i < buffer.length; i++) {
			const position = buffer.reader[i]!;
			const reader = position < 0 ? position : this.#readers[position]!;
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

	async #resolveReaders() {
		const { db, identity, publication, known } = this.#context;
		const all = this.#addresses.since(this.#readers.length);
		const fresh = all.filter((address) => !known.has(address));

		const names = fresh.map(domainOf);
		const unmet = new Map<string, string>();
		for (const [i, name] of names.entries())
			if (!this.#domains.has(name)) unmet.set(name, fresh[i]!);
		const met = await domainIds(
			db,
			[...unmet.values()].map((address) => ({
				hash: identity.domain(address),
				free: isFreeMailbox(address)
			}))
		);
		for (const [i, name] of [...unmet.keys()].entries()) this.#domains.set(name, met[i]!);

		const keyed = fresh.map((address, i) => ({
			hash: identity.reader(publication.id, address),
			domainId: this.#domains.get(names[i]!)!
		}));
		const ids = await readerIds(db, publication.id, keyed);
		for (const [i, address] of fresh.entries()) known.set(address, ids[i]!);
		for (const address of all) this.#readers.push(known.get(address)!);
	}

	async #resolveUrls() {
		const fresh = this.#urls.since(this.#urlIds.length).map(withoutReader);
		const ids = await urlIds(this.#context.db, [...new Set(fresh)]);
		for (const text of fresh) this.#urlIds.push(ids.get(text)!);
	}

	async #flushReaders() {
		const importId = this.#importId;
		const facts: ReaderFactRow[] = [];
		for (const [position, fact] of this.#readerFacts) {
			const readerId = this.#readers[position];
			if (readerId === null || readerId === undefined) continue;
			const { status, joined, left, channel, country, paid } = fact;
			facts.push({
				importId,
				readerId,
				status: status ?? null,
				joined: joined ?? null,
				left: left ?? null,
				channel: channel ?? null,
				country: country ?? null,
				paid: paid ?? null
			});
		}
		await keepReaderFacts(this.#context.db, facts);
		this.#readerFacts.clear();

		await this.#flushCounts();
		await this.#flushTags();
	}

	async #flushTags() {
		const texts = this.#tags.flatMap(({ url }) => (url ? [withoutReader(url)] : []));
		const ids = await urlIds(this.#context.db, [...new Set(texts)]);
		const rows = this.#tags.map(({ url, issue, item, topics }) => ({
			importId: this.#importId,
			urlId: url ? (ids.get(withoutReader(url)) ?? null) : null,
			issue: issue ?? null,
			item: item ?? null,
			topics
		}));
		await keepTags(this.#context.db, rows);
		this.#tags = [];
	}

	async #flushCounts() {
		const byEvent = new Map<EventKind, { send: number[]; reader: number[]; n: number[] }>();
		for (const { send, event, reader, n } of this.#readerCounts) {
			const readerId = this.#readers[reader];
			const columns = byEvent.get(event) ?? { send: [], reader: [], n: [] };
			byEvent.set(event, columns);
			if (readerId === null || readerId === undefined) continue;
			columns.send.push(send);
			columns.reader.push(readerId);
			columns.n.push(n);
		}
		let added = 0;
		for (const [event, columns] of byEvent)
			added += await keepReaderCounts(
				this.#context.db,
				this.#importId,
				event,
				columns,
				columns.send.length
			);
		this.kept.accepted += added;
		this.kept.duplicate += this.#readerCounts.length - added;
		this.#readerCounts = [];
	}
}

function domainOf(address: string) {
	return address.slice(address.lastIndexOf('@') + 1);
}

function clientKey({ machine, agent, device, country }: EventFact) {
	if (machine === undefined && agent === undefined && device === undefined && country === undefined)
		return '';
	return `${machine ? 1 : 0}\t${device ?? ''}\t${country ?? ''}\t${agent ?? ''}`;
}
