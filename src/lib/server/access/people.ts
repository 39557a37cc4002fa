// Accounts: who has one, in which role, and how they are let in again or out.

import { randomBytes, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import * as v from 'valibot';
import { givenRoles, type GivenRole } from '#lib/permissions.ts';
import { Trouble } from '#lib/trouble.ts';
import { recordAudit } from '../store/people/audit.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import {
	changeMembership,
	changePerson,
	insertFirstAdministrator,
	createPerson,
	findPerson,
	hasPeople,
	listMemberships,
	listPeople,
	peopleWhoCame,
	replacePassword,
	rolesOf,
	type StoredPerson as Account
} from '../store/people/people.ts';
import { dropPasskeys, passkeyCounts } from '../store/people/passkeys.ts';
import { dropTwoFactor, endSessions } from '../store/people/sessions.ts';
import { listPublications } from '../store/publications.ts';
import { dropOwnViews } from '../store/reports/saved-views.ts';
import { fields } from './fields.ts';
import { dropFirstCodes } from './first-code.ts';
import { forgetLanguage } from './own-language.ts';
import { publicationNamed } from './publication-named.ts';

/** Somebody with an account, and what they are in single publications, by short name. */
export type Person = Account & {
	publications: Record<string, GivenRole>;
	/** they have a link, and chose no password yet */
	invited: boolean;
	/** how many they have */
	passkeys: number;
};

/** What is asked of whoever gives somebody an account. */
export type PersonWords = { name: string; email: string; role: string };

const form = v.object({
	name: fields.name,
	email: fields.email,
	role: v.picklist(givenRoles, 'role')
});

/** Everybody with an account, by name. */
export async function people(db: Db): Promise<Person[]> {
	const slugs = new Map((await listPublications(db)).map(({ id, slug }) => [id, slug]));
	const given = await listMemberships(db);
	const come = await peopleWhoCame(db);
	const passkeys = await passkeyCounts(db);
	return (await listPeople(db)).map((person) => ({
		...person,
		invited: !come.has(person.id),
		passkeys: passkeys.get(person.id) ?? 0,
		publications: Object.fromEntries(
			given.flatMap(({ userId, publicationId, role }) => {
				const slug = slugs.get(publicationId);
				return userId === person.id && slug !== undefined ? [[slug, role]] : [];
			})
		)
	}));
}

/** @throws {Trouble} badPerson */
function readPerson(filled: PersonWords): v.InferOutput<typeof form> {
	const read = v.safeParse(form, filled);
	if (read.success) return read.output;
	const field = v.getDotPath(read.issues[0]) as keyof typeof filled;
	throw new Trouble('badPerson', { given: filled[field] });
}

/**
 * Gives somebody an account, with a password made for them: whoever adds them hands it on, and they
 * change it. The first account is an administrator's.
 *
 * @param data folder of the database
 * @param slug of the one publication that the role is for; null for all
 * @returns the password, which is nowhere else: only its hash is kept
 * @throws {Trouble} badPerson, personExists, firstIsAdmin, noSuchPublication
 */
export async function addPerson(
	db: Db,
	filled: PersonWords,
	{ now, slug = null }: { now: number; slug?: string | null }
): Promise<string> {
	// before anybody gets an account who could then do nothing with it
	if (slug !== null) await publicationNamed(db, slug);
	const { name, email, role: given } = readPerson(filled);
	const role = slug === null ? given : 'none';
	const password = madePassword();
	const person = { id: randomUUID(), name, email, password: await hashPassword(password) };
	await db.transaction(async (tx) => {
		if (!(await hasPeople(tx))) {
			if (role !== 'admin') throw new Trouble('firstIsAdmin');
			if (!(await insertFirstAdministrator(tx, person, new Date(now))))
				throw new Trouble('adminExists');
			await dropFirstCodes(tx);
		} else if (!(await createPerson(tx, person, role, new Date(now))))
			throw new Trouble('personExists', { email });
		await recordAudit(tx, null, { by: null, now }, 'people.added', { email, role });
		if (slug !== null) await giveRole(tx, email, given, { slug, now });
	});
	return password;
}

/**
 * Gives somebody an account without a password: they choose it by a link.
 *
 * @returns their id
 * @throws {Trouble} badPerson, personExists, firstIsAdmin
 */
export function addWithoutPassword(
	db: Db | Tx,
	filled: PersonWords,
	now: number
): Promise<Account> {
	const { name, email, role } = readPerson(filled);
	const person = { id: randomUUID(), name, email, password: null };
	return db.transaction(async (tx) => {
		if (!(await hasPeople(tx))) throw new Trouble('firstIsAdmin');
		if (!(await createPerson(tx, person, role, new Date(now))))
			throw new Trouble('personExists', { email });
		await recordAudit(tx, null, { by: null, now }, 'people.invited', { email, role });
		return personOf(tx, email);
	});
}

/**
 * Gives somebody a role: in one publication, or in all that have none of their own. What they are in
 * all publications anyway is not kept for a single one.
 *
 * @param slug of the publication; null for all
 * @throws {Trouble} noSuchPerson, badChoice, lastAdmin, adminEverywhere, noSuchPublication
 */
export async function giveRole(
	db: Db | Tx,
	email: string,
	given: string,
	{ slug, now }: { slug: string | null; now: number }
) {
	const role = givenRoles.find((known) => known === given);
	if (!role) throw new Trouble('badChoice', { given, known: givenRoles.join(', ') });
	await db.transaction(async (tx) => {
		const person = await personOf(tx, email);
		const details = { email: person.email, after: role };
		if (slug === null) {
			if (!(await changePerson(tx, person.id, role))) throw new Trouble('lastAdmin');
			const before = person.role;
			return recordAudit(tx, null, { by: null, now }, 'people.role', { ...details, before });
		}
		const publication = await publicationNamed(tx, slug);
		// it would look as if something were taken from somebody from whom nothing is
		if (person.role === 'admin') throw new Trouble('adminEverywhere', { email: person.email });
		const before = (await rolesOf(tx, person.id))[publication.id] ?? person.role;
		await changeMembership(tx, person.id, publication.id, role === person.role ? null : role);
		await recordAudit(tx, publication.id, { by: null, now }, 'people.role', { ...details, before });
	});
}

/**
 * Takes somebody's account away, and signs them out. What they changed stays, under their name no more.
 *
 * @throws {Trouble} noSuchPerson, lastAdmin
 */
export function removePerson(db: Db, email: string, now: number): Promise<void> {
	return db.transaction(async (tx) => {
		const { id, role, ...person } = await personOf(tx, email);
		if (!(await changePerson(tx, id, null))) throw new Trouble('lastAdmin');
		await forgetLanguage(tx, id);
		await dropOwnViews(tx, id);
		const details = { email: person.email, before: role };
		await recordAudit(tx, null, { by: null, now }, 'people.removed', details);
	});
}

/**
 * Makes somebody a new password, and signs them out everywhere.
 *
 * @returns the password, which is nowhere else
 * @throws {Trouble} noSuchPerson
 */
export async function renewPassword(db: Db, email: string, now: number): Promise<string> {
	const person = await personOf(db, email);
	const password = madePassword();
	const hash = await hashPassword(password);
	await db.transaction(async (tx) => {
		await replacePassword(tx, person.id, hash, new Date(now));
		await recordAudit(tx, null, { by: null, now }, 'people.password', { email: person.email });
	});
	return password;
}

/**
 * Signs somebody out everywhere.
 *
 * @returns in how many browsers they were signed in
 * @throws {Trouble} noSuchPerson
 */
export function signOutEverywhere(db: Db, email: string, now: number): Promise<number> {
	return db.transaction(async (tx) => {
		const person = await personOf(tx, email);
		const ended = await endSessions(tx, person.id);
		const details = { email: person.email, sessions: ended };
		await recordAudit(tx, null, { by: null, now }, 'people.signedOut', details);
		return ended;
	});
}

/**
 * Takes the second factor of somebody who lost it away; they sign in with their password alone then.
 *
 * @throws {Trouble} noSuchPerson, noSecondFactor
 */
export function removeSecondFactor(db: Db, email: string, now: number): Promise<void> {
	return db.transaction(async (tx) => {
		const person = await personOf(tx, email);
		if (!(await dropTwoFactor(tx, person.id)))
			throw new Trouble('noSecondFactor', { email: person.email });
		await recordAudit(tx, null, { by: null, now }, 'people.factorOff', { email: person.email });
	});
}

/**
 * Removes all passkeys of somebody whose device was lost or stolen.
 *
 * @returns how many there were
 * @throws {Trouble} noSuchPerson, noPasskeys
 */
export function removePasskeys(db: Db, email: string, now: number): Promise<number> {
	return db.transaction(async (tx) => {
		const person = await personOf(tx, email);
		const names = await dropPasskeys(tx, person.id);
		if (names.length === 0) throw new Trouble('noPasskeys', { email: person.email });
		for (const name of names)
			await recordAudit(tx, null, { by: null, now }, 'people.passkeyRemoved', {
				email: person.email,
				name
			});
		return names.length;
	});
}

/** @throws {Trouble} noSuchPerson */
export async function personOf(db: Db | Tx, email: string): Promise<Account> {
	const person = await findPerson(db, email.trim().toLowerCase());
	if (!person) throw new Trouble('noSuchPerson', { email });
	return person;
}

/** 96 bits, in words that can be read out. */
function madePassword(): string {
	return randomBytes(12)
		.toString('hex')
		.replace(/(.{6})(?=.)/g, '$1-');
}
