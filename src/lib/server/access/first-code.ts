import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../store/sql/open.ts';
import { hasPeople } from '../store/people/people.ts';

/** No letters or digits that are mistaken for others when read aloud or typed. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

function fileOf(data: string): string {
	return join(data, 'first-code');
}

function digest(code: string): Buffer {
	return createHash('sha256')
		.update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
		.digest();
}

/**
 * Makes the code with which somebody may create the administrator: 59 bits, beyond guessing. Only its
 * hash is kept, in the data folder, so the code is known to whoever can read the start's output.
 *
 * @returns the code, which replaces any earlier one
 */
export function makeFirstCode(data: string): string {
	const letters = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]);
	const code = letters.join('').replace(/(.{4})(?=.)/g, '$1-');

	writeFileSync(fileOf(data), digest(code).toString('hex'), { mode: 0o600 });
	return code;
}

/** The code to print when starting, or null where there are accounts already. */
export async function firstCode(db: Db, data: string): Promise<string | null> {
	return (await hasPeople(db)) ? null : makeFirstCode(data);
}

/** Whether this is the code; however it is spaced or capitalised. */
export function isFirstCode(data: string, typed: string): boolean {
	if (!existsSync(fileOf(data))) return false;
	const kept = Buffer.from(readFileSync(fileOf(data), 'utf8').trim(), 'hex');
	const given = digest(typed);
	return kept.length === given.length && timingSafeEqual(given, kept);
}

/** Once there is an administrator the code opens nothing. */
export function dropFirstCode(data: string) {
	rmSync(fileOf(data), { force: true });
}
