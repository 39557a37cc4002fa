import { randomBytes, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import * as v from 'valibot';
import { personRoles } from '#lib/person-roles.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Db } from '../store/sql/open.ts';
import {
	changePerson,
	createFounder,
	createPerson,
	findPerson,
	hasPeople,
	listPeople,
	replacePassword
} from '../store/people/people.ts';
import type { Person } from '../store/people/people.ts';
import { fields } from './fields.ts';
import { dropFirstCode } from './first-code.ts';

export type { Person };

const form = v.object({
	name: fields.name,
	email: fields.email,
	role: v.picklist(personRoles, 'role')
});

/** Everybody with an account, by name. */
export const people = (db: Db): Promise<Person[]> => listPeople(db);

/**
 * Gives somebody an account, with a password made for them: whoever adds them hands it on, and they
 * change it. The first account is an administrator's.
 *
 * @param data folder of the database
 * @returns the password, which is nowhere else: only its hash is kept
 * @throws {Trouble} badPerson, personExists, firstIsAdmin
 */
export async function addPerson(
	db: Db,
	filled: { name: string; email: string; role: string },
	{ data, now }: { data: string; now: number }
): Promise<string> {
	const read = v.safeParse(form, filled);
	if (!read.success) {
		const field = v.getDotPath(read.issues[0]) as keyof typeof filled;
		throw new Trouble('badPerson', { given: filled[field] });
	}
	const { name, email, role } = read.output;
	const password = madePassword();
	const person = { id: randomUUID(), name, email, password: await hashPassword(password) };
	if (!(await hasPeople(db))) {
		if (role !== 'admin') throw new Trouble('firstIsAdmin');
		if (!(await createFounder(db, person, new Date(now)))) throw new Trouble('adminExists');
		dropFirstCode(data);
	} else if (!(await createPerson(db, person, role, new Date(now))))
		throw new Trouble('personExists', { email });
	return password;
}

/** @throws {Trouble} noSuchPerson, badChoice, lastAdmin */
export async function giveRole(db: Db, email: string, given: string) {
	const role = personRoles.find((known) => known === given);
	if (!role) throw new Trouble('badChoice', { given, known: personRoles.join(', ') });
	const { id } = await personOf(db, email);
	if (!(await changePerson(db, id, role))) throw new Trouble('lastAdmin');
}

/**
 * Takes somebody's account away, and signs them out. What they changed stays, under their name no more.
 *
 * @throws {Trouble} noSuchPerson, lastAdmin
 */
export async function removePerson(db: Db, email: string) {
	const { id } = await personOf(db, email);
	if (!(await changePerson(db, id, null))) throw new Trouble('lastAdmin');
}

/**
 * Makes somebody a new password, and signs them out everywhere.
 *
 * @returns the password, which is nowhere else
 * @throws {Trouble} noSuchPerson
 */
export async function renewPassword(db: Db, email: string, now: number): Promise<string> {
	const { id } = await personOf(db, email);
	const password = madePassword();
	await replacePassword(db, id, await hashPassword(password), new Date(now));
	return password;
}

async function personOf(db: Db, email: string): Promise<Person> {
	const found = await findPerson(db, email.trim().toLowerCase());
	if (!found) throw new Trouble('noSuchPerson', { email });
	return found;
}

/** 96 bits, in words that can be read out. */
function madePassword(): string {
	return randomBytes(12)
		.toString('hex')
		.replace(/(.{6})(?=.)/g, '$1-');
}
