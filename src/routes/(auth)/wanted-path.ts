import { ownPath } from '../own-path.ts';

/**
 * Where somebody wanted to go before they were led to the form of sign-in: a path of ours, or the first page.
 *
 * @example wantedPath(new URL('http://localhost/sign-in?next=//example.com')) // => '/'
 */
export function wantedPath({ searchParams }: URL): string {
	return ownPath(searchParams.get('next') ?? '/') ?? '/';
}
