/** No address of ours, so that none that somebody writes is taken for ours. */
const OURS = 'http://rubrique.invalid';

/**
 * What comes after the host of a path of ours, as browsers read it; null for any other address.
 *
 * @example ownPath('//example.com') // => null
 */
export function ownPath(asked: string): string | null {
	const path = pathOf(asked);
	// read once more as a browser will: `/.//example.com` has become `//example.com` by now
	return path !== null && pathOf(path) === path ? path : null;
}

function pathOf(asked: string): string | null {
	// an encoded slash may be decoded by a proxy on the way
	if (!/^\/(?![/\\]|%2f|%5c)/i.test(asked) || !URL.canParse(asked, OURS)) return null;
	const { origin, pathname, search } = new URL(asked, OURS);
	return origin === OURS ? pathname + search : null;
}
