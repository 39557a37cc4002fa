import { fail, redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { letIn } from '#lib/server/access/let-in.ts';
import { callerOf, waitOf } from '#lib/server/access/caller.ts';
import { formOf, textIn } from '../../../form.ts';
import { wantedPath } from '../../wanted-path.ts';

export { load } from '../+page.server.ts';

export const actions = {
	default: async (event) => {
		const { url, locals } = event;
		const typed = textIn(await formOf(event), 'credential');
		const at = { origin: url.origin, now: Date.now() };
		const entry = await locals.authentication.passkeys.enter(typed, callerOf(event), at);
		if ('flaw' in entry) {
			const status = entry.flaw === 'tooMany' ? 429 : 400;
			return fail(status, { flaw: entry.flaw, ...waitOf(entry, event) });
		}

		await letIn(event, entry.cookies);
		redirect(303, pathTo(wantedPath(url)));
	}
};
