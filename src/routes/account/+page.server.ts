import { error, fail, redirect } from '@sveltejs/kit';
import { keep } from '#lib/server/access/cookies.ts';
import type { Member } from '#lib/server/access/may.ts';
import { may, roleIn } from '#lib/server/access/may.ts';
import {
	addPerson,
	giveRole,
	people,
	removePerson,
	renewPassword
} from '#lib/server/access/people.ts';
import { publicationChoices } from '#lib/server/figures/publications.ts';
import { callerOf, waitOf } from '#lib/server/access/caller.ts';
import { formOf, textIn } from '../form.ts';
import { refused } from '../status.ts';

type Event = { locals: App.Locals; request: Request };

/** One's own account, and for administrators everybody's. */
export async function load({ locals }) {
	const member = memberOf(locals);
	const { id, name, email, role } = member;
	const rules = may(locals.visitor, 'administer', null);
	return {
		own: { id, name, email, role },
		people: rules ? await people(locals.db) : null,
		publications: (await publicationChoices(locals.db))
			.filter((one) => rules || may(locals.visitor, 'see', one))
			.map(({ slug, name, id }) => ({ slug, name, role: roleIn(member, { id, sample: false }) }))
	};
}

export const actions = {
	async password(event) {
		const { locals, cookies, url } = event;
		const filled = Object.fromEntries(await formOf(event));
		const entry = await locals.door.changePassword(
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
		return { changed: true };
	},

	add: administer(async ({ locals }, text) => {
		const filled = { name: text('name'), email: text('email'), role: text('role') };
		const at = { data: locals.data, now: Date.now() };
		return { email: filled.email, password: await addPerson(locals.db, filled, at) };
	}),

	renew: administer(async ({ locals }, text) => {
		const email = text('email');
		return { email, password: await renewPassword(locals.db, email, Date.now()) };
	}),

	role: administer(({ locals }, text) =>
		giveRole(locals.db, text('email'), text('role'), text('publication') || null)
	),

	async remove(event) {
		const answer = await administer(({ locals }, text) => removePerson(locals.db, text('email')))(
			event
		);
		// who took their own account away is at the door
		return answer ?? redirect(303, '/account');
	}
};

type Verb<Told> = (event: Event, text: (field: string) => string) => Promise<Told>;

/** An action that only administrators may do; foreseen trouble comes back to the page. */
function administer<Told>(verb: Verb<Told>) {
	return async (event: Event) => {
		if (!may(event.locals.visitor, 'administer', null)) error(403);
		const form = await formOf(event);
		try {
			const told = await verb(event, (field) => textIn(form, field));
			return told as Told extends object ? Told : undefined;
		} catch (cause) {
			return refused(cause);
		}
	};
}

/** The gate lets nobody else through. */
function memberOf({ visitor }: App.Locals): Member {
	if (visitor.kind !== 'member') error(403);
	return visitor;
}
