import { redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { keep } from '#lib/server/access/cookies.ts';
import { callerOf } from '#lib/server/access/caller.ts';

/** There is nothing to look at here: the button that signs out stands elsewhere. */
export function load() {
	redirect(303, pathTo('/'));
}

export const actions = {
	default: async (event) => {
		const { url, cookies, locals } = event;
		const member = locals.visitor.kind === 'member' ? locals.visitor : null;
		keep(await locals.authentication.signOut(callerOf(event), member, Date.now()), cookies, url);
		redirect(303, pathTo('/sign-in'));
	}
};
