import { recordAudit } from '../store/people/audit.ts';
import { findPasskey, notePasskey } from '../store/people/passkeys.ts';
import type { Db } from '../store/sql/open.ts';
import { withAddress, type Auth } from './auth.ts';
import { challengesOf } from './challenges.ts';
import type { Caller, CountedOutcome } from './authentication.ts';
import type { Locals } from './locals.ts';
import { networkOf } from './network.ts';
import { rememberLanguage } from './own-language.ts';
import { openSession } from './session.ts';
import type { SharedTries } from './tries.ts';
import {
	provenCounter,
	readCredential,
	requestOptions,
	type PublicKeyCredentialRequestOptionsJSON
} from './webauthn.ts';

/** What a challenge is signed for that anybody may answer. */
const ENTER = 'enter';

type Parts = { auth: Auth; secret: string; tries: SharedTries; locals: Locals };

/** Coming in with a passkey. `origin`: the address that the browser shows. */
export function openPasskeys(db: Db, { auth, secret, tries, locals }: Parts) {
	const challenges = challengesOf(db, secret);

	/** The person whose device answered; null where it proves nothing. */
	async function proven(typed: string, origin: string, now: number) {
		const answered = readCredential(typed);
		if (!answered || !challenges.isOurs(answered.challenge, ENTER, now)) return null;
		const passkey = await findPasskey(db, answered.id);
		if (!passkey || !locals.may(passkey)) return null;
		const counter = await provenCounter(answered, passkey.passkey, origin);
		if (counter === null || !(await challenges.spend(answered.challenge, now))) return null;
		await notePasskey(db, passkey.passkey.id, counter, new Date(now));
		return { userId: passkey.passkey.userId, email: passkey.email };
	}

	return {
		/** The question for a device, which anybody may ask for. */
		ask(origin: string, now: number): Promise<PublicKeyCredentialRequestOptionsJSON> {
			return requestOptions({ origin, challenge: challenges.make(ENTER, now) });
		},

		/** Lets somebody in whose device answered: it asked for a finger, a face or a PIN, so no code is asked for. */
		async enter(
			typed: string,
			{ headers, address, language }: Caller,
			{ origin, now }: { origin: string; now: number }
		): Promise<CountedOutcome<'wrong'>> {
			// nothing can be guessed here: it is the log that is kept from being filled
			const of = `passkeys from ${networkOf(address)}`;
			const wait = await tries.begin(of, [], now);
			if (wait > 0) return { flaw: 'tooMany', wait };
			const person = await proven(typed, origin, now);
			const { email = null, userId = null } = person ?? {};
			const details = { ...(email === null ? { known: false } : { email }), by: 'passkey' };
			const action = person ? 'sign-in.done' : 'sign-in.failed';
			await recordAudit(db, null, { by: userId, now }, action, details);
			if (!person) return { flaw: 'wrong' };
			await tries.succeed(of, []);
			await rememberLanguage(db, person.userId, language);
			const proof = { userId: person.userId, via: 'passkey' } as const;
			return { cookies: await openSession(auth, proof, withAddress(headers, address)) };
		}
	};
}
