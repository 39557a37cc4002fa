import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { error, redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { paraglideMiddleware } from '#lib/messages/compiled/server.js';
import { troubleWords, words } from '#lib/messages/words.ts';
import { keep } from '#lib/server/access/cookies.ts';
import { openDoor } from '#lib/server/access/door.ts';
import type { Door } from '#lib/server/access/door.ts';
import { gate } from '#lib/server/access/gate.ts';
import { settingsFrom } from '#lib/server/settings.ts';
import { open } from '#lib/server/store/open.ts';
import type { Db } from '#lib/server/store/open.ts';
import { troubleIn, unforeseen } from '#lib/trouble.ts';

let db: Db;
let door: Door;
let data: string;
let mails: boolean;
let readerKey: string | undefined;

// not at the top level: `vite build` loads this module too, and must not create a database
export const init: ServerInit = async () => {
	const root = dirname(fileURLToPath(import.meta.resolve('#package')));
	const settings = settingsFrom(process.env, root, process.env.INIT_CWD ?? process.cwd());

	db = await open(settings.databaseUrl, { authToken: settings.authToken, pages: true });
	door = openDoor(db, settings);
	data = settings.data;
	mails = settings.smtpUrl !== undefined;
	readerKey = settings.readerKey;
};

export const handle: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, async ({ request, locale }) => {
		event.request = request;
		Object.assign(event.locals, { db, door, data, mails, readerKey, language: locale });
		refuseOtherSites(event);

		const caller = { headers: request.headers, address: event.getClientAddress() };
		const { visitor, cookies } = await door.visitor(caller);
		event.locals.visitor = visitor;
		keep(cookies, event.cookies, event.url);

		await turnAway(event);
		if (visitor.kind !== 'member' && visitor.kind !== 'script') refuseLarge(event);

		const response = await resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale)
		});
		return guarded(response);
	});

/** Kit does this for forms alone; an upload is none. */
function refuseOtherSites({ request, url }: RequestEvent) {
	const origin = request.headers.get('origin');
	const changes = request.method !== 'GET' && request.method !== 'HEAD';
	if (changes && origin !== null && origin !== url.origin) error(403, 'Another site asked');
}

async function turnAway(event: RequestEvent) {
	const { request, route, params, locals, url } = event;
	const asked = route.id?.startsWith('/api/') ? url.searchParams.get('publication') : null;
	const slug = params.publication ?? asked ?? undefined;
	const wish = { route: route.id, method: request.method, slug };
	const turn = await gate(db, locals.visitor, wish);
	if (turn === null) return;

	if (turn === 'forbidden') {
		error(403, { message: troubleWords('notAllowed', {}, locals.language), code: 'notAllowed' });
	}
	// a script that uploads or polls is told so; a person is led to the form, and back afterwards
	if (!event.isDataRequest && !request.headers.get('accept')?.includes('text/html')) {
		error(401, { message: troubleWords('signInFirst', {}, locals.language), code: 'signInFirst' });
	}
	const back = request.method === 'GET' && turn !== '/' ? url.pathname + url.search : '/';
	redirect(303, back === '/' ? turn : `${turn}?next=${encodeURIComponent(back)}`);
}

/** What strangers may send fits their forms: bodies are unbounded, for the sake of imports. */
function refuseLarge({ request }: RequestEvent) {
	if (request.body && !(Number(request.headers.get('content-length')) <= 2 ** 16)) error(413);
}

function guarded(response: Response): Response {
	const { headers } = response;
	headers.set('x-frame-options', 'DENY');
	headers.set('x-content-type-options', 'nosniff');
	// `no-referrer` would also hide the origin of our own forms, which then could not be told apart
	headers.set('referrer-policy', 'same-origin');
	headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
	if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
	return response;
}

export const handleError: HandleServerError = ({ error: cause, event, status }) => {
	const language = event.locals.language ?? 'en';

	const trouble = troubleIn(cause);
	if (trouble) {
		return { message: troubleWords(trouble.code, trouble.details, language), code: trouble.code };
	}
	if (status !== 404) console.error(unforeseen(cause));
	return { message: words(status === 404 ? 'error.missing' : 'error.unforeseen', {}, language) };
};
