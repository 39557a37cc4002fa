import { allowedTo } from '#lib/permissions.ts';
import { findPublication } from '../store/publications.ts';
import type { Db } from '../store/sql/open.ts';
import { may, type Subject, type Visitor } from './may.ts';

/** A request as the gate sees it. */
export type AccessRequest = {
	/** the route's id, `/p/[publication]/topics`; null where there is none */
	route: string | null;
	method: string;
	/** the publication that the path names */
	slug: string | undefined;
};

/** Where to send somebody first: to the forms of signing in, or away; null lets them pass. */
export type Turn = '/welcome' | '/sign-in' | '/' | typeof SECOND_STEP | 'forbidden' | null;

/** Where a second step is set up by whom it is required of. */
export const SECOND_STEP = '/account/second-step';

/** Decides about a request before any page is asked. */
export async function gate(db: Db, visitor: Visitor, request: AccessRequest): Promise<Turn> {
	const { route, method } = request;
	// where there is no page there is no harm
	const audience = route === null ? 'known' : allowedTo(route, method);
	const isScript = visitor.kind === 'script';

	// a link or a description: whoever has it may open it
	if (audience === 'anybody' && !(isScript && route?.startsWith('/(auth)'))) return null;
	// until they have one, they can do nothing else
	if (visitor.kind === 'member' && visitor.lacksStep)
		return route === SECOND_STEP ? null : SECOND_STEP;
	// a token is for programs
	if (isScript && !route?.startsWith('/api/')) return 'forbidden';
	if (audience === 'stranger') return turnOfStranger(visitor, route);
	if (visitor.kind === 'signedOut') return '/sign-in';

	switch (audience) {
		case 'anybody':
		case 'known':
			return null;
		case 'holder':
			// a publication that is named is asked about like any other
			if (request.slug !== undefined) break;
			return visitor.kind === 'nobodyYet' ? '/welcome' : null;
		case 'member':
			return visitor.kind === 'member' ? null : '/welcome';
	}
	const action = audience === 'holder' ? 'import' : audience;

	const { slug } = request;
	const publication = slug === undefined ? null : ((await findPublication(db, slug)) ?? null);
	if (isHidden(visitor, request, publication)) return 'forbidden';
	// who has a role in some publications alone is shown those in the list
	if (route === '/api/publications' && visitor.kind === 'member') return null;
	if (may(visitor, action, publication)) return null;
	return visitor.kind === 'nobodyYet' ? '/welcome' : 'forbidden';
}

function turnOfStranger(visitor: Visitor, route: string | null): Turn {
	if (visitor.kind === 'member') return '/';

	const right = visitor.kind === 'nobodyYet' ? '/welcome' : '/sign-in';
	const here = `/(auth)${right}`;
	return route === here || route?.startsWith(`${here}/`) ? null : right;
}

/** What a token of one publication is not good for looks the same whether it exists or not. */
function isHidden(visitor: Visitor, { slug }: AccessRequest, publication: Subject): boolean {
	return (
		visitor.kind === 'script' &&
		visitor.publicationId !== null &&
		slug !== undefined &&
		publication === null
	);
}
