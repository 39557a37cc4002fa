import type { GivenRole } from '#lib/permissions.ts';
import { isAPIError } from 'better-auth/api';
import { hasPeople, rolesOf } from '../store/people/people.ts';
import type { Db } from '../store/sql/open.ts';
import type { Auth } from './auth.ts';
import { cookiesOf } from './cookies.ts';
import type { Cookie } from './cookies.ts';
import type { Visitor } from './may.ts';

/** Who is asking, and the cookies that prolong their session where it is time to. */
export async function visitorOf(
	db: Db,
	auth: Auth,
	headers: Headers
): Promise<{ visitor: Visitor; cookies: Cookie[] }> {
	const { response, headers: answer } = await auth.api.getSession({ headers, returnHeaders: true });
	const cookies = cookiesOf(answer);

	if (response) {
		const { id, name, email } = response.user;
		const role = response.user.role as GivenRole;
		const roles = role === 'admin' ? {} : await rolesOf(db, id);
		return { visitor: { kind: 'member', id, name, email, role, roles }, cookies };
	}

	const kind = (await hasPeople(db)) ? 'signedOut' : 'nobodyYet';
	return { visitor: { kind }, cookies };
}

/** Begins a session. @returns its cookies, or null where address and password do not fit */
export async function signIn(
	auth: Auth,
	email: string,
	password: string,
	headers: Headers
): Promise<Cookie[] | null> {
	return cookiesUnlessRefused(
		auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true })
	);
}

/**
 * Changes the password of whoever is signed in, and signs them out everywhere else.
 *
 * @returns the cookies of the session that goes on, or null where the present password is another
 */
export async function changePassword(
	auth: Auth,
	{ present, fresh }: { present: string; fresh: string },
	headers: Headers
): Promise<Cookie[] | null> {
	const body = { currentPassword: present, newPassword: fresh, revokeOtherSessions: true };
	return cookiesUnlessRefused(auth.api.changePassword({ body, headers, returnHeaders: true }));
}

async function cookiesUnlessRefused(
	asked: Promise<{ headers: Headers }>
): Promise<Cookie[] | null> {
	try {
		return cookiesOf((await asked).headers);
	} catch (error) {
		if (isAPIError(error)) return null;
		throw error;
	}
}

/** Ends a session here and in the database. @returns the cookies that say so */
export async function signOut(auth: Auth, headers: Headers): Promise<Cookie[]> {
	const answer = await auth.api.signOut({ headers, returnHeaders: true });
	return cookiesOf(answer.headers);
}
