import { redirect } from '@sveltejs/kit';
import { keep } from '#lib/server/access/cookies.ts';

/** There is nothing to look at here: the button that signs out stands elsewhere. */
export function load() {
	redirect(303, '/');
}

export const actions = {
	default: async ({ request, url, cookies, locals, getClientAddress }) => {
		const caller = { headers: request.headers, address: getClientAddress() };
		keep(await locals.door.signOut(caller), cookies, url);
		redirect(303, '/sign-in');
	}
};
