import { fail, redirect } from '@sveltejs/kit';
import { guestOf, keepTicket, opened } from '../opened.ts';

export async function load(event) {
	event.setHeaders({ 'x-robots-tag': 'noindex', 'cache-control': 'private, no-store' });
	return { report: await opened(event, true), base: `/s/${event.params.token}` };
}

export const actions = {
	unlock: async (event) => {
		const { locals, params, request, url } = event;
		const password = String((await request.formData()).get('password') ?? '');
		const found = await locals.door.shares.unlock(params.token, password, guestOf(event));
		if ('flaw' in found) return fail(found.flaw === 'tooMany' ? 429 : 403, { flaw: found.flaw });

		keepTicket(event, found.ticket, url.protocol === 'https:');
		redirect(303, `/s/${params.token}`);
	}
};
