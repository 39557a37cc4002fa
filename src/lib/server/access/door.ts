import * as v from 'valibot';
import type { Settings } from '../settings.ts';
import type { Db } from '../store/open.ts';
import { authOf } from './auth.ts';
import type { Cookie } from './cookies.ts';
import { fields } from './fields.ts';
import { found } from './founder.ts';
import type { FounderFlaw } from './founder.ts';
import { isFromHere } from './from-here.ts';
import type { Member } from './may.ts';
import { sessionSecret } from './secret.ts';
import { openShares } from './shares.ts';
import { changePassword, signIn, signOut, visitorOf } from './session.ts';
import { throttle } from './throttle.ts';
import { scriptOf } from './tokens.ts';

/** Where a request came from. */
export type Caller = { headers: Headers; address: string };

/** What a form filled in at the door led to: cookies to keep, or what is wrong with it. */
export type Entry<Flaw> = { cookies: Cookie[] } | { flaw: Flaw };

export type Door = ReturnType<typeof openDoor>;

const credentials = v.object({
	email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.nonEmpty()),
	password: v.pipe(v.string(), v.nonEmpty(), v.maxLength(128))
});

const passwords = v.object({
	present: v.pipe(v.string(), v.nonEmpty(), v.maxLength(128)),
	fresh: fields.password
});

const QUARTER = 15 * 60_000;

/** Everything about coming in and going out, for one installation. */
export function openDoor(db: Db, settings: Settings) {
	const secret = sessionSecret(settings.data);
	const auth = authOf(db, secret);
	const byAddress = throttle(40, QUARTER);
	const byName = throttle(10, QUARTER);

	// with an origin of its own the program is served through something, so nobody is `here`
	const isHere = ({ address, headers }: Caller) =>
		settings.origin === undefined && isFromHere(address, headers);

	return {
		/** Who is asking, and the cookies that prolong their session. */
		async visitor(caller: Caller) {
			// a token says who asks, whatever cookies come along; one that is not known is not overlooked
			if (/^Bearer\s/i.test(caller.headers.get('authorization') ?? '')) {
				const script = await scriptOf(db, caller.headers, Date.now());
				return { visitor: script ?? ({ kind: 'signedOut' } as const), cookies: [] };
			}
			return visitorOf(db, auth, caller.headers, isHere(caller));
		},

		/** Lets somebody in who has an account. */
		async signIn(
			filled: Record<string, unknown>,
			caller: Caller,
			now: number
		): Promise<Entry<'wrong' | 'tooMany'>> {
			const read = v.safeParse(credentials, filled);
			if (!read.success) return { flaw: 'wrong' };

			const { email, password } = read.output;
			const tooMany = [
				byAddress.isTooMany(caller.address, now),
				byName.isTooMany(email, now)
			].includes(true);
			if (tooMany) return { flaw: 'tooMany' };

			const cookies = await signIn(auth, email, password, caller.headers);
			if (!cookies) return { flaw: 'wrong' };

			byName.forget(email);
			return { cookies };
		},

		/**
		 * Creates the administrator, and lets them in.
		 *
		 * @throws {Trouble} adminExists
		 */
		async found(
			filled: Record<string, unknown>,
			caller: Caller,
			now: number
		): Promise<Entry<FounderFlaw | 'tooMany'>> {
			if (byAddress.isTooMany(caller.address, now)) return { flaw: 'tooMany' };

			const here = isHere(caller);
			const flaw = await found(db, filled, { data: settings.data, here, now });
			if (flaw) return { flaw };

			const { email, password } = v.parse(credentials, filled);
			return { cookies: (await signIn(auth, email, password, caller.headers)) ?? [] };
		},

		/** Changes the password of somebody who is signed in, and signs them out everywhere else. */
		async changePassword(
			filled: Record<string, unknown>,
			{ id }: Member,
			caller: Caller,
			now: number
		): Promise<Entry<'wrong' | 'password' | 'tooMany'>> {
			const read = v.safeParse(passwords, filled);
			if (!read.success)
				return { flaw: v.getDotPath(read.issues[0]) === 'fresh' ? 'password' : 'wrong' };
			// a browser left open is no licence to guess
			if (byName.isTooMany(id, now)) return { flaw: 'tooMany' };

			const cookies = await changePassword(auth, read.output, caller.headers);
			if (!cookies) return { flaw: 'wrong' };
			byName.forget(id);
			return { cookies };
		},

		/** What people see who have but a link. */
		shares: openShares(db, secret),

		signOut: ({ headers }: Caller) => signOut(auth, headers)
	};
}
