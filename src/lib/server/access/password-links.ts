import { HOUR, WEEK } from '#lib/duration.ts';
import { createHash, randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import * as v from 'valibot';
import { Trouble } from '#lib/trouble.ts';
import { recordAudit } from '../store/people/audit.ts';
import {
	findPerson,
	keepLink,
	personOfLink,
	replacePassword,
	type StoredPerson
} from '../store/people/people.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import { fields } from './fields.ts';
import { addWithoutPassword, giveRole, personOf, type PersonWords } from './people.ts';
import { publicationNamed } from './publication-named.ts';

// A link lets whoever has it choose the password of one account, once: for somebody who is invited,
// and for somebody who forgot theirs.

/** How long links hold, in milliseconds. */
const holds = { invitation: WEEK, reset: HOUR };

/** What leads to the page where a password is chosen; the token is nowhere else. */
export type PasswordLink = { token: string; expiresAt: number };

const digest = (token: string) => createHash('sha256').update(token).digest('hex');

async function linkFor(
	db: Db | Tx,
	{ id }: StoredPerson,
	kind: keyof typeof holds,
	now: number
): Promise<PasswordLink> {
	const token = randomBytes(24).toString('base64url');
	const expiresAt = now + holds[kind];
	await keepLink(db, id, digest(token), { now: new Date(now), expiresAt: new Date(expiresAt) });
	return { token, expiresAt };
}

/**
 * Invites somebody: an account, and a link by which they choose its password.
 *
 * @param slug of the one publication that the role is for; null for all
 * @throws {Trouble} badPerson, personExists, firstIsAdmin, noSuchPublication
 */
export async function invite(
	db: Db,
	filled: PersonWords,
	{ slug, now }: { slug: string | null; now: number }
): Promise<PasswordLink> {
	if (slug !== null) await publicationNamed(db, slug);
	const role = slug === null ? filled.role : 'none';
	return db.transaction(async (tx) => {
		const person = await addWithoutPassword(tx, { ...filled, role }, now);
		if (slug !== null) await giveRole(tx, person.email, filled.role, { slug, now });
		return linkFor(tx, person, 'invitation', now);
	});
}

/**
 * Makes a link for somebody who forgot their password, or whose invitation ran out. The password that
 * they have holds until the link is used.
 *
 * @throws {Trouble} noSuchPerson
 */
export async function renewLink(db: Db, email: string, now: number): Promise<PasswordLink> {
	const person = await personOf(db, email);
	return db.transaction(async (tx) => {
		await recordAudit(tx, null, { by: null, now }, 'people.link', { email: person.email });
		return linkFor(tx, person, 'invitation', now);
	});
}

/**
 * The link for whoever asks for one where they sign in; null where nobody has that address, which nobody is
 * told.
 */
export async function linkForAsker(
	db: Db,
	typed: string,
	now: number
): Promise<(PasswordLink & { email: string }) | null> {
	const person = await findPerson(db, typed.trim().toLowerCase());
	if (!person) return null;
	const { id, email } = person;
	return db.transaction(async (tx) => {
		await recordAudit(tx, null, { by: id, now }, 'people.link', { email });
		return { email, ...(await linkFor(tx, person, 'reset', now)) };
	});
}

/** Whose link it is; null once it was used, replaced or ran out. */
export async function personByLink(
	db: Db | Tx,
	token: string,
	now: number
): Promise<StoredPerson | null> {
	if (!/^[\w-]{20,60}$/.test(token)) return null;
	return (await personOfLink(db, digest(token), new Date(now))) ?? null;
}

/**
 * Chooses a password by a link, which ends with it, and all sessions.
 *
 * @returns the address of the account, or null where the password does not do
 * @throws {Trouble} linkOver
 */
export async function usePasswordLink(
	db: Db,
	token: string,
	typed: unknown,
	now: number
): Promise<string | null> {
	const owner = (of: Db | Tx) => personByLink(of, token, now);
	if (!(await owner(db))) throw new Trouble('linkOver');
	const read = v.safeParse(fields.password, typed);
	if (!read.success) return null;
	const hash = await hashPassword(read.output);
	return db.transaction(async (tx) => {
		// it was good before the password was hashed: another may have used it since, or its owner be removed
		const person = await owner(tx);
		if (!person) throw new Trouble('linkOver');
		const { id, email } = person;
		await replacePassword(tx, id, hash, new Date(now));
		await recordAudit(tx, null, { by: id, now }, 'people.password', { email });
		return email;
	});
}
