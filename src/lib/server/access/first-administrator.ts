import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import * as v from 'valibot';
import { Trouble } from '#lib/trouble.ts';
import { insertFirstAdministrator } from '../store/people/people.ts';
import type { Db } from '../store/sql/open.ts';
import { fields } from './fields.ts';
import { dropFirstCodes, isFirstCode } from './first-code.ts';

const form = v.object({ ...fields, code: v.optional(v.string(), '') });

/** Which field of the form is wrong. */
export type FirstAdministratorFlaw = 'name' | 'email' | 'password' | 'code';

/**
 * Creates the administrator from what was filled in. Only whoever started the program knows its
 * code: where a request seems to come from says nothing, for a proxy beside us passes on the whole
 * world's.
 *
 * @returns what is wrong with the form, or null when the account is there
 * @throws {Trouble} adminExists where somebody was faster
 */
export async function createFirstAdministrator(
	db: Db,
	filled: Record<string, unknown>,
	now: number
): Promise<FirstAdministratorFlaw | null> {
	const read = v.safeParse(form, filled);
	if (!read.success) return flawOf(read.issues[0]);

	const { name, email, password, code } = read.output;
	// before the password is hashed, which takes long: nobody is made to wait by guesses
	if (!(await isFirstCode(db, code))) return 'code';

	const person = { id: randomUUID(), name, email, password: await hashPassword(password) };
	if (!(await insertFirstAdministrator(db, person, new Date(now))))
		throw new Trouble('adminExists');

	await dropFirstCodes(db);
	return null;
}

function flawOf(issue: v.InferIssue<typeof form>): FirstAdministratorFlaw {
	return v.getDotPath(issue) as FirstAdministratorFlaw;
}
