/** An address of more letters is not kept. */
const MOST = 2000;

const BASE = new URL('http://here/p/x/');

/**
 * A page below a publication with what it is narrowed to, as views and links keep it: `topics/12?last=4`, or
 * nothing for the overview. Null for what leads anywhere else.
 *
 * @example pageBelow('../account') // => null
 */
export function pageBelow(path: string): string | null {
	if (path.length > MOST || !/^(?:[a-z][^?#]*)?(?:\?[^#]*)?$/.test(path)) return null;
	if (!URL.canParse(path, BASE)) return null;
	const { origin, pathname, search } = new URL(path, BASE);
	const isBelow = origin === BASE.origin && pathname.startsWith(BASE.pathname);
	return isBelow ? pathname.slice(BASE.pathname.length) + search : null;
}
