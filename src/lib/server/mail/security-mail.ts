import { randomUUID } from 'node:crypto';
import { locales } from '#lib/locales.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { createFormats } from '#lib/messages/format.ts';
import { acting } from '../store/people/acting.ts';
import { recordAudit } from '../store/people/audit.ts';
import { findPerson } from '../store/people/people.ts';
import { readProfile } from '../store/people/profiles.ts';
import { readSetting } from '../store/settings.ts';
import type { Db } from '../store/sql/open.ts';
import { letterWith } from './letters.ts';
import type { Mail } from './mail.ts';
import type { Mailer } from './mailer.ts';

/** What opens an account, or closes a way into it. */
export type SecurityChange =
	| 'password'
	| 'factorOn'
	| 'factorOff'
	| 'passkeyAdded'
	| 'passkeyRemoved';

/** Who changed it: the owner, or whoever had their session; whoever had a link; an administrator; a command. */
type ChangedBy = 'self' | 'link' | 'admin' | 'command';

type Happened = {
	change: SecurityChange;
	by: ChangedBy;
	/** UTC milliseconds */
	at: number;
	/** where the request came from, and with what browser, as far as that is known */
	address: string | null;
	browser: string | null;
	/** where people sign in; null where the installation does not know its own address */
	signIn: string | null;
};

/**
 * Tells the owner of an account that a way into it was changed: when, from where, and what to do if it
 * was not them. It holds neither password nor code nor link to change anything by.
 *
 * @internal for tests
 */
export function securityLetter(
	{ change, by, at, address, browser, signIn }: Happened,
	locale: Locale
): Mail {
	const options = { locale };
	const subject = m[`security.${change}`]({}, options);
	const when = createFormats(locale, 'UTC').instant(at);
	const place = address ?? m['security.nowhere']({}, options);
	const where = browser === null ? place : `${place} (${browser})`;
	const isTheirs = by === 'self' || by === 'link';
	return letterWith(
		subject,
		[
			m['security.done']({ done: subject }, options),
			m[`security.by.${by}`]({ when, where }, options),
			isTheirs ? m['security.foot.own']({}, options) : m['security.foot.other']({}, options),
			...(signIn === null ? [] : [{ link: signIn }])
		],
		locale
	);
}

type Terms = {
	mailer: Mailer | null;
	/** of the installation, `https://news.example.org`; null where it is not set */
	address: string | null;
	/** of whoever asks: the owner's own, where they never signed in */
	language: Locale;
	browser: string | null;
	now: number;
};

/**
 * Mails the owner of an account what was changed, in the language of their profile, or that they last
 * signed in with. Where no mail server is set, nothing is sent: the audit has the change in any case, and
 * whether it was told.
 */
export async function mailOwner(
	db: Db,
	email: string,
	change: SecurityChange,
	{ mailer, address, language, browser, now }: Terms
): Promise<void> {
	if (!mailer) return;
	const person = await findPerson(db, email.trim().toLowerCase());
	if (!person) return;
	const doing = acting();
	const by = changedBy(person.id);
	const isTheirs = by === 'self' || by === 'link';
	const liked = (await readProfile(db, person.id)).language;
	const kept = liked ?? (await readSetting(db, `language:${person.id}`));
	const letter = securityLetter(
		{
			change,
			by,
			at: now,
			address: doing?.address ?? null,
			browser: isTheirs ? browser : null,
			signIn: address === null ? null : `${address}/sign-in`
		},
		locales.find((one) => one === kept) ?? language
	);
	const failure = await mailer.send(letter, person.email, randomUUID());
	if (failure) console.error(`A mail about a changed account was not sent: ${failure.problem}`);
	const details = { email: person.email, about: `people.${change}`, sent: failure === null };
	await recordAudit(db, null, { by: null, now }, 'people.told', details);
}

function changedBy(owner: string): ChangedBy {
	const { by = null, via } = acting() ?? { via: 'command' };
	if (via === 'command') return 'command';
	if (by === null) return 'link';
	return by === owner ? 'self' : 'admin';
}
