import { DAY_SECONDS } from '#lib/duration.ts';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { twoFactor } from 'better-auth/plugins/two-factor';
import * as v from 'valibot';
import { authTables } from '../store/people/people.ts';
import type { Db } from '../store/sql/open.ts';
import type { BetterAuthPlugin } from 'better-auth';

/** Begins a session for somebody of whom we found out ourselves who they are. */
const proved = {
	id: 'proved',
	endpoints: {
		openSession: createAuthEndpoint(
			'/proved/open-session',
			{
				method: 'POST',
				body: v.object({ userId: v.string(), via: v.picklist(['passkey', 'organisation']) })
			},
			async (asked) => {
				const { userId, via } = asked.body;
				const { internalAdapter } = asked.context;
				const user = await internalAdapter.findUserById(userId);
				if (!user) throw new RangeError(userId);
				const session = await internalAdapter.createSession(userId, false, { via }, true);
				await setSessionCookie(asked, { session, user });
				return asked.json({ done: true });
			}
		)
	}
} satisfies BetterAuthPlugin;

export type Auth = ReturnType<typeof authOf>;

/** Fewest characters of a password. */
export const SHORTEST = 10;

/**
 * People and their sessions, on our own database.
 *
 * It is called from our own forms and never mounted as routes, so nothing of it can be reached
 * but what we use: nobody can sign themselves up. No request leaves the machine.
 */
export function authOf(db: Db, secret: string) {
	return betterAuth({
		appName: 'Rubrique',
		// only links in mail would need the real one
		baseURL: 'http://localhost',
		secret,
		database: drizzleAdapter(db, { provider: 'sqlite', schema: authTables }),
		telemetry: { enabled: false },
		user: { additionalFields: { role: { type: 'string', input: false, required: false } } },
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: SHORTEST
		},
		// codes of an app, and codes that stand in for them; nothing is sent
		plugins: [twoFactor(), proved],
		session: {
			expiresIn: 30 * DAY_SECONDS,
			updateAge: DAY_SECONDS,
			additionalFields: { via: { type: 'string', input: false, defaultValue: 'password' } }
		},
		advanced: {
			// whether a cookie is for https alone is known with each request: see `keep` in cookies.ts
			useSecureCookies: false,
			cookiePrefix: 'rubrique',
			// what a request itself says is not believed: `withAddress` puts ours there
			ipAddress: { ipAddressHeaders: [ADDRESS] }
		},
		logger: { disabled: true }
	});
}

const ADDRESS = 'x-rubrique-address';

/** Headers as better-auth is given them: where a request came from as the program knows it. */
export function withAddress(headers: Headers, address: string): Headers {
	const own = new Headers(headers);
	own.set(ADDRESS, address);
	return own;
}
