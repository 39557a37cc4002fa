import { HOUR } from '#lib/duration.ts';
import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Trouble } from '#lib/trouble.ts';
import {
	addSpooledPart,
	beginSpooled,
	changeNonce,
	changeSpooledPart,
	dropSpooledFile,
	endSpooled,
	findSpooled,
	listSpooled,
	spooledPartOf
} from '../../store/events/spooled.ts';
import { sharedBy, type Shared } from '../../store/jobs/machine.ts';
import type { Db } from '../../store/sql/open.ts';
import { openSealed, seal, sealedSize } from './sealed-file.ts';
import { spoolFolder } from './spool-room.ts';

// Where several machines share a database, a file of the spool lies in the database as well, in pieces,
// so that any of them can read it, whatever becomes of the one that took it. What lies on a disk then is
// a copy. The database holds it encrypted: the key follows from the one by which readers are known.

/** Bytes of one piece: what is held in memory, and sent at once. */
const PIECE = 2 ** 18;

const cipher = 'aes-256-ctr';

/** Where a file of the spool lies on this machine, if it does. */
export function spoolPath(db: Db, spool: string): string {
	const shared = sharedBy(db);
	return shared ? join(spoolFolder(shared.data), basename(spool)) : spool;
}

/** Lays a file of this machine's spool where all machines can read it. It is gone where that fails. */
export async function shareFile(db: Db, path: string): Promise<void> {
	const shared = sharedBy(db);
	if (!shared) return;
	const name = basename(path);
	const nonce = freshNonce(shared);
	const sealing = sealingOf(shared, nonce);
	let bytes = 0;
	let n = 0;
	try {
		await beginSpooled(db, { name, nonce, madeAt: Date.now() });
		for await (const piece of pieces(openSealed(path))) {
			await addSpooledPart(db, name, n++, sealing.update(piece));
			bytes += piece.length;
		}
		await endSpooled(db, name, bytes);
	} catch (error) {
		await dropSpooled(db, path);
		throw error;
	}
}

/** Which of the keys it was, so that files of before a rotation are read by theirs. */
const printOf = (key: Buffer) => createHash('sha256').update(key).digest('hex').slice(0, 16);

/** What a file is encrypted with: the key that holds, by its print, and what encryption begins with. */
const freshNonce = ({ keys }: Shared) =>
	`${printOf(keys()[0]!)}:${randomBytes(16).toString('hex')}`;

function keyAndNonce({ keys }: Shared, nonce: string): [Buffer, Buffer] {
	const [begin = '', print] = nonce.split(':').reverse();
	const all = keys();
	// without a print it is of the first key that there was
	const key = print === undefined ? all.at(-1)! : all.find((one) => printOf(one) === print);
	if (!key) throw new Trouble('wrongKey');
	return [key, Buffer.from(begin, 'hex')];
}

const sealingOf = (shared: Shared, nonce: string) =>
	createCipheriv(cipher, ...keyAndNonce(shared, nonce));
const openingOf = (shared: Shared, nonce: string) =>
	createDecipheriv(cipher, ...keyAndNonce(shared, nonce));

/**
 * Encrypts what lies in the database by the key that holds, each file in one transaction.
 *
 * @returns how many files there were
 */
export async function resealShared(db: Db): Promise<number> {
	const shared = sharedBy(db);
	if (!shared) return 0;
	const holds = printOf(shared.keys()[0]!);
	let n = 0;
	for (const { name, nonce, bytes } of await listSpooled(db)) {
		// what is not whole is being written by whoever holds the new key already
		if (nonce.startsWith(`${holds}:`) || bytes === null) continue;
		await db.transaction(async (tx) => {
			const [opening, fresh] = [openingOf(shared, nonce), freshNonce(shared)];
			const sealing = sealingOf(shared, fresh);
			for (let i = 0, left = bytes; left > 0; i++) {
				const piece = await spooledPartOf(tx, name, i);
				if (!piece) break;
				left -= piece.length;
				await changeSpooledPart(tx, name, i, sealing.update(opening.update(piece)));
			}
			await changeNonce(tx, name, fresh);
		});
		n++;
	}
	return n;
}

/** The same bytes in pieces of one size, but for the last. */
async function* pieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let held: Buffer[] = [];
	let size = 0;
	for await (const chunk of chunks) {
		for (let start = 0; start < chunk.length;) {
			const part = chunk.subarray(start, start + PIECE - size);
			held.push(part);
			start += part.length;
			size += part.length;
			if (size < PIECE) continue;
			yield Buffer.concat(held);
			held = [];
			size = 0;
		}
	}
	if (size > 0) yield Buffer.concat(held);
}

/** A file of the spool: how many bytes it holds, and whether they lie on this machine's disk. */
type Found = { bytes: number; path: string; isHere: boolean; nonce: string | null };

async function find(db: Db, spool: string): Promise<Found | null> {
	const path = spoolPath(db, spool);
	const copy = await stat(path).catch(() => null);
	const own = copy && sealedSize(path, copy.size);
	const kept = sharedBy(db) && (await findSpooled(db, basename(spool)));
	// what is no whole copy of what the others have was left by whoever fell over it
	if (kept) return { bytes: kept.bytes, path, isHere: own === kept.bytes, nonce: kept.nonce };
	return own === null ? null : { bytes: own, path, isHere: true, nonce: null };
}

/** How many bytes a file of the spool holds, on whichever machine; null where it is gone. */
export async function spooledSize(db: Db, spool: string): Promise<number | null> {
	return (await find(db, spool))?.bytes ?? null;
}

/**
 * The bytes of a file of the spool, wherever it lies.
 *
 * @throws {Trouble} fileMissing where it is gone
 */
export async function* openSpooled(db: Db, spool: string): AsyncGenerator<Uint8Array> {
	const stored = await find(db, spool);
	if (!stored) throw new Trouble('fileMissing', { file: basename(spool) });
	yield* stored.isHere ? openSealed(stored.path) : opened(db, basename(spool), stored);
}

/** The bytes of a file that lies in the database. @throws {Trouble} fileMissing where a piece is */
async function* opened(db: Db, name: string, { bytes, nonce }: Found): AsyncGenerator<Buffer> {
	const opening = openingOf(sharedBy(db)!, nonce!);
	let left = bytes;
	for (let n = 0; left > 0; n++) {
		const piece = await spooledPartOf(db, name, n);
		// taken away while it was read: nobody must take half of it for the whole
		if (!piece) throw new Trouble('fileMissing', { file: name });
		left -= piece.length;
		yield opening.update(piece);
	}
}

/**
 * Has a file of the spool lie on this machine's disk, where it can be read from anywhere on.
 *
 * @returns where; nothing lies there if it is gone
 */
export async function fetchSpooled(db: Db, spool: string): Promise<string> {
	const stored = await find(db, spool);
	const path = spoolPath(db, spool);
	if (!stored || stored.isHere) return path;

	await mkdir(dirname(path), { recursive: true, mode: 0o700 });
	// two processes may want it at once, and neither is to read half of what the other writes
	const part = `${path}.${randomUUID()}`;
	try {
		await seal(part, opened(db, basename(spool), stored));
		await rename(part, path);
	} finally {
		await rm(part, { force: true });
	}
	return path;
}

/** Takes a file of the spool away, here and for all. */
export async function dropSpooled(db: Db, spool: string): Promise<void> {
	await rm(spoolPath(db, spool), { force: true });
	if (sharedBy(db)) await dropSpooledFile(db, basename(spool));
}

/** A file of the spool, and since when it lies there, in UTC milliseconds. */
export type Lying = { path: string; at: number };

/** All files of the spool, of whichever machine, as this one would find them. */
export async function allSpooled(db: Db, data: string): Promise<Lying[]> {
	const folder = spoolFolder(data);
	if (sharedBy(db))
		return (await listSpooled(db)).map(({ name, madeAt }) => ({
			path: join(folder, name),
			at: madeAt
		}));
	return copiesIn(folder);
}

/** Takes away copies on this disk of what lies in the database no more: whoever ended it may be another machine. */
export async function sweepCopies(db: Db, now: number) {
	const shared = sharedBy(db);
	if (!shared) return;
	const copies = await copiesIn(spoolFolder(shared.data));
	const kept = new Set((await listSpooled(db)).map(({ name }) => name));
	for (const { path, at } of copies)
		// what is still coming in, or being fetched, is younger
		if (!kept.has(basename(path)) && now - at > COMING) await rm(path, { force: true });
}

const COMING = HOUR;

async function copiesIn(folder: string): Promise<Lying[]> {
	const copies: Lying[] = [];
	for (const name of await readdir(folder).catch(() => [])) {
		const path = join(folder, name);
		const stats = await stat(path).catch(() => null);
		if (stats) copies.push({ path, at: stats.mtimeMs });
	}
	return copies;
}
