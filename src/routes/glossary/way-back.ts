import type { Locale } from '#lib/locales.ts';
import { pageName } from '#lib/messages/page-name.ts';
import { pathWithin } from '#lib/path-to.ts';
import { ownPath } from '../own-path.ts';

/** Where somebody came from, with its filters, and what that page is called; null of what has no name. */
export type WayBack = { to: string; name: string | null };

type Asked = { url: URL; request: Pick<Request, 'headers'> };

/**
 * The page of ours that led here: as a search here has kept it, else as the browser says.
 *
 * @returns null where nobody knows
 */
export function wayBack({ url, request }: Asked, locale: Locale): WayBack | null {
	const kept = url.searchParams.get('from');
	const to = kept === null ? referrerOf(url, request) : ownPath(kept);
	if (to === null || to === '/' || /^\/glossary(?:$|[/?])/.test(to)) return null;
	const [path = ''] = to.split('?');
	return { to, name: pageName(path.replace(/^\/p\/[^/]+/, '/p/[publication]'), locale) };
}

function referrerOf(url: URL, { headers }: Asked['request']): string | null {
	const said = headers.get('referer');
	if (said === null || !URL.canParse(said)) return null;
	const { origin, pathname, search } = new URL(said);
	return origin === url.origin ? ownPath(pathWithin(pathname) + search) : null;
}
