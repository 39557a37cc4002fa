import { error, fail, redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { keep } from '#lib/server/access/cookies.ts';
import { may, roleIn } from '#lib/server/access/may.ts';
import {
	addPerson,
	giveRole,
	people,
	removePasskeys,
	removePerson,
	removeSecondFactor,
	renewPassword,
	signOutEverywhere
} from '#lib/server/access/people.ts';
import { requiredStep, requireStep } from '#lib/server/access/second-step.ts';
import { publicationChoices } from '#lib/server/figures/publications.ts';
import { invite, renewLink } from '#lib/server/access/password-links.ts';
import { callerOf, waitOf } from '#lib/server/access/caller.ts';
import { formOf, textIn } from '../form.ts';
import { refused } from '../trouble-answers.ts';
import { handOn } from './hand-on.ts';
import { tellOwner } from '../tell-owner.ts';
import {
	beginFactor,
	confirmFactor,
	factorRefused,
	memberOf,
	flawStatus,
	type Flaw
} from './factor-actions.ts';

/** One's own account, and for administrators everybody's. */
export async function load(event) {
	const { locals } = event;
	const member = memberOf(locals);
	const { id, name, email, role } = member;
	const rules = may(locals.visitor, 'administer', null);
	const all = rules ? await people(locals.db) : null;
	return {
		own: { id, name, email, role, twoFactor: await locals.authentication.own.hasFactor(member) },
		/** whether there is a password to change; else they come in elsewhere */
		hasPassword: await locals.authentication.locals.have(member),
		organisation: locals.authentication.organisation?.name ?? null,
		passkeys: await locals.authentication.ownPasskeys.list(member),
		sessions: await locals.authentication.own.sessions(member, callerOf(event), Date.now()),
		people: all,
		requiredStep: rules ? await requiredStep(locals.db) : null,
		mails: locals.mailer !== null,
		publications: (await publicationChoices(locals.db))
			.filter((one) => rules || may(locals.visitor, 'see', one))
			.map(({ slug, name, id }) => ({ slug, name, role: roleIn(member, { id, sample: false }) }))
	};
}

type Event = {
	locals: App.Locals;
	request: Request;
	url: URL;
	setHeaders(headers: Record<string, string>): void;
	getClientAddress(): string;
};

export const actions = {
	async password(event) {
		const { locals, cookies, url } = event;
		const filled = Object.fromEntries(await formOf(event));
		const entry = await locals.authentication.changePassword(
			filled,
			memberOf(locals),
			callerOf(event),
			Date.now()
		);
		if ('flaw' in entry) {
			const status = entry.flaw === 'tooMany' ? 429 : 400;
			return fail(status, { flaw: entry.flaw, ...waitOf(entry, event) });
		}
		keep(entry.cookies, cookies, url);
		tellOwner(event, memberOf(locals).email, 'password');
		return { changed: true };
	},

	factor: beginFactor,

	confirm: confirmFactor,

	async factorOff(event) {
		const { locals, cookies, url } = event;
		const form = await formOf(event);
		const password = String(form.get('password') ?? '').slice(0, 128);
		const member = memberOf(locals);
		const entry = await locals.authentication.own.endFactor(
			password,
			member,
			callerOf(event),
			Date.now()
		);
		if ('flaw' in entry) return factorRefused(entry, event);
		keep(entry.cookies, cookies, url);
		tellOwner(event, member.email, 'factorOff');
		return { factorOff: true };
	},

	async passkey(event) {
		const { locals, url } = event;
		const form = await formOf(event);
		const password = String(form.get('password') ?? '').slice(0, 128);
		const [member, now] = [memberOf(locals), Date.now()];
		const proof = await locals.authentication.own.prove(password, member, callerOf(event), now);
		if ('flaw' in proof) return passkeyRefused(proof, event);
		return { newPasskey: await locals.authentication.ownPasskeys.begin(member, url.origin, now) };
	},

	async addPasskey(event) {
		const { locals, url } = event;
		const form = await formOf(event);
		const name = textIn(form, 'passkey-name').slice(0, 100) || 'Passkey';
		const given = { typed: textIn(form, 'credential'), name };
		const at = { origin: url.origin, now: Date.now() };
		const member = memberOf(locals);
		const added = await locals.authentication.ownPasskeys.add(given, member, at);
		if (added) tellOwner(event, member.email, 'passkeyAdded');
		return added
			? { passkeyAdded: true }
			: fail(400, { passkeyFlaw: 'refused' as const, seconds: 0 });
	},

	async removePasskey(event) {
		const { locals } = event;
		const passkey = textIn(await formOf(event), 'passkey');
		const member = memberOf(locals);
		if (await locals.authentication.ownPasskeys.remove(passkey, member, Date.now()))
			tellOwner(event, member.email, 'passkeyRemoved');
	},

	async endSessions(event) {
		const { locals } = event;
		const only = textIn(await formOf(event), 'session') || null;
		await locals.authentication.own.endSessions(
			memberOf(locals),
			only,
			callerOf(event),
			Date.now()
		);
		return { ended: true };
	},

	add: administer(async ({ locals }, text) => {
		const { db } = locals;
		const filled = { name: text('name'), email: text('email'), role: text('role') };
		const at = { now: Date.now(), slug: text('publication') || null };
		return { email: filled.email, password: await addPerson(db, filled, at) };
	}),

	invite: administer(async (event, text) => {
		const filled = { name: text('name'), email: text('email'), role: text('role') };
		const terms = { slug: text('publication') || null, now: Date.now() };
		const link = await invite(event.locals.db, filled, terms);
		return { link: await handOn('invitation', filled.email, link, event) };
	}),

	link: administer(async (event, text) => {
		const link = await renewLink(event.locals.db, text('email'), Date.now());
		return { link: await handOn('invitation', text('email'), link, event) };
	}),

	renew: administer(async (event, text) => {
		const email = text('email');
		const password = await renewPassword(event.locals.db, email, Date.now());
		tellOwner(event, email, 'password');
		return { email, password };
	}),

	role: administer(({ locals }, text) => {
		const terms = { slug: text('publication') || null, now: Date.now() };
		return giveRole(locals.db, text('email'), text('role'), terms);
	}),

	signOutEverywhere: administer(async ({ locals }, text) => {
		await signOutEverywhere(locals.db, text('email'), Date.now());
	}),

	noPasskeys: administer(async (event, text) => {
		await removePasskeys(event.locals.db, text('email'), Date.now());
		tellOwner(event, text('email'), 'passkeyRemoved');
	}),

	noFactor: administer(async (event, text) => {
		await removeSecondFactor(event.locals.db, text('email'), Date.now());
		tellOwner(event, text('email'), 'factorOff');
	}),

	requireStep: administer(({ locals }, text) => requireStep(locals.db, text('group'), Date.now())),

	async remove(event) {
		const answer = await administer(({ locals }, text) =>
			removePerson(locals.db, text('email'), Date.now())
		)(event);
		// who took their own account away is asked to sign in
		return answer ?? redirect(303, pathTo('/account'));
	}
};

function passkeyRefused(flaw: Flaw, event: Pick<Event, 'setHeaders'>) {
	return fail(flawStatus(flaw), { passkeyFlaw: flaw.flaw, ...waitOf(flaw, event) });
}

type Verb<Answer> = (event: Event, text: (field: string) => string) => Promise<Answer>;

/** An action that only administrators may do; foreseen trouble comes back to the page. */
function administer<Answer>(verb: Verb<Answer>) {
	return async (event: Event) => {
		if (!may(event.locals.visitor, 'administer', null)) error(403);
		const form = await formOf(event);
		try {
			const answer = await verb(event, (field) => textIn(form, field));
			return answer as Answer extends object ? Answer : undefined;
		} catch (cause) {
			return refused(cause, event, form);
		}
	};
}
