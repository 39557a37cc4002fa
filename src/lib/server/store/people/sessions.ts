import { and, desc, eq, gt, ne } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { authSession, authTwoFactor, authUser } from '../schema/auth.ts';

/** A browser that is signed in. */
export type Session = Pick<
	typeof authSession.$inferSelect,
	'id' | 'token' | 'ipAddress' | 'userAgent' | 'createdAt' | 'updatedAt'
>;

/** Where somebody is signed in, the latest first. */
export function sessionsOf(db: Db | Tx, userId: string, now: Date): Promise<Session[]> {
	return db
		.select({
			id: authSession.id,
			token: authSession.token,
			ipAddress: authSession.ipAddress,
			userAgent: authSession.userAgent,
			createdAt: authSession.createdAt,
			updatedAt: authSession.updatedAt
		})
		.from(authSession)
		.where(and(eq(authSession.userId, userId), gt(authSession.expiresAt, now)))
		.orderBy(desc(authSession.createdAt));
}

/** Signs somebody out: in one browser, else in all but one that is named, else in all. @returns in how many */
export async function endSessions(
	db: Db | Tx,
	userId: string,
	{ only, except }: { only?: string; except?: string } = {}
): Promise<number> {
	const { rowsAffected } = await db
		.delete(authSession)
		.where(
			and(
				eq(authSession.userId, userId),
				only === undefined ? undefined : eq(authSession.id, only),
				except === undefined ? undefined : ne(authSession.token, except)
			)
		);
	return rowsAffected;
}

/** Takes somebody's second factor away. @returns whether they had one */
export function dropTwoFactor(db: Db | Tx, userId: string): Promise<boolean> {
	return db.transaction(async (tx) => {
		const { rowsAffected } = await tx.delete(authTwoFactor).where(eq(authTwoFactor.userId, userId));
		await tx.update(authUser).set({ twoFactorEnabled: false }).where(eq(authUser.id, userId));
		return rowsAffected > 0;
	});
}
