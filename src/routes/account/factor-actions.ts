import { error, fail } from '@sveltejs/kit';
import { callerOf, waitOf } from '#lib/server/access/caller.ts';
import { keep } from '#lib/server/access/cookies.ts';
import type { Member } from '#lib/server/access/may.ts';
import { formOf, textIn } from '../form.ts';
import { tellOwner } from '../tell-owner.ts';
import { qrOf } from './qr.ts';

type Event = Parameters<typeof callerOf>[0] & {
	locals: App.Locals;
	cookies: Parameters<typeof keep>[1];
	url: URL;
	setHeaders(headers: Record<string, string>): void;
};

export type Flaw = { flaw: 'wrong' } | { flaw: 'tooMany'; wait: number };

export const flawStatus = ({ flaw }: Flaw) => (flaw === 'tooMany' ? 429 : 400);

/** Makes a second factor, which is shown this once and waits for its first code. */
export async function beginFactor(event: Event) {
	const { locals } = event;
	const form = await formOf(event);
	const password = String(form.get('password') ?? '').slice(0, 128);
	const member = memberOf(locals);
	const answer = await locals.authentication.own.beginFactor(
		password,
		member,
		callerOf(event),
		Date.now()
	);
	if ('flaw' in answer) return factorRefused(answer, event);
	const secret = new URL(answer.uri).searchParams.get('secret') ?? '';
	return { factor: { secret, qr: qrOf(answer.uri), backupCodes: answer.backupCodes } };
}

/** Has it be in force. */
export async function confirmFactor(event: Event) {
	const { locals, cookies, url } = event;
	const code = textIn(await formOf(event), 'code').slice(0, 20);
	const member = memberOf(locals);
	const entry = await locals.authentication.own.confirmFactor(
		code,
		member,
		callerOf(event),
		Date.now()
	);
	if ('flaw' in entry) return factorRefused(entry, event);
	keep(entry.cookies, cookies, url);
	tellOwner(event, member.email, 'factorOn');
	return { factorOn: true };
}

/** The answer to a form of a second factor that is not as it should be, with how long to wait. */
export function factorRefused(flaw: Flaw, event: Pick<Event, 'setHeaders'>) {
	return fail(flawStatus(flaw), { factorFlaw: flaw.flaw, ...waitOf(flaw, event) });
}

/** The gate lets nobody else through. */
export function memberOf({ visitor }: App.Locals): Member {
	if (visitor.kind !== 'member') error(403);
	return visitor;
}
