import { MINUTE } from '#lib/duration.ts';
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { spendChallenge } from '../store/people/passkeys.ts';
import type { Db } from '../store/sql/open.ts';

/** How long somebody may take over the question of their device, in milliseconds. */
export const LIFETIME = 10 * MINUTE;

/**
 * Texts that nobody could have known before, for a device to sign. Any machine that has the secret knows
 * its own again, so that asking alone, which anybody may do, writes nothing.
 */
export function challengesOf(db: Db, secret: string) {
	const sign = (purpose: string, body: string) =>
		createHmac('sha256', secret).update(`challenge ${purpose} ${body}`).digest('base64url');

	return {
		/** @param purpose what a signature of it is good for, and whose */
		make(purpose: string, now: number): string {
			const body = `${randomBytes(18).toString('base64url')}.${now + LIFETIME}`;
			return `${body}.${sign(purpose, body)}`;
		},

		/** Whether it was made for this purpose and is not too old. */
		isOurs(challenge: string, purpose: string, now: number): boolean {
			const [random = '', until = '', shown = ''] = challenge.split('.');
			const [given, right] = [Buffer.from(shown), Buffer.from(sign(purpose, `${random}.${until}`))];
			if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
			return now <= Number(until);
		},

		/** Uses one up. @returns whether nobody had before */
		spend(challenge: string, now: number): Promise<boolean> {
			const hash = createHash('sha256').update(challenge).digest('base64url');
			return spendChallenge(db, hash, { now: new Date(now), expiresAt: new Date(now + LIFETIME) });
		}
	};
}
