import { fail, redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { letIn } from '#lib/server/access/let-in.ts';
import { callerOf } from '#lib/server/access/caller.ts';
import { formOf, textIn } from '../../../form.ts';
import { wantedPath } from '../../wanted-path.ts';

export { load } from '../+page.server.ts';

export const actions = {
	default: async (event) => {
		const { url, locals } = event;
		const code = textIn(await formOf(event), 'code');
		const entry = await locals.authentication.confirm(code, callerOf(event), Date.now());
		if ('flaw' in entry) return fail(400, { flaw: entry.flaw });

		await letIn(event, entry.cookies);
		redirect(303, pathTo(wantedPath(url)));
	}
};
