import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '#lib/trouble.ts';

const keyBytes = 32;

const fileOf = (data: string) => join(data, 'reader-key');

/**
 * The key by which readers are known, made on the first start and readable by its owner alone.
 *
 * @param data folder of the database
 * @param given a key in hex from the environment, instead of the file
 * @throws {Trouble} badKey, dataReadOnly
 */
export function readOrMakeKey(data: string, given?: string): Buffer {
	if (given) return bytesOf(given);
	try {
		mkdirSync(data, { recursive: true });
		// of two processes that start at once, one makes the key and both read it
		writeFileSync(fileOf(data), randomBytes(keyBytes).toString('hex'), { flag: 'wx', mode: 0o600 });
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		if (error.code !== 'EEXIST') throw new Trouble('dataReadOnly', { place: data });
	}
	return bytesOf(readKeyFile(data)!);
}

/** The key's file as it is, in hex; null where there is none. */
export function readKeyFile(data: string): string | null {
	try {
		return readFileSync(fileOf(data), 'utf8').trim();
	} catch {
		return null;
	}
}

/** Puts another key in the place of the one that is there. */
export function replaceKeyFile(data: string, hex: string) {
	const fresh = `${fileOf(data)}.new`;
	rmSync(fresh, { force: true });
	writeFileSync(fresh, hex, { flag: 'wx', mode: 0o600 });
	renameSync(fresh, fileOf(data));
}

/** What a database remembers of its key, by which another one is told: nobody gets from it to the key. */
export function fingerprintOf(key: Buffer): string {
	return createHash('sha256').update('fingerprint').update(key).digest('hex');
}

/** @throws {Trouble} badKey */
export function bytesOf(hex: string): Buffer {
	const bytes = Buffer.from(hex, 'hex');
	if (bytes.length < keyBytes) throw new Trouble('badKey');
	return bytes;
}
