import {
	createServer,
	type IncomingHttpHeaders,
	type RequestListener,
	type Server
} from 'node:http';
import { troubleWords } from '#lib/messages/trouble-words.ts';
import { words } from '#lib/messages/words.ts';
import { firstCode } from '#lib/server/access/first-code.ts';
import { forecastDescribed } from '#lib/server/forecast/described-drafts.ts';
import { importInbox, recover } from '#lib/server/ingest/files/inbox.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import type { Settings } from '#lib/server/settings.ts';
import { Trouble, troubleIn, type TroubleCode } from '#lib/trouble.ts';
import type { Call, Command } from './command.ts';
import { contextMaker, settling } from './context.ts';
import { addressOf } from './address.ts';
import { answerHealth, type Health } from './health.ts';
import { migrateBeside } from './migrate.ts';
import { metricsOf } from './metrics.ts';
import { outboxOf } from './outbox.ts';
import { takePrefixOff } from './prefix.ts';
import { requestLog } from './request-log.ts';
import { answerSecurityTxt } from './security-txt.ts';
import { cutSlowBodies } from './slow-bodies.ts';
import { RESTARTED, HEARTBEAT, STOP } from './supervise.ts';

type Handler = (
	...request: [...Parameters<RequestListener>, next: () => void]
) => void | Promise<void>;

/** How often the process says that it is not standing still, in milliseconds. */
const PULSE = 1000;

/**
 * Serves the pages: the process that `start` watches over. It says nothing until it is ready, so that
 * a long migration or a first import is never taken for standing still.
 */
export const serve: Command = {
	name: 'serve',
	args: '',
	needs: 0,
	takes: 1,
	options: {},

	async run(call) {
		const { settings, locale, talk, args } = call;
		// a mail server that cannot be read is said here: the worker, which uses it, is heard by nobody
		outboxOf(settings);

		// taken before anything that lasts, so that a port in use is known at once and not after minutes
		let handler: Handler = (_, response) => {
			response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', refresh: '2' });
			response.end(words('cli.starting', {}, locale));
		};
		const { metricsToken, securityContact } = settings;
		const metrics = metricsOf(metricsToken);
		const log = requestLog(settings.log ? (line) => process.stdout.write(`${line}\n`) : null);
		const state: Health = { stage: 'starting', db: null };
		const server = createServer((request, response) => {
			const meant = takePrefixOff(request, settings.prefix);
			if (answerHealth(request, response, state)) return;
			log(request, response);
			metrics.observe(request, response);
			if (meant !== null) return void response.writeHead(308, { location: meant }).end();
			if (metrics.answer(request, response, state.db)) return;
			if (answerSecurityTxt(request, response, securityContact, Date.now())) return;
			request.headers['x-forwarded-proto'] = protocolOf(request.headers);
			// without it the body would be dropped: `curl -T` does not say what it sends
			request.headers['content-type'] ??= 'application/octet-stream';
			void Promise.resolve(handler(request, response, () => response.writeHead(404).end())).catch(
				// an answer that could not be given to its end: whoever asked is told by its breaking off
				() => response.destroy()
			);
		});
		cutSlowBodies(server);
		await listen(server, settings);

		try {
			await migrateBeside(settings, (share) => Object.assign(state, { stage: 'migrating', share }));
			state.stage = 'starting';
			state.db = await call.db();
			// begun again by `start`, the worker beside it is at the inbox already
			if (args[0] !== RESTARTED) await importNew(call);
			handler = await loadHandler();
		} catch (cause) {
			server.close();
			server.closeAllConnections();
			throw cause;
		}
		state.stage = 'serving';
		const address = addressOf(settings);
		// the address that was printed at the start goes on to hold
		const code = args[0] === RESTARTED ? null : await firstCode(state.db);
		if (code) talk(words('cli.firstCode', { address: `${address}/welcome?code=${code}` }, locale));
		talk(words('cli.serving', { address }, locale));

		const pulse = beat();
		await stopped(server, () => (state.stage = 'stopping'));
		clearInterval(pulse);
		// the channel to the parent would keep us alive
		if (process.connected) process.disconnect();
		return null;
	}
};

/** Takes in what lies in `imports/` and was not looked at before. What fails is said, and no obstacle. */
async function importNew(call: Call) {
	const { settings, locale, talk } = call;
	const db = await call.db();
	await recover(db, Date.now(), settling(call));

	const begin = await contextMaker(call, { spool: spoolFolder(settings.data) });
	const reports = await importInbox(db, settings.imports, begin, settling(call), () =>
		talk(words('cli.waiting', {}, locale))
	);
	for (const { publication, read, failed, drafts } of reports) {
		talk(words('cli.imported', { publication, n: read }, locale));
		for (const { name, trouble } of failed) {
			if (!trouble) continue;
			const why = troubleWords(trouble.code as TroubleCode, trouble.details, locale);
			talk(`  ${name}: ${why}`);
		}
		const own = await publicationMeant(db, publication);
		// a draft that does not read is said where it is tried, and is no reason not to start
		await forecastDescribed(db, own, drafts, Date.now()).catch((cause) => {
			if (!troubleIn(cause)) throw cause;
		});
	}
}

/**
 * The built pages. adapter-node takes every request for https unless a header says otherwise,
 * and would refuse each form posted to http://localhost as cross-site; a proxy's header stands.
 * Uploads are streamed to disk, and bounded there.
 */
async function loadHandler(): Promise<Handler> {
	process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
	process.env.BODY_SIZE_LIMIT ??= 'Infinity';
	// beside the built command line (vite.cli.config.ts), which the pages do not know of
	process.env.RUBRIQUE_BESIDE = new URL('./beside-thread.js', import.meta.url).href;

	const built = new URL('../app/handler.js', import.meta.url).href;
	return (await import(/* @vite-ignore */ built)).handler;
}

/** What a proxy says that people use, of several the one they see; nothing else is taken from it. */
function protocolOf(headers: IncomingHttpHeaders): 'http' | 'https' {
	const [first = ''] = String(headers['x-forwarded-proto'] ?? '').split(',');
	return first.trim().toLowerCase() === 'https' ? 'https' : 'http';
}

function listen(server: Server, { port, host }: Settings): Promise<void> {
	if (!Number.isInteger(port) || port < 1 || port > 65_535)
		throw new Trouble('badPort', { port: process.env.PORT ?? '' });

	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE')
				reject(new Trouble('portInUse', { port: String(port), other: String(port + 1) }));
			else if (error.code === 'EACCES')
				reject(new Trouble('portNotAllowed', { port: String(port), other: '3000' }));
			else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
				reject(new Trouble('badHost', { host }));
			else reject(error);
		});
		server.listen(port, host, resolve);
	});
}

/** Tells the parent from now on that the event loop turns. @returns the timer */
function beat() {
	const beat = () => process.connected && process.send?.(HEARTBEAT, undefined, undefined, () => {});
	beat();
	return setInterval(beat, PULSE);
}

/**
 * Waits to be told to stop, by the parent or by its end, then lets what is being answered finish.
 * At the terminal Ctrl-C reaches the parent as well: it decides.
 */
function stopped(server: Server, begin: () => void): Promise<void> {
	return new Promise((resolve) => {
		let asked = false;
		function stop() {
			if (asked) return;
			asked = true;
			begin();
			server.close(() => resolve());
			server.closeIdleConnections();
			setTimeout(() => server.closeAllConnections(), 3000).unref();
		}
		process.on('SIGINT', () => {});
		process.on('SIGTERM', stop);
		process.on('message', (message) => message === STOP && stop());
		process.on('disconnect', stop);
		if (process.connected === false) stop();
	});
}
