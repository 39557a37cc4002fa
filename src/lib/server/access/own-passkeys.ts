import { recordAudit } from '../store/people/audit.ts';
import { dropPasskeys, keepPasskey, passkeysOf, type Passkey } from '../store/people/passkeys.ts';
import type { Db } from '../store/sql/open.ts';
import { challengesOf } from './challenges.ts';
import type { Member } from './may.ts';
import { createdPasskey, creationOptions, readCredential, type Answered } from './webauthn.ts';

/** A passkey as its owner sees it; instants in UTC milliseconds. */
export type OwnPasskey = { id: string; name: string; since: number; used: number | null };

/** How many somebody may have. */
const MOST = 20;

/** What people do with their own passkeys. `origin`: the address that the browser shows. */
export function openOwnPasskeys(db: Db, secret: string) {
	const challenges = challengesOf(db, secret);

	return {
		async list({ id }: Member): Promise<OwnPasskey[]> {
			return (await passkeysOf(db, id)).map(({ id: own, name, createdAt, usedAt }) => ({
				id: own,
				name,
				since: createdAt.getTime(),
				used: usedAt?.getTime() ?? null
			}));
		},

		/** The question for a device that is to make one; whoever asks proved before that they are the member. */
		async begin(member: Member, origin: string, now: number) {
			const challenge = challenges.make(`add ${member.id}`, now);
			return creationOptions(member, await passkeysOf(db, member.id), { origin, challenge });
		},

		/** Keeps what the device made. @returns whether it could be kept */
		async add(
			{ typed, name }: { typed: string; name: string },
			member: Member,
			{ origin, now }: { origin: string; now: number }
		): Promise<boolean> {
			const answered = readCredential(typed);
			if (!answered || !challenges.isOurs(answered.challenge, `add ${member.id}`, now))
				return false;
			if ((await passkeysOf(db, member.id)).length >= MOST) return false;
			const passkey = await madeOf(answered, { origin, now });
			if (!passkey || !(await challenges.spend(answered.challenge, now))) return false;
			return db.transaction(async (tx) => {
				if (!(await keepPasskey(tx, { ...passkey, name, userId: member.id }))) return false;
				const details = { email: member.email, name };
				await recordAudit(tx, null, { by: member.id, now }, 'people.passkeyAdded', details);
				return true;
			});
		},

		/** @returns whether there was one */
		remove(passkey: string, { id, email }: Member, now: number): Promise<boolean> {
			return db.transaction(async (tx) => {
				const names = await dropPasskeys(tx, id, passkey);
				for (const name of names)
					await recordAudit(tx, null, { by: id, now }, 'people.passkeyRemoved', { email, name });
				return names.length > 0;
			});
		}
	};
}

async function madeOf(
	answered: Answered,
	{ origin, now }: { origin: string; now: number }
): Promise<Omit<Passkey, 'name' | 'userId'> | null> {
	const made = await createdPasskey(answered, origin);
	return made && { ...made, createdAt: new Date(now), usedAt: null };
}
