import { and, asc, eq, gt, like, ne } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { dropProfile } from './profiles.ts';
import {
	authAccount,
	authPasskey,
	authSession,
	authTwoFactor,
	authUser,
	authVerification,
	membership
} from '../schema/auth.ts';

/** The tables as better-auth's adapter wants them: under its own names for them. */
export const authTables = {
	user: authUser,
	session: authSession,
	account: authAccount,
	verification: authVerification,
	twoFactor: authTwoFactor
};

/** Whether anybody has an account yet. */
export async function hasPeople(db: Db | Tx): Promise<boolean> {
	const rows = await db.select({ id: authUser.id }).from(authUser).limit(1);
	return rows.length > 0;
}

/** What somebody with an account is called; null for who is gone. */
export async function nameOfPerson(db: Db | Tx, id: string): Promise<string | null> {
	const [row] = await db.select({ name: authUser.name }).from(authUser).where(eq(authUser.id, id));
	return row?.name ?? null;
}

type Role = (typeof authUser.$inferSelect)['role'];

/** Somebody with an account, as lists show them. */
export type StoredPerson = Pick<
	typeof authUser.$inferSelect,
	'id' | 'name' | 'email' | 'role' | 'createdAt' | 'twoFactorEnabled'
>;

const person = {
	id: authUser.id,
	name: authUser.name,
	email: authUser.email,
	role: authUser.role,
	createdAt: authUser.createdAt,
	twoFactorEnabled: authUser.twoFactorEnabled
};

/** Everybody with an account, by name. */
export function listPeople(db: Db | Tx): Promise<StoredPerson[]> {
	return db.select(person).from(authUser).orderBy(asc(authUser.name), asc(authUser.email));
}

/** Who has come: whoever was invited and did not yet has neither a password nor an account elsewhere. */
export async function peopleWhoCame(db: Db | Tx): Promise<Set<string>> {
	const rows = await db.select({ userId: authAccount.userId }).from(authAccount);
	return new Set(rows.map(({ userId }) => userId));
}

/** What people are in single publications: rows of a person, a publication and a role. */
export function listMemberships(db: Db | Tx) {
	return db.select().from(membership).orderBy(asc(membership.publicationId));
}

/** What one person is in single publications, by the publication's id. */
export async function rolesOf(db: Db | Tx, userId: string): Promise<Record<number, Role>> {
	const rows = await db.select().from(membership).where(eq(membership.userId, userId));
	return Object.fromEntries(rows.map(({ publicationId, role }) => [publicationId, role]));
}

/** Gives somebody a role in one publication; null: the one that they have in all others. */
export async function changeMembership(
	db: Db | Tx,
	userId: string,
	publicationId: number,
	role: Role | null
) {
	const row = { userId, publicationId };
	if (role === null)
		await db
			.delete(membership)
			.where(and(eq(membership.userId, userId), eq(membership.publicationId, publicationId)));
	else
		await db
			.insert(membership)
			.values({ ...row, role })
			.onConflictDoUpdate({
				target: [membership.userId, membership.publicationId],
				set: { role }
			});
}

/** @param email lower case */
export async function findPerson(db: Db | Tx, email: string): Promise<StoredPerson | undefined> {
	const [row] = await db.select(person).from(authUser).where(eq(authUser.email, email));
	return row;
}

/** Somebody who is to have an account with a password. */
export type NewPerson = {
	id: string;
	name: string;
	/** lower case */
	email: string;
	/** hashed; null where they are to choose one by a link */
	password: string | null;
};

/**
 * Makes the first account, the administrator's, unless there is an account already.
 *
 * @returns whether it was made: of two at once, one is
 */
export function insertFirstAdministrator(
	db: Db | Tx,
	person: NewPerson,
	now: Date
): Promise<boolean> {
	return db.transaction(async (tx) => {
		if (await hasPeople(tx)) return false;
		await insertPerson(tx, person, { role: 'admin', founder: true }, now);
		return true;
	});
}

/**
 * Gives one more person an account.
 *
 * @returns whether it was made: an address has one
 */
export function createPerson(
	db: Db | Tx,
	person: NewPerson,
	role: Role,
	now: Date
): Promise<boolean> {
	return db.transaction(async (tx) => {
		if (await findPerson(tx, person.email)) return false;
		await insertPerson(tx, person, { role, founder: false }, now);
		return true;
	});
}

async function insertPerson(
	tx: Tx,
	{ password, ...words }: NewPerson,
	as: { role: Role; founder: boolean },
	now: Date
) {
	const times = { createdAt: now, updatedAt: now };
	await tx.insert(authUser).values({ ...words, ...times, ...as });
	if (password !== null) await putPassword(tx, words.id, password, now);
}

async function putPassword(tx: Tx, userId: string, password: string, now: Date) {
	const given = { password, updatedAt: now };
	await tx
		.insert(authAccount)
		.values({
			id: `${userId}-password`,
			accountId: userId,
			userId,
			providerId: 'credential',
			...given,
			createdAt: now
		})
		.onConflictDoUpdate({ target: authAccount.id, set: given });
}

/**
 * Changes what somebody may do, or with no role takes their account away, sessions and all.
 *
 * @returns whether it was done: one administrator stays
 */
export function changePerson(db: Db | Tx, id: string, role: Role | null): Promise<boolean> {
	return db.transaction(async (tx) => {
		const others = await tx
			.select({ id: authUser.id })
			.from(authUser)
			.where(and(eq(authUser.role, 'admin'), ne(authUser.id, id)))
			.limit(1);
		if (role !== 'admin' && others.length === 0) return false;

		if (role) await tx.update(authUser).set({ role }).where(eq(authUser.id, id));
		else {
			await dropLinksOf(tx, id);
			await dropProfile(tx, id);
			for (const table of [authSession, authAccount, authPasskey, authTwoFactor, membership])
				await tx.delete(table).where(eq(table.userId, id));
			await tx.delete(authUser).where(eq(authUser.id, id));
		}
		return true;
	});
}

/** Gives somebody a password, hashed, and ends their sessions and the links that could change it. */
export async function replacePassword(db: Db | Tx, id: string, password: string, now: Date) {
	await db.transaction(async (tx) => {
		await putPassword(tx, id, password, now);
		await dropLinksOf(tx, id);
		await tx.delete(authSession).where(eq(authSession.userId, id));
	});
}

const LINK = 'password-link:';

/** Keeps the hash of a link by which somebody may choose a password; older ones of theirs end. */
export async function keepLink(
	db: Db | Tx,
	userId: string,
	hash: string,
	times: { now: Date; expiresAt: Date }
) {
	await db.transaction(async (tx) => {
		await dropLinksOf(tx, userId);
		await tx.insert(authVerification).values({
			id: hash,
			identifier: LINK + hash,
			value: userId,
			expiresAt: times.expiresAt,
			createdAt: times.now,
			updatedAt: times.now
		});
	});
}

/** Whose link it is, as long as it holds. */
export async function personOfLink(db: Db | Tx, hash: string, now: Date) {
	const [row] = await db
		.select(person)
		.from(authVerification)
		.innerJoin(authUser, eq(authUser.id, authVerification.value))
		.where(and(eq(authVerification.identifier, LINK + hash), gt(authVerification.expiresAt, now)));
	return row;
}

async function dropLinksOf(tx: Tx, userId: string) {
	await tx
		.delete(authVerification)
		.where(and(eq(authVerification.value, userId), like(authVerification.identifier, `${LINK}%`)));
}
