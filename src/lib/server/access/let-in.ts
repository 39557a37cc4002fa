import type { RequestEvent } from '@sveltejs/kit';
import { callerOf } from './caller.ts';
import { keep, type Cookie } from './cookies.ts';
import { dressBrowser, profileOf } from './profile.ts';

type Arrival = Pick<RequestEvent, 'locals' | 'cookies' | 'url' | 'request' | 'getClientAddress'>;

/** Opens a session in a browser, and has it show the pages as whoever comes in likes them. */
export async function letIn(event: Arrival, session: readonly Cookie[]): Promise<void> {
	const { locals, cookies, url } = event;
	keep(session, cookies, url);
	const cookie = session.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
	const headers = new Headers({ cookie: cookie.join('; ') });
	const { visitor } = await locals.authentication.visitor({ ...callerOf(event), headers });
	// whoever still has to give a code is nobody yet
	if (visitor.kind === 'member') dressBrowser(await profileOf(locals.db, visitor), cookies, url);
}
