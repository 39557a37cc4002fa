/**
 * Where somebody wanted to go before they were led to the form of sign-in: a path of ours, or the first page.
 *
 * @example next(new URL('http://localhost/sign-in?next=//example.com')) // => '/'
 */
export function next({ searchParams }: URL): string {
	const asked = searchParams.get('next') ?? '/';
	const path = pathOf(asked);
	// read once more as a browser will: `/.//example.com` has become `//example.com` by now
	return path !== null && pathOf(path) === path ? path : '/';
}

/** No address of ours, so that none that somebody writes is taken for ours. */
const OURS = 'http://rubrique.invalid';

/** What comes after the host of a path of ours, as browsers read it; null for any other address. */
function pathOf(asked: string): string | null {
	// an encoded slash may be decoded by a proxy on the way
	if (!/^\/(?![/\\]|%2f|%5c)/i.test(asked) || !URL.canParse(asked, OURS)) return null;
	const { origin, pathname, search } = new URL(asked, OURS);
	return origin === OURS ? pathname + search : null;
}
