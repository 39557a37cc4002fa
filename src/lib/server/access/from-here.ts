/** Headers that a proxy adds: the request came from somewhere else. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Whether a request was made by a browser on this very machine.
 *
 * The socket's address alone would be fooled by a proxy beside us, which passes on the requests
 * of the whole world, and by a page whose name was made to lead to 127.0.0.1 (DNS rebinding).
 *
 * @param address the other end of the socket
 */
export function isFromHere(address: string, headers: Headers): boolean {
	const origin = headers.get('origin');

	return (
		isLoopback(address) &&
		!FORWARDED.some((name) => headers.has(name)) &&
		isLocalHost(headers.get('host')) &&
		(origin === null || isLocalHost(hostOf(origin)))
	);
}

function isLoopback(address: string): boolean {
	return /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(address);
}

function isLocalHost(host: string | null): boolean {
	return host !== null && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);
}

function hostOf(origin: string): string | null {
	return URL.canParse(origin) ? new URL(origin).host : null;
}
