import { createHash, createHmac, randomBytes, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '#lib/trouble.ts';

const keyBytes = 32;

const fileOf = (data: string) => join(data, 'reader-key');

/**
 * The keys by which readers are known, the first made on the first start and readable by its owner
 * alone; each rotation adds one, and all are needed.
 *
 * @param data folder of the database
 * @param given keys in hex from the environment, instead of the file
 * @throws {Trouble} badKey, dataReadOnly
 */
export function readOrMakeKeys(data: string, given?: string): Buffer[] {
	if (given) return parseKeys(given);
	try {
		mkdirSync(data, { recursive: true });
		// of two processes that start at once, one makes the key and both read it
		writeFileSync(fileOf(data), randomBytes(keyBytes).toString('hex'), { flag: 'wx', mode: 0o600 });
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		if (error.code !== 'EEXIST') throw new Trouble('dataReadOnly', { place: data });
	}
	return parseKeys(readKeyFile(data)!);
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
	replaceFile(fileOf(data), hex);
}

/** Writes a file that its owner alone may read, whole or not at all. */
export function replaceFile(file: string, text: string) {
	const fresh = `${file}.new`;
	rmSync(fresh, { force: true });
	writeFileSync(fresh, text, { flag: 'wx', mode: 0o600 });
	renameSync(fresh, file);
}

/** What a database remembers of its keys, by which others are told: nobody gets from it to the keys. */
export function fingerprintOf(keys: readonly Buffer[]): string {
	const print = createHash('sha256').update('fingerprint');
	for (const [i, key] of keys.entries()) print.update(i === 0 ? '' : '.').update(key);
	return print.digest('hex');
}

/**
 * Keys as their file has them, in hex with dots between, in the order in which they are used.
 *
 * @throws {Trouble} badKey
 */
export function parseKeys(text: string): Buffer[] {
	const keys = text
		.trim()
		.split('.')
		.map((hex) => Buffer.from(hex, 'hex'));
	if (keys.some(({ length }) => length < keyBytes)) throw new Trouble('badKey');
	return keys;
}

/** Keys with one more behind them, as their file has them. */
export function addKey(text: string | null, key: Buffer): string {
	return [...(text === null ? [] : [text.trim()]), key.toString('hex')].join('.');
}

/** The hash of a hash by a later key. */
export function wrapBy(key: Buffer | KeyObject, hash: Buffer): Buffer {
	return createHmac('sha256', key).update(hash).digest().subarray(0, hash.length);
}
