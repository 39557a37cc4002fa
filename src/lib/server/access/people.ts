import { randomBytes, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import * as v from 'valibot';
import { givenRoles } from '#lib/permissions.ts';
import type { GivenRole } from '#lib/permissions.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Db } from '../store/sql/open.ts';
import {
	changeMembership,
	changePerson,
	createFounder,
	createPerson,
	findPerson,
	hasPeople,
	listMemberships,
	listPeople,
	replacePassword
} from '../store/people/people.ts';
import type { Person as Account } from '../store/people/people.ts';
import { findPublication, listPublications } from '../store/publications.ts';
import { fields } from './fields.ts';
import { dropFirstCode } from './first-code.ts';

/** Somebody with an account, and what they are in single publications, by short name. */
export type Person = Account & { publications: Record<string, GivenRole> };

const form = v.object({
	name: fields.name,
	email: fields.email,
	role: v.picklist(givenRoles, 'role')
});

/** Everybody with an account, by name. */
export async function people(db: Db): Promise<Person[]> {
	const slugs = new Map((await listPublications(db)).map(({ id, slug }) => [id, slug]));
	const given = await listMemberships(db);
	return (await listPeople(db)).map((person) => ({
		...person,
		publications: Object.fromEntries(
			given.flatMap(({ userId, publicationId, role }) => {
				const slug = slugs.get(publicationId);
				return userId === person.id && slug !== undefined ? [[slug, role]] : [];
			})
		)
	}));
}

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

/**
 * Gives somebody a role: in one publication, or in all that have none of their own. What they are in
 * all publications anyway is not kept for a single one.
 *
 * @param slug of the publication; null for all
 * @throws {Trouble} noSuchPerson, badChoice, lastAdmin, adminEverywhere, noSuchPublication
 */
export async function giveRole(db: Db, email: string, given: string, slug: string | null) {
	const role = givenRoles.find((known) => known === given);
	if (!role) throw new Trouble('badChoice', { given, known: givenRoles.join(', ') });
	const person = await personOf(db, email);
	if (slug === null) {
		if (!(await changePerson(db, person.id, role))) throw new Trouble('lastAdmin');
		return;
	}
	const publication = await findPublication(db, slug);
	if (!publication) throw new Trouble('noSuchPublication', { slug });
	// it would look as if something were taken from somebody from whom nothing is
	if (person.role === 'admin') throw new Trouble('adminEverywhere', { email: person.email });
	await changeMembership(db, person.id, publication.id, role === person.role ? null : role);
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

async function personOf(db: Db, email: string): Promise<Account> {
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
