import * as v from 'valibot';
import type { Settings } from '../settings.ts';
import { recordAudit } from '../store/people/audit.ts';
import type { AuditAction } from '../store/people/audit-actions.ts';
import { findPerson } from '../store/people/people.ts';
import type { Db } from '../store/sql/open.ts';
import { authOf, withAddress } from './auth.ts';
import type { Cookie } from './cookies.ts';
import { devicesOf } from './device.ts';
import { fields } from './fields.ts';
import { createFirstAdministrator, type FirstAdministratorFlaw } from './first-administrator.ts';
import type { Member } from './may.ts';
import { networkOf } from './network.ts';
import { openOwnPasskeys } from './own-passkeys.ts';
import { localsOf } from './locals.ts';
import { openOrganisation } from './organisation.ts';
import { rememberLanguage } from './own-language.ts';
import { openPasskeys } from './passkeys.ts';
import { openOwnAccount } from './own-account.ts';
import { linkForAsker, usePasswordLink } from './password-links.ts';
import { secretOf } from './secret.ts';
import { openShares } from './shares.ts';
import { changePassword, confirmCode, signIn, signOut, visitorOf } from './session.ts';
import { scriptOf } from './tokens.ts';
import { sharedTriesOf } from './tries.ts';

/** Where a request came from. */
export type Caller = {
	headers: Headers;
	address: string;
	/** that its pages are in */
	language?: string;
};

/** What a form filled in of signing in led to: cookies to keep, or what is wrong with it. */
export type SignInOutcome<Flaw> = { cookies: Cookie[] } | { flaw: Flaw };

/** The same where tries are counted; `wait`: how long until one is taken again, in milliseconds. */
export type CountedOutcome<Flaw> = SignInOutcome<Flaw> | { flaw: 'tooMany'; wait: number };

/** Somebody who gave a right password, and may have to give a code as well. */
type SignedIn = { cookies: Cookie[]; asksCode: boolean };

export type Authentication = ReturnType<typeof openAuthentication>;

const credentials = v.object({
	email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.nonEmpty(), v.maxLength(320)),
	password: v.pipe(v.string(), v.nonEmpty(), v.maxLength(128))
});

const passwords = v.object({
	present: v.pipe(v.string(), v.nonEmpty(), v.maxLength(128)),
	fresh: fields.password
});

/** Everything about coming in and going out, for one installation. */
// eslint-disable-next-line max-lines-per-function -- a closure: everything that may open a session, behind one secret
export function openAuthentication(db: Db, settings: Settings) {
	const secret = secretOf(settings);
	const auth = authOf(db, secret);
	const devices = devicesOf(secret);
	const tries = sharedTriesOf(db);
	const locals = localsOf(db, settings.organisation);

	/** Whose tries these are: of a browser that is known, else of a name from a network. */
	function triesBy(email: string, { headers, address }: Caller) {
		const device = devices.known(email, headers);
		if (device !== null) return { of: `device ${device} ${email}`, by: [] };
		const network = networkOf(address);
		return { of: `${network} ${email}`, by: [`name ${email}`, `network ${network}`] };
	}

	/** Writes down who came or tried to; what somebody without an account typed is not kept. */
	async function note(action: AuditAction, email: string, now: number, caller?: Caller) {
		const person = await findPerson(db, email);
		if (person && action === 'sign-in.done')
			await rememberLanguage(db, person.id, caller?.language);
		const by = person?.id ?? null;
		await recordAudit(db, null, { by, now }, action, person ? { email } : { known: false });
	}

	async function enter(email: string, password: string, caller: Caller, now: number) {
		const entered = await signIn(
			auth,
			email,
			password,
			withAddress(caller.headers, caller.address)
		);
		const action = entered?.asksCode ? 'sign-in.code' : 'sign-in.done';
		await note(entered ? action : 'sign-in.failed', email, now, caller);
		return entered && { ...entered, cookies: [...entered.cookies, devices.remember(email)] };
	}

	return {
		/** Who is asking, and the cookies that prolong their session. */
		async visitor(caller: Caller) {
			// a token says who asks, whatever cookies come along; one that is not known is not overlooked
			if (/^Bearer\s/i.test(caller.headers.get('authorization') ?? '')) {
				const script = await scriptOf(db, caller.headers, Date.now());
				return { visitor: script ?? ({ kind: 'signedOut' } as const), cookies: [] };
			}
			return visitorOf(db, auth, caller.headers, locals);
		},

		/** Lets somebody in who has an account, or asks them for a code. */
		async signIn(
			filled: Record<string, unknown>,
			caller: Caller,
			now: number
		): Promise<SignedIn | { flaw: 'wrong' | 'elsewhere' } | { flaw: 'tooMany'; wait: number }> {
			const read = v.safeParse(credentials, filled);
			if (!read.success) return { flaw: 'wrong' };

			const { email, password } = read.output;
			if (!locals.areNamed(email)) return { flaw: 'elsewhere' };
			const { of, by } = triesBy(email, caller);
			const wait = await tries.begin(of, by, now);
			if (wait > 0) return { flaw: 'tooMany', wait };

			const entered = await enter(email, password, caller, now);
			if (!entered) return { flaw: 'wrong' };
			await tries.succeed(of, by);
			return entered;
		},

		/** Lets somebody in who gave a right password and now gives a code. */
		async confirm(typed: unknown, caller: Caller, now: number): Promise<SignInOutcome<'wrong'>> {
			// how many codes are tried is counted with the account: ten, then a quarter of an hour of none
			const code = String(typed ?? '').replace(/\s/g, '');
			const headers = withAddress(caller.headers, caller.address);
			const entered = code.length > 40 ? null : await confirmCode(auth, code, headers);
			if (!entered) {
				await recordAudit(db, null, { by: null, now }, 'sign-in.codeFailed', {});
				return { flaw: 'wrong' };
			}
			await note('sign-in.done', entered.email, now, caller);
			return { cookies: entered.cookies };
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
		): Promise<SignInOutcome<FirstAdministratorFlaw>> {
			const flaw = await createFirstAdministrator(db, filled, now);
			if (flaw) return { flaw };

			const { email, password } = v.parse(credentials, filled);
			await note('people.found', email, now);
			return { cookies: (await enter(email, password, caller, now))?.cookies ?? [] };
		},

		/** The link for somebody who forgot their password; null where there is nobody to send one to. */
		async forgot(typed: unknown, caller: Caller, now: number) {
			const email = String(typed ?? '').slice(0, 320);
			if (!locals.areNamed(email.trim())) return null;
			const wait = await tries.begin(`link ${email.trim().toLowerCase()}`, [], now);
			const network = await tries.begin(`links to ${networkOf(caller.address)}`, [], now);
			return wait > 0 || network > 0 ? null : linkForAsker(db, email, now);
		},

		/**
		 * Chooses a password by a link, and lets its owner in.
		 *
		 * @throws {Trouble} linkOver
		 */
		async choosePassword(
			token: string,
			typed: unknown,
			caller: Caller,
			now: number
		): Promise<(SignedIn & { email: string }) | { flaw: 'password' }> {
			const email = await usePasswordLink(db, token, typed, now);
			if (email === null) return { flaw: 'password' };
			const entered = await enter(email, String(typed), caller, now);
			return entered ? { ...entered, email } : { flaw: 'password' };
		},

		/** Changes the password of somebody who is signed in, and signs them out everywhere else. */
		async changePassword(
			filled: Record<string, unknown>,
			{ id, email }: Member,
			caller: Caller,
			now: number
		): Promise<CountedOutcome<'wrong' | 'password'>> {
			const read = v.safeParse(passwords, filled);
			if (!read.success)
				return { flaw: v.getDotPath(read.issues[0]) === 'fresh' ? 'password' : 'wrong' };
			// a browser left open is no licence to guess
			const of = `password of ${id}`;
			const wait = await tries.begin(of, [], now);
			if (wait > 0) return { flaw: 'tooMany', wait };

			const cookies = await changePassword(auth, read.output, caller.headers);
			if (!cookies) return { flaw: 'wrong' };
			await tries.succeed(of, []);
			await note('people.password', email, now);
			return { cookies };
		},

		/** What people do with their own account. */
		own: openOwnAccount(db, auth, tries),

		/** Coming in with a passkey. */
		passkeys: openPasskeys(db, { auth, secret, tries, locals }),

		/** Coming in at an organisation's provider; null where none is set. */
		organisation: openOrganisation(db, { auth, secret, tries }, settings.organisation),

		/** Who may come in with what is kept here. */
		locals,

		ownPasskeys: openOwnPasskeys(db, secret),

		/** What people see who have but a link. */
		shares: openShares(db, secret),

		async signOut({ headers }: Caller, member: Member | null, now: number) {
			if (member) await note('sign-in.out', member.email, now);
			return signOut(auth, headers);
		}
	};
}
