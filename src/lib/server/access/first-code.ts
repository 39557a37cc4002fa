import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { machineOf } from '../store/jobs/machine.ts';
import { hasPeople } from '../store/people/people.ts';
import { dropSettings, keepSetting, settingsNamed } from '../store/settings.ts';
import type { Db, Tx } from '../store/sql/open.ts';

/** No letters or digits that are mistaken for others when read aloud or typed. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

const NAME = 'firstCode:';

function digest(code: string): Buffer {
	return createHash('sha256')
		.update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
		.digest();
}

/**
 * Makes the code with which somebody may create the administrator: 59 bits, beyond guessing. Only its
 * hash is kept, so the code is known to whoever can read the start's output. Each machine of an
 * installation prints one, and takes those of all: which of them answers a browser nobody knows.
 *
 * @returns the code, which replaces any earlier one of this machine
 */
export async function makeFirstCode(db: Db): Promise<string> {
	const letters = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]);
	const code = letters.join('').replace(/(.{4})(?=.)/g, '$1-');

	await keepSetting(db, `${NAME}${machineOf(db)}`, digest(code).toString('hex'));
	return code;
}

/** The code to print when starting, or null where there are accounts already. */
export async function firstCode(db: Db): Promise<string | null> {
	return (await hasPeople(db)) ? null : makeFirstCode(db);
}

/** Whether this is such a code; however it is spaced or capitalised. */
export async function isFirstCode(db: Db, typed: string): Promise<boolean> {
	const given = digest(typed);
	const kept = (await settingsNamed(db, NAME)).map((hex) => Buffer.from(hex, 'hex'));
	return kept.some((one) => one.length === given.length && timingSafeEqual(given, one));
}

/** Once there is an administrator the codes open nothing. */
export function dropFirstCodes(db: Db | Tx): Promise<void> {
	return dropSettings(db, NAME);
}
