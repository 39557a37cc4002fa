import { fail, redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { keep } from '#lib/server/access/cookies.ts';
import { may } from '#lib/server/access/may.ts';
import { publicationChoices } from '#lib/server/figures/publications.ts';
import { Trouble } from '#lib/trouble.ts';
import { callerOf } from '#lib/server/access/caller.ts';
import { formOf } from '../../form.ts';
import { wantedPath } from '../wanted-path.ts';

/** The address that the start printed carries the code. */
export async function load({ url, locals }) {
	const all = await publicationChoices(locals.db);
	return {
		code: url.searchParams.get('code')?.slice(0, 60) ?? '',
		/** there is something to look at before there is an account */
		hasSample: all.some((one) => may(locals.visitor, 'see', one))
	};
}

export const actions = {
	default: async (event) => {
		const { url, cookies, locals } = event;
		const filled = Object.fromEntries(await formOf(event));
		const words = { name: String(filled.name ?? ''), email: String(filled.email ?? '') };

		let entry;
		try {
			entry = await locals.authentication.found(filled, callerOf(event), Date.now());
		} catch (trouble) {
			if (!(trouble instanceof Trouble)) throw trouble;
			return fail(409, { flaw: 'tooLate' as const, ...words });
		}
		if ('flaw' in entry) return fail(400, { flaw: entry.flaw, ...words });

		keep(entry.cookies, cookies, url);
		redirect(303, pathTo(wantedPath(url)));
	}
};
