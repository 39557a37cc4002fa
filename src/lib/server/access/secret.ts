import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '#lib/trouble.ts';
import { readOrMakeKeys } from '../reader-key.ts';
import type { Settings } from '../settings.ts';
import type { Shared } from '../store/jobs/machine.ts';
import { databasePath } from '../store/sql/open.ts';

/**
 * The secret that signs sessions, made on first use and readable by its owner alone.
 *
 * @param data folder of the database
 * @throws {Trouble} dataReadOnly
 */
export function sessionSecret(data: string): string {
	const file = join(data, 'session.key');

	try {
		mkdirSync(data, { recursive: true });
		// fails where the file exists, so that two processes never sign with two secrets
		writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
	} catch (cause) {
		const code = cause instanceof Error && 'code' in cause ? cause.code : null;
		if (code === 'EACCES' || code === 'EROFS') throw new Trouble('dataReadOnly', { place: data });
		if (code !== 'EEXIST') throw cause;
	}

	return readFileSync(file, 'utf8').trim();
}

/**
 * The secret of an installation: a file's own lies beside it; machines that share a server have the
 * reader key in common, from which the same secret follows on each, and is nowhere in the database.
 *
 * @throws {Trouble} dataReadOnly, badKey
 */
export function secretOf(settings: Settings): string {
	return sharedOf(settings)
		? followedBy(readOrMakeKeys(settings.data, settings.readerKey), 'sessions').toString('hex')
		: sessionSecret(settings.data);
}

/** What machines on one server have in common to keep files for each other; null for a database that is a file. */
export function sharedOf(settings: Settings): Shared | null {
	if (databasePath(settings.databaseUrl) !== null) return null;
	// asked for when it is needed: not every command has a key, or may make one
	return {
		data: settings.data,
		keys() {
			const all = readOrMakeKeys(settings.data, settings.readerKey);
			// what was encrypted before a rotation is read by the keys of then
			return all.map((_, i) => followedBy(all.slice(0, all.length - i), 'uploads'));
		}
	};
}

function followedBy(keys: readonly Buffer[], purpose: string): Buffer {
	return createHmac('sha256', Buffer.concat(keys)).update(purpose).digest();
}
