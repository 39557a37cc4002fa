import { ownPath } from '../own-path.ts';

/**
 * Where somebody wanted to go before they were led to the form of sign-in: a path of ours, or the first page.
 *
 * @example next(new URL('http://localhost/sign-in?next=//example.com')) // => '/'
 */
export function next({ searchParams }: URL): string {
	return ownPath(searchParams.get('next') ?? '/') ?? '/';
}
