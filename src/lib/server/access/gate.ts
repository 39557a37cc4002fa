import { findPublication } from '../store/publications.ts';
import type { Db } from '../store/sql/open.ts';
import { may } from './may.ts';
import type { Action, Subject, Visitor } from './may.ts';

/** A request as the gate sees it. */
export type AccessRequest = {
	/** the route's id, `/p/[publication]/topics`; null where there is none */
	route: string | null;
	method: string;
	/** the publication that the path names */
	slug: string | undefined;
};

/** Where to send somebody first: to the forms of the door, or away; null lets them pass. */
export type Turn = '/welcome' | '/sign-in' | '/' | 'forbidden' | null;

const saidByScripts = [
	'/api/publications/[publication]/names',
	'/api/publications/[publication]/annotations'
];

function isLooking(method: string): boolean {
	return method === 'GET' || method === 'HEAD';
}

/** What a route is for. Looking is the rule, so that a new page is not open for writing. */
export function actionOf({ route, method }: AccessRequest): Action {
	if (route?.startsWith('/p/new')) return 'administer';
	if (route?.startsWith('/p/[publication]/settings')) return 'administer';
	if (route?.startsWith('/p/[publication]/imports')) return 'import';
	if (route?.startsWith('/p/[publication]/activity')) return 'import';
	if (route?.startsWith('/api/imports')) return 'import';
	// what names a script's own files give is its to say, and what happened on a day
	if (route && saidByScripts.includes(route) && !isLooking(method)) return 'import';
	return isLooking(method) ? 'see' : 'edit';
}

/** Decides about a request before any page is asked. */
export async function gate(db: Db, visitor: Visitor, wish: AccessRequest): Promise<Turn> {
	// it says what could be asked, and holds nothing
	if (wish.route === '/api/openapi.json') return null;
	// whoever has a link may try it: what it shows is decided where it is opened
	if (wish.route?.startsWith('/s/[token]')) return null;
	// a token is for programs
	if (visitor.kind === 'script' && !wish.route?.startsWith('/api/')) return 'forbidden';
	if (wish.route?.startsWith('/(door)')) return turnAtDoor(visitor, wish.route);
	if (visitor.kind === 'signedOut') return '/sign-in';
	// one's own account is anybody's who has one; what else it shows is decided there
	if (wish.route === '/account') return visitor.kind === 'member' ? null : '/welcome';
	// the first page only leads on to what may be seen; where there is no page there is no harm
	if (wish.route === '/' || wish.route === null) return null;
	// whose import it is, its own row says: what may be seen of it is decided there
	if (wish.route === '/api/imports/[import]' && wish.slug === undefined)
		return visitor.kind === 'nobodyYet' ? '/welcome' : null;

	const publication = wish.slug === undefined ? null : await findPublication(db, wish.slug);
	if (isHidden(visitor, wish, publication ?? null)) return 'forbidden';
	if (may(visitor, actionOf(wish), publication ?? null)) return null;
	return visitor.kind === 'nobodyYet' ? '/welcome' : 'forbidden';
}

function turnAtDoor(visitor: Visitor, route: string): Turn {
	if (route === '/(door)/sign-out') return null;
	if (visitor.kind === 'member') return '/';

	const right = visitor.kind === 'nobodyYet' ? '/welcome' : '/sign-in';
	return route === `/(door)${right}` ? null : right;
}

/** What a token of one publication is not good for looks the same whether it exists or not. */
function isHidden(visitor: Visitor, { slug }: AccessRequest, found: Subject): boolean {
	return (
		visitor.kind === 'script' &&
		visitor.publicationId !== null &&
		slug !== undefined &&
		found === null
	);
}
