import { fail, redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { waitOf } from '#lib/server/access/caller.ts';
import { formOf } from '../../form.ts';
import { guestOf, keepTicket, opened } from '../opened.ts';

export async function load(event) {
	event.setHeaders({ 'x-robots-tag': 'noindex', 'cache-control': 'private, no-store' });
	return { report: await opened(event, true), base: pathTo(`/s/${event.params.token}`) };
}

export const actions = {
	unlock: async (event) => {
		const { locals, params, url } = event;
		const password = String((await formOf(event)).get('password') ?? '');
		const unlocked = await locals.authentication.shares.unlock(
			params.token,
			password,
			guestOf(event)
		);
		if ('flaw' in unlocked) {
			const status = unlocked.flaw === 'tooMany' ? 429 : 403;
			return fail(status, { flaw: unlocked.flaw, ...waitOf(unlocked, event) });
		}

		keepTicket(event, unlocked.ticket, url.protocol === 'https:');
		redirect(303, pathTo(`/s/${params.token}`));
	}
};
