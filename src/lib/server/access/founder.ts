import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import * as v from 'valibot';
import { Trouble } from '#lib/trouble.ts';
import { createFounder } from '../store/people.ts';
import type { Db } from '../store/open.ts';
import { fields } from './fields.ts';
import { dropFirstCode, isFirstCode } from './first-code.ts';

const form = v.object({ ...fields, code: v.optional(v.string(), '') });

/** Which field of the form is wrong. */
export type FounderFlaw = 'name' | 'email' | 'password' | 'code';

/**
 * Creates the administrator from what was filled in.
 *
 * @param here whether the form was sent from this machine; else the code of the start is needed
 * @returns what is wrong with the form, or null when the account is there
 * @throws {Trouble} adminExists where somebody was faster
 */
export async function found(
	db: Db,
	filled: Record<string, unknown>,
	{ data, here, now }: { data: string; here: boolean; now: number }
): Promise<FounderFlaw | null> {
	const read = v.safeParse(form, filled);
	if (!read.success) return flawOf(read.issues[0]);

	const { name, email, password, code } = read.output;
	if (!here && !isFirstCode(data, code)) return 'code';

	const person = { id: randomUUID(), name, email, password: await hashPassword(password) };
	if (!(await createFounder(db, person, new Date(now)))) throw new Trouble('adminExists');

	dropFirstCode(data);
	return null;
}

function flawOf(issue: v.InferIssue<typeof form>): FounderFlaw {
	return v.getDotPath(issue) as FounderFlaw;
}
