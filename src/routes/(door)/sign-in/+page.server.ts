import { fail, redirect } from '@sveltejs/kit';
import { keep } from '#lib/server/access/cookies.ts';
import { next } from '../next.ts';

export const actions = {
	default: async ({ request, url, cookies, locals, getClientAddress }) => {
		const filled = Object.fromEntries(await request.formData());
		const caller = { headers: request.headers, address: getClientAddress() };
		const entry = await locals.door.signIn(filled, caller, Date.now());
		if ('flaw' in entry) return fail(400, { flaw: entry.flaw, email: String(filled.email ?? '') });

		keep(entry.cookies, cookies, url);
		redirect(303, next(url));
	}
};
