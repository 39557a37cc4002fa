import { fail, redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { letIn } from '#lib/server/access/let-in.ts';
import { callerOf, waitOf } from '#lib/server/access/caller.ts';
import { organisationFlaws } from '#lib/server/access/organisation.ts';
import { formOf } from '../../form.ts';
import { wantedPath } from '../wanted-path.ts';

/** The question for a device that has a passkey; it writes nothing. */
export async function load({ locals, url }) {
	const { authentication } = locals;
	const refused = organisationFlaws.find((flaw) => flaw === url.searchParams.get('refused'));
	return {
		passkey: await authentication.passkeys.ask(url.origin, Date.now()),
		organisation: authentication.organisation && {
			name: authentication.organisation.name,
			isOnly: authentication.locals.areFew,
			refused: refused ?? null
		}
	};
}

export const actions = {
	default: async (event) => {
		const { url, locals } = event;
		const filled = Object.fromEntries(await formOf(event));
		const entry = await locals.authentication.signIn(filled, callerOf(event), Date.now());
		if ('flaw' in entry) {
			const email = String(filled.email ?? '').slice(0, 320);
			const status = entry.flaw === 'tooMany' ? 429 : 400;
			return fail(status, { flaw: entry.flaw, email, ...waitOf(entry, event) });
		}

		await letIn(event, entry.cookies);
		if (entry.asksCode) redirect(303, pathTo(`/sign-in/code${url.search}`));
		redirect(303, pathTo(wantedPath(url)));
	}
};
