import { eq } from 'drizzle-orm';
import { authSession, authTwoFactor } from '../schema/auth.ts';
import type { Db, Tx } from '../sql/open.ts';

/** The app that makes somebody's codes, and the codes that stand in for it; both encrypted. */
export type SecondStep = Pick<typeof authTwoFactor.$inferSelect, 'id' | 'secret' | 'backupCodes'>;

export function listSecondSteps(db: Db | Tx): Promise<SecondStep[]> {
	return db
		.select({
			id: authTwoFactor.id,
			secret: authTwoFactor.secret,
			backupCodes: authTwoFactor.backupCodes
		})
		.from(authTwoFactor);
}

/** Keeps the same under another secret. */
export async function changeSecondStep(db: Db | Tx, { id, ...sealed }: SecondStep) {
	await db.update(authTwoFactor).set(sealed).where(eq(authTwoFactor.id, id));
}

/** Signs everybody out. */
export async function endAllSessions(db: Db | Tx) {
	await db.delete(authSession);
}
