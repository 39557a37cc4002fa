import * as v from 'valibot';
import type { Settings } from '../settings.ts';
import type { Db } from '../store/sql/open.ts';
import { authOf } from './auth.ts';
import type { Cookie } from './cookies.ts';
import { devicesOf } from './device.ts';
import { fields } from './fields.ts';
import { found } from './founder.ts';
import type { FounderFlaw } from './founder.ts';
import type { Member } from './may.ts';
import { networkOf } from './network.ts';
import { sessionSecret } from './secret.ts';
import { openShares } from './shares.ts';
import { changePassword, signIn, signOut, visitorOf } from './session.ts';
import { scriptOf } from './tokens.ts';
import { triesOf } from './tries.ts';

/** Where a request came from. */
export type Caller = { headers: Headers; address: string };

/** What a form filled in at the door led to: cookies to keep, or what is wrong with it. */
export type Entry<Flaw> = { cookies: Cookie[] } | { flaw: Flaw };

/** The same where tries are counted; `wait`: how long until one is taken again, in milliseconds. */
type Tried<Flaw> = Entry<Flaw> | { flaw: 'tooMany'; wait: number };

export type Door = ReturnType<typeof openDoor>;

const credentials = v.object({
	email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.nonEmpty(), v.maxLength(320)),
	password: v.pipe(v.string(), v.nonEmpty(), v.maxLength(128))
});

const passwords = v.object({
	present: v.pipe(v.string(), v.nonEmpty(), v.maxLength(128)),
	fresh: fields.password
});

/** Everything about coming in and going out, for one installation. */
export function openDoor(db: Db, settings: Settings) {
	const secret = sessionSecret(settings.data);
	const auth = authOf(db, secret);
	const devices = devicesOf(secret);
	const tries = triesOf();

	/** Whose tries these are: of a browser that is known, else of a name from a network. */
	function triesBy(email: string, { headers, address }: Caller) {
		const device = devices.known(email, headers);
		if (device !== null) return { of: `device ${device} ${email}`, by: [] };
		const network = networkOf(address);
		return { of: `${network} ${email}`, by: [`name ${email}`, `network ${network}`] };
	}

	return {
		/** Who is asking, and the cookies that prolong their session. */
		async visitor(caller: Caller) {
			// a token says who asks, whatever cookies come along; one that is not known is not overlooked
			if (/^Bearer\s/i.test(caller.headers.get('authorization') ?? '')) {
				const script = await scriptOf(db, caller.headers, Date.now());
				return { visitor: script ?? ({ kind: 'signedOut' } as const), cookies: [] };
			}
			return visitorOf(db, auth, caller.headers);
		},

		/** Lets somebody in who has an account. */
		async signIn(
			filled: Record<string, unknown>,
			caller: Caller,
			now: number
		): Promise<Tried<'wrong'>> {
			const read = v.safeParse(credentials, filled);
			if (!read.success) return { flaw: 'wrong' };

			const { email, password } = read.output;
			const { of, by } = triesBy(email, caller);
			const wait = tries.begin(of, by, now);
			if (wait > 0) return { flaw: 'tooMany', wait };

			const cookies = await signIn(auth, email, password, caller.headers);
			if (!cookies) return { flaw: 'wrong' };

			tries.succeed(of, by);
			return { cookies: [...cookies, devices.remember(email)] };
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
		): Promise<Entry<FounderFlaw>> {
			const flaw = await found(db, filled, { data: settings.data, now });
			if (flaw) return { flaw };

			const { email, password } = v.parse(credentials, filled);
			const cookies = await signIn(auth, email, password, caller.headers);
			return { cookies: [...(cookies ?? []), devices.remember(email)] };
		},

		/** Changes the password of somebody who is signed in, and signs them out everywhere else. */
		async changePassword(
			filled: Record<string, unknown>,
			{ id }: Member,
			caller: Caller,
			now: number
		): Promise<Tried<'wrong' | 'password'>> {
			const read = v.safeParse(passwords, filled);
			if (!read.success)
				return { flaw: v.getDotPath(read.issues[0]) === 'fresh' ? 'password' : 'wrong' };
			// a browser left open is no licence to guess
			const of = `password of ${id}`;
			const wait = tries.begin(of, [], now);
			if (wait > 0) return { flaw: 'tooMany', wait };

			const cookies = await changePassword(auth, read.output, caller.headers);
			if (!cookies) return { flaw: 'wrong' };
			tries.succeed(of, []);
			return { cookies };
		},

		/** What people see who have but a link. */
		shares: openShares(db, secret),

		signOut: ({ headers }: Caller) => signOut(auth, headers)
	};
}
