import type { RequestEvent } from '@sveltejs/kit';
import type { Caller } from './door.ts';

type Asking = Pick<RequestEvent, 'request' | 'getClientAddress'>;

/** Where a request came from. */
export function callerOf(event: Asking): Caller {
	return { headers: event.request.headers, address: addressOf(event) };
}

/**
 * The address that a request came from; `unknown` where a proxy was to say it (ADDRESS_HEADER) and
 * did not, as of a request that went past the proxy.
 */
export function addressOf({ getClientAddress }: Pick<Asking, 'getClientAddress'>): string {
	try {
		return getClientAddress();
	} catch {
		return 'unknown';
	}
}

/** What a form and its answer say of a try that came too early: whole seconds to wait. */
export function waitOf(
	entry: object,
	{ setHeaders }: Pick<RequestEvent, 'setHeaders'>
): { seconds: number } {
	const wait = 'wait' in entry && typeof entry.wait === 'number' ? entry.wait : 0;
	const seconds = Math.ceil(wait / 1000);
	if (seconds > 0) setHeaders({ 'retry-after': String(seconds) });
	return { seconds };
}
