import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { plainText } from '#lib/plain-text.ts';
import type { OrganisationSettings } from '../organisation-settings.ts';
import { recordAudit } from '../store/people/audit.ts';
import { linkSubject, personOfSubject } from '../store/people/linked-accounts.ts';
import { createPerson, findPerson } from '../store/people/people.ts';
import type { Db } from '../store/sql/open.ts';
import { withAddress, type Auth } from './auth.ts';
import { cookieIn, type Cookie } from './cookies.ts';
import type { Caller } from './authentication.ts';
import { networkOf } from './network.ts';
import { providerOf, type Claims } from './provider.ts';
import { rememberLanguage } from './own-language.ts';
import { openSession } from './session.ts';
import type { SharedTries } from './tries.ts';

/** Why nobody was let in; `tooMany`: wait. */
export const organisationFlaws = [
	'unreachable',
	'refused',
	'unverified',
	'notInvited',
	'changedHands',
	'tooMany'
] as const;
export type OrganisationFlaw = (typeof organisationFlaws)[number];

type Person = { id: string; email: string };

/** How long somebody may be away at the provider, in seconds. */
const AWAY = 600;
const COOKIE = 'rubrique.organisation';

const remembered = v.object({
	state: v.string(),
	nonce: v.string(),
	verifier: v.string(),
	next: v.string(),
	until: v.number()
});

/** Coming in at an organisation's own provider; null where none is set. */
export function openOrganisation(
	db: Db,
	{ auth, secret, tries }: { auth: Auth; secret: string; tries: SharedTries },
	settings: OrganisationSettings | null
) {
	if (!settings) return null;
	const provider = providerOf(settings);
	const accounts = accountsOf(db, settings);
	const seals = sealsOf(secret);

	async function claimsOf(back: URL, { headers }: Caller, now: number) {
		const asked = seals.open(cookieIn(headers, COOKIE), now);
		if (!asked) return null;
		const claims = await provider.end(back, asked, now).catch(() => null);
		return claims && { claims, next: asked.next };
	}

	return {
		name: settings.name,

		/** Where to send a browser, and the cookie by which it is known again. */
		async begin(
			redirectUri: string,
			next: string,
			now: number
		): Promise<{ to: string; cookies: Cookie[] } | { flaw: OrganisationFlaw }> {
			const begun = await provider.begin(redirectUri, now).catch(() => null);
			if (!begun) return { flaw: 'unreachable' };
			const value = seals.close({ ...begun.asked, next, until: now + AWAY * 1000 });
			return {
				to: begun.to.href,
				cookies: [{ name: COOKIE, value, maxAge: AWAY, path: '/sign-in' }]
			};
		},

		/** Lets somebody in who came back. @param back the address of ours that the provider sent them to */
		async end(
			back: URL,
			caller: Caller,
			now: number
		): Promise<{ cookies: Cookie[]; next: string } | { flaw: OrganisationFlaw }> {
			const of = `organisation from ${networkOf(caller.address)}`;
			if ((await tries.begin(of, [], now)) > 0) return { flaw: 'tooMany' };
			const come = await claimsOf(back, caller, now);
			const account = come ? await accounts.of(come.claims, now) : ('refused' as const);
			if (!come || typeof account === 'string') {
				await accounts.noteFailure(come?.claims.email ?? null, String(account), now);
				return { flaw: account as OrganisationFlaw };
			}
			await tries.succeed(of, []);
			const details = { email: account.email, by: 'organisation' };
			await recordAudit(db, null, { by: account.id, now }, 'sign-in.done', details);
			await rememberLanguage(db, account.id, caller.language);
			const proof = { userId: account.id, via: 'organisation' } as const;
			const cookies = await openSession(auth, proof, withAddress(caller.headers, caller.address));
			const spent = { name: COOKIE, value: '', maxAge: 0, path: '/sign-in' };
			return { cookies: [...cookies, spent], next: come.next };
		}
	};
}

/** Whose account somebody gets who proved who they are at the provider. */
function accountsOf(db: Db, { issuer, domains }: OrganisationSettings) {
	const provider = issuer.href;

	async function invited(claims: Claims, email: string, now: number): Promise<Person | null> {
		const person = await findPerson(db, email);
		if (person) return person;
		const role = domains[email.slice(email.lastIndexOf('@') + 1)];
		if (!role) return null;
		const name =
			plainText(claims.name ?? '')
				.trim()
				.slice(0, 100) || email.split('@')[0]!;
		const fresh = { id: randomUUID(), name, email, password: null };
		// at the same moment somebody else may have
		await db.transaction(async (tx) => {
			if (await createPerson(tx, fresh, role, new Date(now)))
				await recordAudit(tx, null, { by: null, now }, 'people.added', { email, role });
		});
		return (await findPerson(db, email)) ?? null;
	}

	return {
		async of(claims: Claims, now: number): Promise<Person | OrganisationFlaw> {
			const { subject, email, isVerified } = claims;
			// anybody could write an address of somebody else's into a profile
			if (email === null || !isVerified) return 'unverified';
			const known = await personOfSubject(db, provider, subject);
			if (known) return known;
			const person = await invited(claims, email, now);
			if (!person) return 'notInvited';
			return db.transaction(async (tx) => {
				if (!(await linkSubject(tx, person.id, { provider, subject }, new Date(now))))
					return 'changedHands';
				const details = { email: person.email };
				await recordAudit(tx, null, { by: person.id, now }, 'people.linked', details);
				return person;
			});
		},

		/** What somebody is called who has no account is not kept. */
		async noteFailure(email: string | null, why: string, now: number) {
			const person = email === null ? undefined : await findPerson(db, email);
			const details = {
				...(person ? { email: person.email } : { known: false }),
				by: 'organisation',
				why
			};
			await recordAudit(db, null, { by: null, now }, 'sign-in.failed', details);
		}
	};
}

/** What a browser keeps for us meanwhile, and cannot change. */
function sealsOf(secret: string) {
	const sign = (text: string) =>
		createHmac('sha256', secret).update(`organisation ${text}`).digest('base64url');

	return {
		close(asked: v.InferOutput<typeof remembered>): string {
			const text = Buffer.from(JSON.stringify(asked)).toString('base64url');
			return `${text}.${sign(text)}`;
		},
		open(value: string, now: number) {
			const [text = '', shown = ''] = value.split('.');
			const [given, right] = [Buffer.from(shown), Buffer.from(sign(text))];
			if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
			const asked = v.parse(remembered, JSON.parse(Buffer.from(text, 'base64url').toString()));
			return now <= asked.until ? asked : null;
		}
	};
}
