import { fail, redirect } from '@sveltejs/kit';
import { keep } from '#lib/server/access/cookies.ts';
import { Trouble } from '#lib/trouble.ts';
import { next } from '../next.ts';

/** From another machine the code is asked that the start printed. */
export function load({ locals }) {
	return { here: locals.visitor.kind === 'nobodyYet' && locals.visitor.here };
}

export const actions = {
	default: async ({ request, url, cookies, locals, getClientAddress }) => {
		const filled = Object.fromEntries(await request.formData());
		const caller = { headers: request.headers, address: getClientAddress() };
		const words = { name: String(filled.name ?? ''), email: String(filled.email ?? '') };

		let entry;
		try {
			entry = await locals.door.found(filled, caller, Date.now());
		} catch (trouble) {
			if (!(trouble instanceof Trouble)) throw trouble;
			return fail(409, { flaw: 'tooLate' as const, ...words });
		}
		if ('flaw' in entry) return fail(400, { flaw: entry.flaw, ...words });

		keep(entry.cookies, cookies, url);
		redirect(303, next(url));
	}
};
