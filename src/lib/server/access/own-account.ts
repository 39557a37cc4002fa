import { recordAudit } from '../store/people/audit.ts';
import { findPerson } from '../store/people/people.ts';
import { endSessions, sessionsOf } from '../store/people/sessions.ts';
import type { Db } from '../store/sql/open.ts';
import type { Auth } from './auth.ts';
import type { Caller, CountedOutcome } from './authentication.ts';
import type { Member } from './may.ts';
import { beginFactor, confirmFactor, endFactor, isPassword, sessionToken } from './session.ts';
import type { SharedTries } from './tries.ts';

/** A browser in which somebody is signed in, as they see it. */
export type OwnSession = {
	id: string;
	address: string | null;
	browser: string | null;
	/** UTC milliseconds */
	since: number;
	seen: number;
	/** the one that asks */
	isThis: boolean;
};

/** A second factor that waits for its first code. */
export type NewFactor = { uri: string; backupCodes: string[] };

/** What people do with their own account, besides changing its password. */
// eslint-disable-next-line max-lines-per-function -- a closure: what a person may change of their own account, behind one secret
export function openOwnAccount(db: Db, auth: Auth, tries: SharedTries) {
	/** A browser left open is no licence to guess. */
	async function tried<Result>(
		{ id }: Member,
		now: number,
		ask: () => Promise<Result | null>
	): Promise<Result | { flaw: 'wrong' } | { flaw: 'tooMany'; wait: number }> {
		const of = `password of ${id}`;
		const wait = await tries.begin(of, [], now);
		if (wait > 0) return { flaw: 'tooMany', wait };
		const answer = await ask();
		if (answer === null) return { flaw: 'wrong' };
		await tries.succeed(of, []);
		return answer;
	}

	const note = ({ id, email }: Member, now: number) =>
		({
			factorOn: () => recordAudit(db, null, { by: id, now }, 'people.factorOn', { email }),
			factorOff: () => recordAudit(db, null, { by: id, now }, 'people.factorOff', { email }),
			signedOut: (sessions: number) =>
				recordAudit(db, null, { by: id, now }, 'people.signedOut', { email, sessions })
		}) as const;

	return {
		/** Whether a code is asked of them as well as the password. */
		async hasFactor({ email }: Member): Promise<boolean> {
			return (await findPerson(db, email))?.twoFactorEnabled ?? false;
		},

		/** Where somebody is signed in, the latest first. */
		async sessions({ id }: Member, { headers }: Caller, now: number): Promise<OwnSession[]> {
			const own = await sessionToken(auth, headers);
			return (await sessionsOf(db, id, new Date(now))).map((one) => ({
				id: one.id,
				address: one.ipAddress || null,
				browser: browserOf(one.userAgent ?? ''),
				since: one.createdAt.getTime(),
				seen: one.updatedAt.getTime(),
				isThis: one.token === own
			}));
		},

		/** Signs somebody out in one other browser, or without an id in all others. */
		async endSessions(member: Member, only: string | null, { headers }: Caller, now: number) {
			const except = (await sessionToken(auth, headers)) ?? '';
			const ended = await endSessions(db, member.id, { except, ...(only !== null && { only }) });
			await note(member, now).signedOut(ended);
		},

		/** Makes a second factor, which is not in force before a first code of it was right. */
		beginFactor(
			password: string,
			member: Member,
			{ headers }: Caller,
			now: number
		): Promise<NewFactor | { flaw: 'wrong' } | { flaw: 'tooMany'; wait: number }> {
			return tried(member, now, () => beginFactor(auth, password, headers));
		},

		/** Asks for the password once more, before something is added by which one can come in. */
		prove(
			password: string,
			member: Member,
			{ headers }: Caller,
			now: number
		): Promise<{ proved: true } | { flaw: 'wrong' } | { flaw: 'tooMany'; wait: number }> {
			return tried(member, now, async () =>
				(await isPassword(auth, password, headers)) ? { proved: true } : null
			);
		},

		async confirmFactor(
			code: string,
			member: Member,
			{ headers }: Caller,
			now: number
		): Promise<CountedOutcome<'wrong'>> {
			const result = await tried(member, now, async () => {
				const cookies = await confirmFactor(auth, code.replace(/\s/g, ''), headers);
				return cookies && { cookies };
			});
			if ('cookies' in result) await note(member, now).factorOn();
			return result;
		},

		async endFactor(
			password: string,
			member: Member,
			{ headers }: Caller,
			now: number
		): Promise<CountedOutcome<'wrong'>> {
			const result = await tried(member, now, async () => {
				const cookies = await endFactor(auth, password, headers);
				return cookies && { cookies };
			});
			if ('cookies' in result) await note(member, now).factorOff();
			return result;
		}
	};
}

const browsers: readonly [RegExp, string][] = [
	[/\bEdg(?:e|A|iOS)?\//, 'Edge'],
	[/\bOPR\//, 'Opera'],
	[/\b(?:Firefox|FxiOS)\//, 'Firefox'],
	[/\b(?:HeadlessChrome|Chrome|Chromium|CriOS)\//, 'Chrome'],
	[/\bSafari\//, 'Safari']
];
const systems: readonly [RegExp, string][] = [
	[/\bWindows\b/, 'Windows'],
	[/\b(?:iPhone|iPad)\b/, 'iOS'],
	[/\bAndroid\b/, 'Android'],
	[/\bMac OS X\b/, 'macOS'],
	[/\bLinux\b/, 'Linux']
];

/**
 * A browser as people call it, from what it says of itself; null for what says nothing that is known.
 *
 * @example browserOf('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0') // => 'Firefox, Linux'
 */
export function browserOf(agent: string): string | null {
	const parts = [browsers, systems].flatMap((known) => {
		const one = known.find(([pattern]) => pattern.test(agent));
		return one ? [one[1]] : [];
	});
	return parts.length ? parts.join(', ') : null;
}
