// Long, because what is done around every request is read in the order in which it is done.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dev } from '$app/environment';
import {
	error,
	redirect,
	type Handle,
	type HandleServerError,
	type RequestEvent,
	type ServerInit
} from '@sveltejs/kit';
import { fallbackLocale } from '#lib/locales.ts';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { paraglideMiddleware } from '#lib/messages/compiled/server.js';
import { createFormats } from '#lib/messages/format.ts';
import { needsAllLanguages, scriptsIn } from '#lib/messages/language-scripts.ts';
import { noEntryWords } from '#lib/messages/no-entry-words.ts';
import { troubleWords } from '#lib/messages/trouble-words.ts';
import { wordedAnswer } from '#lib/messages/worded-answer.ts';
import { words } from '#lib/messages/words.ts';
import { pathTo, serveBelow } from '#lib/path-to.ts';
import { plainText } from '#lib/plain-text.ts';
import { bounded, mostBytes } from '#lib/server/access/bodies.ts';
import { actAs, actingIn } from '#lib/server/access/acting.ts';
import { callerOf } from '#lib/server/access/caller.ts';
import { compressed } from '#lib/server/access/compressed.ts';
import { keep } from '#lib/server/access/cookies.ts';
import { openAuthentication, type Authentication } from '#lib/server/access/authentication.ts';
import { firstCode } from '#lib/server/access/first-code.ts';
import { gate, SECOND_STEP, type AccessRequest } from '#lib/server/access/gate.ts';
import { noEntry } from '#lib/server/access/no-entry.ts';
import { ownFolder } from '#lib/server/access/own-folder.ts';
import { keepingQuery } from '#lib/server/access/keeping-query.ts';
import { refusedPage } from '#lib/server/access/refused-page.ts';
import { wentAway } from '#lib/server/access/went-away.ts';
import { sharedOf } from '#lib/server/access/secret.ts';
import { smtpMailer, type Mailer } from '#lib/server/mail/mailer.ts';
import { makeBeside } from '#lib/server/figures/beside.ts';
import { settingsFrom } from '#lib/server/settings.ts';
import { machineIn, workOn } from '#lib/server/store/jobs/machine.ts';
import { open, type Db } from '#lib/server/store/sql/open.ts';
import { adoptKeys } from '#lib/server/upkeep/rotate.ts';
import { troubleIn, unforeseen } from '#lib/trouble.ts';

let db: Db;
let authentication: Authentication;
let data: string;
let inbox: string;
let mailer: Mailer | null;
let address: string | null;
let log = false;
let readerKey: string | undefined;
let spool: number;

// not at the top level: `vite build` loads this module too, and must not create a database
export const init: ServerInit = async () => {
	const root = dirname(fileURLToPath(import.meta.resolve('#package')));
	const settings = settingsFrom(process.env, root, process.env.INIT_CWD ?? process.cwd());

	ownFolder(settings.data);
	db = await open(settings.databaseUrl, { authToken: settings.authToken, pages: true });
	await adoptKeys(db, settings.data);
	workOn(db, machineIn(settings.data), sharedOf(settings));
	authentication = openAuthentication(db, settings);
	data = settings.data;
	inbox = settings.imports;
	const program = process.env.RUBRIQUE_BESIDE;
	if (program)
		makeBeside(db, new URL(program), {
			url: settings.databaseUrl,
			authToken: settings.authToken,
			replica: settings.replica
		});
	const { smtpUrl, smtpFrom } = settings;
	mailer = smtpUrl === undefined ? null : smtpMailer(smtpUrl, smtpFrom);
	address = settings.address ?? null;
	serveBelow(settings.prefix);
	log = settings.log;
	if (dev) await printFirstCode();
	({ readerKey, spool } = settings);
};

/** While developing nothing else starts that would print it. */
async function printFirstCode() {
	const code = await firstCode(db);
	if (code)
		console.info(
			words('cli.firstCode', { address: pathTo(`/welcome?code=${code}`) }, fallbackLocale)
		);
}

export const handle: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, async ({ request, locale }) => {
		event.request = request;
		Object.assign(event.locals, {
			db,
			authentication,
			data,
			inbox,
			mailer,
			address,
			readerKey,
			spool,
			language: locale
		});
		refuseOtherSites(event);

		const { visitor, cookies } = await seen(event);
		event.locals.visitor = visitor;
		keep(cookies, event.cookies, event.url);

		return actAs(actingIn(event), async () => {
			const instead = await turnAway(event);
			if (instead) return compressed(event.request, guarded(instead, event.url));
			const most = mostBytes(event.route.id, event.url);
			event.request = bounded(event.request, most, () => tooLarge(most, locale));

			const ownScripts = (text: string) =>
				needsAllLanguages(event.route.id) ? text : scriptsIn(locale, text);
			const response = await resolve(event, {
				transformPageChunk: ({ html }) =>
					ownScripts(
						asRefused(event, html).replace('%lang%', locale).replace('%prefix%', pathTo(''))
					),
				preload: ({ type, path }) => type === 'css' || FIRST.test(path)
			});
			const first = response.headers.get('link');
			if (first !== null) response.headers.set('link', ownScripts(first));
			return compressed(request, guarded(await wordedAnswer(response, locale), event.url));
		});
	});

/**
 * What a page's answer names besides its stylesheet: the letters of most pages, so that no title breaks anew
 * once they are there, and the modules that scripts begin with. All sixty that these lead to, named as well,
 * held back the first paint by half a second on a slow processor, made the page usable later, and made a
 * header longer than proxies take (nginx: 502).
 */
const FIRST = /-latin-(?!ext)[^/]*\.woff2$|\/(?:entry|nodes)\/[^/]+\.js$/;

/**
 * A page whose forms keep its address, and which answers a form that was refused, for those without
 * scripts; what comes after it in pieces is as it was.
 */
function asRefused({ locals, url }: RequestEvent, html: string): string {
	const { refused } = locals;
	delete locals.refused;
	const page = keepingQuery(html, url);
	return refused ? refusedPage(page, { ...refused, to: url }) : page;
}

/** Kit does this for forms alone; an upload is none. */
function refuseOtherSites({ request, url }: RequestEvent) {
	const origin = request.headers.get('origin');
	const changes = request.method !== 'GET' && request.method !== 'HEAD';
	if (changes && origin !== null && origin !== url.origin) error(403, 'Another site asked');
}

/** Leads to where somebody has to go first, or refuses; to a person, with a page of its own. */
async function turnAway(event: RequestEvent): Promise<Response | null> {
	const { request, route, params, locals, url } = event;
	const asked = route.id?.startsWith('/api/') ? url.searchParams.get('publication') : null;
	const slug = params.publication ?? asked ?? undefined;
	const accessRequest = { route: route.id, method: request.method, slug };
	const turn = await gate(db, locals.visitor, accessRequest);
	if (turn === null) return null;
	if (turn === 'forbidden') return forbid(event, accessRequest);
	// a script that uploads or polls is told so; a person is led to the form, and back afterwards
	if (!event.isDataRequest && !request.headers.get('accept')?.includes('text/html')) {
		const code = turn === SECOND_STEP ? 'secondStepFirst' : 'signInFirst';
		const status = turn === SECOND_STEP ? 403 : 401;
		const { language } = locals;
		// a program signs in by no form
		const message =
			code === 'signInFirst' && isOfApi(route.id)
				? words('api.noToken', {}, language)
				: troubleWords(code, {}, language);
		error(status, { message, code });
	}
	const isBack = request.method === 'GET' && turn !== '/' && turn !== SECOND_STEP;
	const back = isBack ? url.pathname + url.search : '/';
	redirect(303, pathTo(back === '/' ? turn : `${turn}?next=${encodeURIComponent(back)}`));
}

function isOfApi(route: string | null): boolean {
	return route?.startsWith('/api/') === true;
}

/** A script is told in a sentence, a person in a page: what it is, which role they have, who gives another. */
async function forbid(event: RequestEvent, asked: AccessRequest): Promise<Response> {
	const { locals, request, isDataRequest } = event;
	const { visitor, language } = locals;
	if (visitor.kind === 'script') {
		if (asked.route === null)
			error(404, { message: words('api.missing', {}, language), code: 'nothingThere' });
		error(403, { message: words('api.notAllowed', {}, language), code: 'notAllowed' });
	}
	const body = { message: troubleWords('notAllowed', {}, language), code: 'notAllowed' as const };
	if (visitor.kind !== 'member') error(403, body);
	if (isDataRequest) {
		const words = noEntryWords(await noEntry(db, visitor, asked), language);
		error(403, { ...body, noEntry: words });
	}
	const isPage = asked.route?.startsWith('/api/') === false;
	if (!isPage || !request.headers.get('accept')?.includes('text/html')) error(403, body);

	const { route, method, slug } = asked;
	const query = new URLSearchParams({ route: route ?? '', method });
	if (slug !== undefined) query.set('publication', slug);
	const page = await event.fetch(pathTo(`/no-entry?${query}`), {
		headers: { accept: 'text/html' }
	});
	// what a page names is relative to its own address
	const html = (await page.text()).replaceAll('"./_app/', `"${pathTo('/_app/')}`);
	const headers = { 'content-type': 'text/html; charset=utf-8' };
	return new Response(html, { status: 403, headers });
}

/** Who asks. A database that cannot be used is said in a sentence, by whatever page it is met first. */
async function seen(event: RequestEvent) {
	try {
		return await authentication.visitor(callerOf(event));
	} catch (cause) {
		const trouble = troubleIn(cause);
		if (!trouble) throw cause;
		const { code, details } = trouble;
		error(trouble.status, {
			message: troubleWords(code, details, event.locals.language),
			code
		});
	}
}

function tooLarge(most: number, language: Locale): Error {
	const size = createFormats(language, 'UTC').size(most);
	const message = troubleWords('bodyTooLarge', { most: size }, language);
	try {
		error(413, { message, code: 'bodyTooLarge' });
	} catch (thrown) {
		return thrown as Error;
	}
}

function guarded(response: Response, { protocol }: URL): Response {
	const { headers } = response;
	// a year, as browsers ask; the subdomains are not ours to speak for
	if (protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000');
	if (!headers.has('x-frame-options')) headers.set('x-frame-options', 'DENY');
	headers.set('x-content-type-options', 'nosniff');
	// `no-referrer` would also hide the origin of our own forms, which then could not be told apart
	headers.set('referrer-policy', 'same-origin');
	headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
	if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
	return response;
}

/** Writes down what nobody foresaw, under the name of the request that met it. */
function report(what: string, request: string | null) {
	const text = plainText(what);
	if (!log) return console.error(request === null ? text : `${request} ${text}`);
	const time = new Date().toISOString();
	console.error(JSON.stringify({ time, level: 'error', request, message: text }));
}

export const handleError: HandleServerError = ({ error: cause, event, status }) => {
	const language = event.locals.language ?? fallbackLocale;

	const trouble = troubleIn(cause);
	if (trouble) {
		return { message: troubleWords(trouble.code, trouble.details, language), code: trouble.code };
	}
	if (status !== 404 && !wentAway(cause, event.request))
		report(unforeseen(cause), event.request.headers.get('x-request-id'));
	return { message: words(status === 404 ? 'error.missing' : 'error.unforeseen', {}, language) };
};
