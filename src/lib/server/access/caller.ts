import type { RequestEvent } from '@sveltejs/kit';
import type { Caller } from './authentication.ts';

type Asking = Pick<RequestEvent, 'request' | 'getClientAddress'> & {
	locals?: { language?: string };
};

/** Where a request came from. */
export function callerOf(event: Asking): Caller {
	const { language } = event.locals ?? {};
	const caller = { headers: event.request.headers, address: callerAddress(event) };
	return language === undefined ? caller : { ...caller, language };
}

/**
 * The address that a request came from; `unknown` where a proxy was to say it (ADDRESS_HEADER) and
 * did not, as of a request that went past the proxy.
 */
export function callerAddress({ getClientAddress }: Pick<Asking, 'getClientAddress'>): string {
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
