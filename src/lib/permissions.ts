// The one table of who may do what: the gate, forms, menus, the API's description, the help of the
// command line and the documentation are all derived from it.

/** What somebody with an account may be, in one publication or in all. */
export const personRoles = ['admin', 'editor', 'marketing', 'viewer'] as const;
export type PersonRole = (typeof personRoles)[number];

/** A role as it is given: `none` keeps somebody out. */
export const givenRoles = [...personRoles, 'none'] as const;
export type GivenRole = (typeof givenRoles)[number];

/** What can be wanted of a publication; without one, of the installation. */
export const actions = ['see', 'report', 'money', 'content', 'import', 'administer'] as const;
export type Action = (typeof actions)[number];

export const roleActions: Record<GivenRole, readonly Action[]> = {
	admin: actions,
	editor: ['see', 'report', 'money', 'content', 'import'],
	marketing: ['see', 'report', 'money', 'import'],
	viewer: ['see'],
	none: []
};

/** What a token is good for. One scope each: a leaked nightly upload shows nobody a figure. */
export const tokenScopes = ['import', 'read', 'admin'] as const;
export type TokenScope = (typeof tokenScopes)[number];

export const scopeActions: Record<TokenScope, readonly Action[]> = {
	import: ['import'],
	read: ['see'],
	admin: ['administer']
};

/**
 * Whom a route is for: those who may do something, or
 * - `anybody`: what it shows is decided where it is opened, or is no secret
 * - `stranger`: who is not signed in
 * - `known`: whoever has an account or a token, and before there are accounts anybody
 * - `holder`: whoever has an account or a token; whose row it is, is decided there
 * - `member`: whoever has an account
 */
export type AllowedTo = Action | 'anybody' | 'stranger' | 'known' | 'holder' | 'member';

/** For a route and all below it that have no row of their own. */
type RouteRule = { route: string; look: AllowedTo; change: AllowedTo };

const rule = (route: string, look: AllowedTo, change: AllowedTo): RouteRule => ({
	route,
	look,
	change
});

export const routeRules: readonly RouteRule[] = [
	rule('/', 'known', 'administer'),
	// what words mean is no secret, and shared pages use them
	rule('/glossary', 'anybody', 'anybody'),
	// in place of a page: it says what its reader may not open
	rule('/no-entry', 'member', 'member'),
	rule('/(auth)/sign-in', 'stranger', 'stranger'),
	rule('/(auth)/welcome', 'stranger', 'stranger'),
	rule('/(auth)/sign-out', 'anybody', 'anybody'),
	rule('/(auth)/password', 'anybody', 'anybody'),
	rule('/account', 'member', 'member'),
	// of whom a second step is required sees this alone until they have one
	rule('/account/second-step', 'member', 'member'),
	rule('/account/audit', 'administer', 'administer'),
	rule('/account/tokens', 'administer', 'administer'),
	rule('/s/[token]', 'anybody', 'anybody'),
	// each shows what of it the visitor may see, and restores what they administer
	rule('/publications', 'known', 'member'),
	rule('/p/new', 'administer', 'administer'),
	rule('/p/[publication]', 'see', 'administer'),
	rule('/p/[publication]/activity', 'import', 'import'),
	rule('/p/[publication]/alerts', 'see', 'report'),
	rule('/p/[publication]/annotations', 'see', 'report'),
	rule('/p/[publication]/drafts', 'see', 'content'),
	rule('/p/[publication]/imports', 'import', 'import'),
	rule('/p/[publication]/issues', 'see', 'content'),
	rule('/p/[publication]/issues/[issue]/edit', 'content', 'content'),
	rule('/p/[publication]/ledger', 'see', 'money'),
	// what it draws is what a page already has
	rule('/p/[publication]/pictures', 'see', 'see'),
	rule('/p/[publication]/privacy', 'see', 'administer'),
	rule('/p/[publication]/reports', 'see', 'report'),
	rule('/p/[publication]/rules', 'see', 'content'),
	rule('/p/[publication]/sections', 'see', 'content'),
	rule('/p/[publication]/settings', 'administer', 'administer'),
	rule('/p/[publication]/shares', 'see', 'report'),
	rule('/p/[publication]/topics', 'see', 'content'),
	rule('/p/[publication]/topics/proposals', 'content', 'content'),
	rule('/p/[publication]/verdicts', 'see', 'content'),
	// for themselves anybody who may look; for everybody, who may report
	rule('/p/[publication]/views', 'see', 'see'),
	rule('/api/openapi.json', 'anybody', 'administer'),
	rule('/api/reference', 'anybody', 'administer'),
	rule('/api/audit', 'administer', 'administer'),
	rule('/api/people', 'administer', 'administer'),
	rule('/api/tokens', 'administer', 'administer'),
	rule('/api/imports', 'import', 'import'),
	rule('/api/imports/[import]', 'holder', 'holder'),
	rule('/api/publications', 'see', 'administer'),
	// what names a script's own files give is its to say, and what happened on a day
	rule('/api/publications/[publication]/annotations', 'see', 'import'),
	rule('/api/publications/[publication]/names', 'see', 'import'),
	rule('/api/publications/[publication]/proposals', 'see', 'import')
];

/** Longest first, so that the most particular row of a route is met before those above it. */
const particularFirst = [...routeRules].sort((a, b) => b.route.length - a.route.length);

/**
 * Whom a route is for.
 *
 * @param route its id, `/p/[publication]/topics`
 * @example allowedTo('/p/[publication]/ledger/names', 'POST') // => 'money'
 */
export function allowedTo(route: string, method: string): AllowedTo {
	const match = particularFirst.find(
		(one) => one.route === route || route.startsWith(one.route === '/' ? '//' : `${one.route}/`)
	);
	// a route that nobody thought of is open to nobody but who may do everything
	if (!match) return 'administer';
	return isLooking(method) ? match.look : match.change;
}

function isLooking(method: string): boolean {
	return method === 'GET' || method === 'HEAD';
}
