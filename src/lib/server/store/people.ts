import { eq } from 'drizzle-orm';
import type { Db, Tx } from './open.ts';
import { authAccount, authSession, authUser, authVerification } from './schema/auth.ts';

/** The tables as better-auth's adapter wants them: under its own names for them. */
export const authTables = {
	user: authUser,
	session: authSession,
	account: authAccount,
	verification: authVerification
};

/** Whether anybody has an account yet. */
export async function hasPeople(db: Db | Tx): Promise<boolean> {
	const found = await db.select({ id: authUser.id }).from(authUser).limit(1);
	return found.length > 0;
}

/** What somebody with an account is called; null for who is gone. */
export async function nameOfPerson(db: Db | Tx, id: string): Promise<string | null> {
	const [found] = await db
		.select({ name: authUser.name })
		.from(authUser)
		.where(eq(authUser.id, id));
	return found?.name ?? null;
}

/** Somebody who is to have an account with a password. */
export type NewPerson = {
	id: string;
	name: string;
	/** lower case */
	email: string;
	/** hashed */
	password: string;
};

/**
 * Makes the first account, the administrator's, unless there is an account already.
 *
 * @returns whether it was made: of two at once, one is
 */
export function createFounder(db: Db, person: NewPerson, now: Date): Promise<boolean> {
	const { password, ...words } = person;
	const times = { createdAt: now, updatedAt: now };

	return db.transaction(async (tx) => {
		if (await hasPeople(tx)) return false;

		await tx.insert(authUser).values({ ...words, ...times, role: 'admin', founder: true });
		await tx.insert(authAccount).values({
			id: `${person.id}-password`,
			accountId: person.id,
			userId: person.id,
			providerId: 'credential',
			password,
			...times
		});
		return true;
	});
}
