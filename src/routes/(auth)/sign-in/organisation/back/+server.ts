import { error, redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { callerOf } from '#lib/server/access/caller.ts';
import { letIn } from '#lib/server/access/let-in.ts';

/** Where the provider sends a browser back to, with a code that is good for once. */
export async function GET(event) {
	const { locals, url } = event;
	const { organisation } = locals.authentication;
	if (!organisation) error(404);
	// as the browser was sent here: the provider compares it
	const back = new URL(url.origin + pathTo(url.pathname) + url.search);
	const come = await organisation.end(back, callerOf(event), Date.now());
	if ('flaw' in come) redirect(303, pathTo(`/sign-in?refused=${come.flaw}`));
	await letIn(event, come.cookies);
	redirect(303, pathTo(come.next));
}
