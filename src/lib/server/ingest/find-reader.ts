import { readAddress } from '#lib/providers/read-address.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { readerOfHash } from '../store/readers/readers.ts';
import type { Identity } from './packs/identity.ts';

/**
 * The reader whose address somebody typed. Nobody is made by it, and the address is kept nowhere.
 *
 * @throws {Trouble} noSuchReader for what is no address, or is in no list or export
 */
export async function readerOfAddress(
	db: Db,
	{ id }: Publication,
	typed: string,
	identity: Identity
): Promise<number> {
	const address = readAddress(typed);
	const of = async (hash: Buffer | null) => hash && (await readerOfHash(db, id, hash));
	const reader =
		address &&
		((await of(identity.reader(id, address))) ?? (await of(identity.formerReader(id, address))));
	if (!reader) throw new Trouble('noSuchReader');
	return reader;
}
