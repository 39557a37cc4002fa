import { domainIds, readerIds } from '../store/readers.ts';
import type { Context } from './context.ts';
import { isFreeMailbox } from './identity.ts';
import { Interned } from './interned.ts';

/**
 * The readers that one file names. Addresses are numbered as they are met and become ids many at a
 * time, by way of keyed hashes; they are gone when the file is.
 */
export class FileReaders {
	#context: Context;
	#addresses = new Interned();
	#ids: (number | null)[] = [];
	#domains = new Map<string, number>();

	constructor(context: Context) {
		this.#context = context;
	}

	/** The place of an address in this file's list. */
	of(address: string): number {
		return this.#addresses.of(address);
	}

	/** The reader's id, once resolved; null for one who was erased. */
	id(place: number): number | null {
		const id = this.#ids[place];
		if (id === undefined) throw new RangeError(`reader ${place} is not resolved`);
		return id;
	}

	/** Finds or makes the ids of all that were met since the last time. */
	async resolve() {
		const { db, identity, publication, known } = this.#context;
		const all = this.#addresses.since(this.#ids.length);
		const fresh = all.filter((address) => !known.has(address));
		await this.#resolveDomains(fresh);

		const keyed = fresh.map((address) => ({
			hash: identity.reader(publication.id, address),
			domainId: this.#domains.get(domainOf(address))!
		}));
		const ids = await readerIds(db, publication.id, keyed);
		for (const [i, address] of fresh.entries()) known.set(address, ids[i]!);
		for (const address of all) this.#ids.push(known.get(address)!);
	}

	async #resolveDomains(addresses: readonly string[]) {
		const { db, identity } = this.#context;
		const unmet = new Map<string, string>();
		for (const address of addresses)
			if (!this.#domains.has(domainOf(address))) unmet.set(domainOf(address), address);

		const ids = await domainIds(
			db,
			[...unmet.values()].map((address) => ({
				hash: identity.domain(address),
				free: isFreeMailbox(address)
			}))
		);
		for (const [i, name] of [...unmet.keys()].entries()) this.#domains.set(name, ids[i]!);
	}
}

function domainOf(address: string) {
	return address.slice(address.lastIndexOf('@') + 1);
}
