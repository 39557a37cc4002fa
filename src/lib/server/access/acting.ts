import type { RequestEvent } from '@sveltejs/kit';
import type { Acting } from '../store/people/acting.ts';
import { callerAddress } from './caller.ts';
import type { Visitor } from './may.ts';

export { actAs } from '../store/people/acting.ts';

type Asking = Pick<RequestEvent, 'getClientAddress' | 'request' | 'route'> & {
	locals: { visitor: Visitor };
};

/** In whose name a request does all that it does. */
export function actingIn(event: Asking): Acting {
	const { visitor } = event.locals;
	const member = visitor.kind === 'member' ? visitor : null;
	const script = visitor.kind === 'script' ? visitor : null;
	return {
		by: member?.id ?? null,
		who: member?.email ?? script?.name ?? null,
		via: doorOf(event.route.id),
		address: callerAddress(event),
		request: event.request.headers.get('x-request-id')
	};
}

function doorOf(route: string | null): Acting['via'] {
	if (route?.startsWith('/api/')) return 'api';
	return route?.startsWith('/s/') ? 'link' : 'page';
}
