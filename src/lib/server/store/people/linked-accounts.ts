import { and, eq, ne } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { authAccount, authUser } from '../schema/auth.ts';

const LOCAL = 'credential';

/** Whoever a provider knows by a subject, where they came in by it before. */
export async function personOfSubject(db: Db | Tx, provider: string, subject: string) {
	const [row] = await db
		.select({ id: authUser.id, email: authUser.email, role: authUser.role })
		.from(authAccount)
		.innerJoin(authUser, eq(authUser.id, authAccount.userId))
		.where(and(eq(authAccount.providerId, provider), eq(authAccount.accountId, subject)));
	return row;
}

/**
 * Ties an account to what a provider knows somebody by.
 *
 * @returns false where the account is tied to another subject there: the address changed hands
 */
export function linkSubject(
	db: Db | Tx,
	userId: string,
	{ provider, subject }: { provider: string; subject: string },
	now: Date
): Promise<boolean> {
	return db.transaction(async (tx) => {
		const others = await tx
			.select({ id: authAccount.id })
			.from(authAccount)
			.where(
				and(
					eq(authAccount.userId, userId),
					eq(authAccount.providerId, provider),
					ne(authAccount.accountId, subject)
				)
			);
		if (others.length > 0) return false;
		await tx
			.insert(authAccount)
			.values({
				id: `${userId} ${provider}`,
				userId,
				accountId: subject,
				providerId: provider,
				createdAt: now,
				updatedAt: now
			})
			.onConflictDoNothing();
		return true;
	});
}

/** Whether somebody has a password. */
export async function hasPassword(db: Db | Tx, userId: string): Promise<boolean> {
	const rows = await db
		.select({ id: authAccount.id })
		.from(authAccount)
		.where(and(eq(authAccount.userId, userId), eq(authAccount.providerId, LOCAL)))
		.limit(1);
	return rows.length > 0;
}
