import type { GivenRole } from '#lib/permissions.ts';
import { isAPIError } from 'better-auth/api';
import { hasPeople, rolesOf } from '../store/people/people.ts';
import type { Db } from '../store/sql/open.ts';
import type { Auth } from './auth.ts';
import { cookiesOf, type Cookie } from './cookies.ts';
import type { Locals } from './locals.ts';
import type { Visitor } from './may.ts';
import { needsStep } from './second-step.ts';

/** Who is asking, and the cookies that prolong their session where it is time to. */
export async function visitorOf(
	db: Db,
	auth: Auth,
	headers: Headers,
	locals: Locals
): Promise<{ visitor: Visitor; cookies: Cookie[] }> {
	const { response, headers: answer } = await auth.api.getSession({ headers, returnHeaders: true });
	const cookies = cookiesOf(answer);

	// a session that a password began ends with the right to use one
	const { via = 'password' } = response?.session ?? {};
	const account = response?.user as { email: string; role: string } | undefined;
	if (response && account && (via === 'organisation' || locals.may(account))) {
		const { id, name, email } = response.user;
		const role = response.user.role as GivenRole;
		const roles = role === 'admin' ? {} : await rolesOf(db, id);
		// an organisation's provider asks for second steps itself, and a passkey is both
		const isAlone = via === 'password' && !response.user.twoFactorEnabled;
		const lacksStep = isAlone && (await needsStep(db, { role, roles }));
		return { visitor: { kind: 'member', id, name, email, role, roles, lacksStep }, cookies };
	}

	const kind = (await hasPeople(db)) ? 'signedOut' : 'nobodyYet';
	return { visitor: { kind }, cookies };
}

/** What a right password leads to: a session, or the question for a code; null where it is not right. */
export async function signIn(
	auth: Auth,
	email: string,
	password: string,
	headers: Headers
): Promise<{ cookies: Cookie[]; asksCode: boolean } | null> {
	return unlessRefused(async () => {
		const body = { email, password };
		const answer = await auth.api.signInEmail({ body, headers, returnHeaders: true });
		return {
			cookies: cookiesOf(answer.headers),
			asksCode: 'twoFactorRedirect' in answer.response
		};
	});
}

/** Begins a session for whoever gave a right password before, by a code of their app or one that stands in for it. */
export async function confirmCode(
	auth: Auth,
	code: string,
	headers: Headers
): Promise<{ cookies: Cookie[]; email: string } | null> {
	return unlessRefused(async () => {
		const given = { body: { code }, headers, returnHeaders: true } as const;
		const answer = /^\d{6}$/.test(code)
			? await auth.api.verifyTOTP(given)
			: await auth.api.verifyBackupCode(given);
		return { cookies: cookiesOf(answer.headers), email: answer.response.user.email };
	});
}

/** Begins a session for somebody who proved otherwise than by a password who they are. @returns its cookies */
export async function openSession(
	auth: Auth,
	proof: { userId: string; via: 'passkey' | 'organisation' },
	headers: Headers
): Promise<Cookie[]> {
	const answer = await auth.api.openSession({ body: proof, headers, returnHeaders: true });
	return cookiesOf(answer.headers);
}

/** Whether a password is that of whoever is signed in. */
export async function isPassword(auth: Auth, password: string, headers: Headers) {
	const right = () => auth.api.verifyPassword({ body: { password }, headers });
	return (await unlessRefused(right)) !== null;
}

/** The secret of a second factor that is not in force before a first code of it was right. */
export async function beginFactor(auth: Auth, password: string, headers: Headers) {
	return unlessRefused(async () => {
		const begun = await auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers });
		if (begun.method !== 'totp') throw new RangeError(begun.method);
		return { uri: begun.totpURI, backupCodes: begun.backupCodes };
	});
}

/** Has a second factor be in force from now on. @returns null where the code is another */
export async function confirmFactor(auth: Auth, code: string, headers: Headers) {
	return unlessRefused(async () =>
		cookiesOf((await auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true })).headers)
	);
}

/** @returns null where the password is another */
export async function endFactor(auth: Auth, password: string, headers: Headers) {
	return unlessRefused(async () =>
		cookiesOf(
			(await auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }))
				.headers
		)
	);
}

/** The mark of the session that a request shows; null without one. */
export async function sessionToken(auth: Auth, headers: Headers): Promise<string | null> {
	return (await auth.api.getSession({ headers }))?.session.token ?? null;
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
	return unlessRefused(async () =>
		cookiesOf((await auth.api.changePassword({ body, headers, returnHeaders: true })).headers)
	);
}

async function unlessRefused<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
	try {
		return await ask();
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
