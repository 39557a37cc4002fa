/** Pages and their scripts are told in the first tag of the page, which the server writes. */
let prefix = typeof document === 'undefined' ? '' : (document.documentElement.dataset.prefix ?? '');

/** Says once, as a process begins, below which path of a site the program is: `/rubrique`; mostly none. */
export function serveBelow(path: string): void {
	prefix = path;
}

/**
 * Where something of ours is for a browser. Every link, form, redirect, cookie and request of our own
 * goes through it: a proxy may give us a path of a site that others share. Where ORIGIN is
 * https://example.org/rubrique, `/account` is `/rubrique/account`.
 *
 * @param path as if the program had the host to itself
 */
export function pathTo(path: string): string {
	return prefix + path;
}

/**
 * What a browser's path is called among us: `pathTo` turned round. What the server is asked has lost
 * its prefix before pages are made, and stays as it is.
 */
export function pathWithin(path: string): string {
	return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}
