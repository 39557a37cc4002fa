import { error, redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { keep } from '#lib/server/access/cookies.ts';
import { wantedPath } from '../../wanted-path.ts';

/** Sends a browser to the organisation's provider. */
export async function GET({ locals, url, cookies }) {
	const { organisation } = locals.authentication;
	if (!organisation) error(404);
	const back = url.origin + pathTo('/sign-in/organisation/back');
	const begun = await organisation.begin(back, wantedPath(url), Date.now());
	if ('flaw' in begun) redirect(303, pathTo(`/sign-in?refused=${begun.flaw}`));
	keep(begun.cookies, cookies, url);
	redirect(303, begun.to);
}
