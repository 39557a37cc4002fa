import { fail, redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { keep } from '#lib/server/access/cookies.ts';
import { noteComing } from '#lib/server/access/profile.ts';
import { callerOf, waitOf } from '#lib/server/access/caller.ts';
import { formOf, textIn } from '../../../form.ts';
import { next } from '../../next.ts';

export { load } from '../+page.server.ts';

export const actions = {
	default: async (event) => {
		const { url, cookies, locals } = event;
		const typed = textIn(await formOf(event), 'credential');
		const at = { origin: url.origin, now: Date.now() };
		const entry = await locals.door.passkeys.enter(typed, callerOf(event), at);
		if ('flaw' in entry) {
			const status = entry.flaw === 'tooMany' ? 429 : 400;
			return fail(status, { flaw: entry.flaw, ...waitOf(entry, event) });
		}

		keep(entry.cookies, cookies, url);
		noteComing(cookies, url);
		redirect(303, pathTo(next(url)));
	}
};
