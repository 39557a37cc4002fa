import { MINUTE } from '#lib/duration.ts';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** A request whose body is still coming in. Instants are of a clock that is never set back. */
type Coming = { response: ServerResponse; begun: number; moved: number; bytes: number };

/** How long a body may stand still, in milliseconds, … */
const STILL = MINUTE;
/** … how long one may take in all that is no upload, … */
const WHOLE = 300_000;
/** … and how long somebody who sends on after the answer may do so, to have time to read it. */
const LINGER = 2000;

/**
 * Cuts requests whose bodies stand still. An upload that moves is never cut, however long it takes:
 * Node's own limit, which does not tell the two apart, is taken off.
 *
 * @returns looks at all of them; called by itself every few seconds
 */
export function cutSlowBodies(server: Server, now = () => performance.now()): () => void {
	server.requestTimeout = 0;
	const coming = new Map<IncomingMessage, Coming>();

	server.on('request', (request, response) => {
		const { headers, socket } = request;
		if (headers['transfer-encoding'] === undefined && !(Number(headers['content-length']) > 0))
			return;
		coming.set(request, { response, begun: now(), moved: now(), bytes: socket.bytesRead });
		request.once('close', () => coming.delete(request));
		response.once('finish', () => {
			if (!request.complete) drain(request);
		});
	});

	function look() {
		for (const [request, one] of coming) {
			const { bytesRead } = request.socket;
			// what we have not taken yet waits for us, and not for whoever sends it
			if (bytesRead !== one.bytes || request.readableLength > 0 || request.isPaused()) {
				one.bytes = bytesRead;
				one.moved = now();
			}
			const isSlow = !isUpload(request.url ?? '') && now() - one.begun > WHOLE;
			if (request.complete) coming.delete(request);
			else if (isSlow || now() - one.moved > STILL) cut(request, one.response);
		}
	}
	setInterval(look, 5000).unref();
	return look;
}

/**
 * Reads to its end, and keeps nothing of, what is still coming of a request that was answered: cut at
 * once, whoever sends it would see a broken connection in place of the answer.
 */
function drain(request: IncomingMessage) {
	request.removeAllListeners('data').resume();
	setTimeout(() => !request.complete && request.socket.destroy(), LINGER).unref();
}

function isUpload(url: string): boolean {
	return /^\/(p\/[^/?]+\/imports\/upload|api\/imports)(\?|$)/.test(url);
}

function cut({ socket }: IncomingMessage, { headersSent }: ServerResponse) {
	if (headersSent) socket.destroy();
	else {
		socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
		socket.destroySoon();
	}
}
