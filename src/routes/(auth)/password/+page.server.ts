import { fail, redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { keep } from '#lib/server/access/cookies.ts';
import { callerOf } from '#lib/server/access/caller.ts';
import { personByLink } from '#lib/server/access/password-links.ts';
import { formOf } from '../../form.ts';
import { refused } from '../../trouble-answers.ts';
import { tellOwner } from '../../tell-owner.ts';

const tokenIn = (url: URL) => url.searchParams.get('token') ?? '';

/** Looking uses nothing up: programs that read mail follow links. */
export async function load({ url, locals }) {
	const person = await personByLink(locals.db, tokenIn(url), Date.now());
	return { person: person && { name: person.name, email: person.email } };
}

export const actions = {
	default: async (event) => {
		const { url, cookies, locals } = event;
		const form = await formOf(event);
		let entry;
		try {
			const caller = callerOf(event);
			entry = await locals.authentication.choosePassword(
				tokenIn(url),
				form.get('password'),
				caller,
				Date.now()
			);
		} catch (cause) {
			return refused(cause, event, form);
		}
		if ('flaw' in entry) return fail(400, { flaw: entry.flaw });
		keep(entry.cookies, cookies, url);
		tellOwner(event, entry.email, 'password');
		redirect(303, entry.asksCode ? pathTo('/sign-in/code') : pathTo('/'));
	}
};
