/**
 * Where somebody wanted to go before they were led to the door: a path of ours, or the first page.
 *
 * @example next(new URL('http://localhost/sign-in?next=//example.com')) // => '/'
 */
export function next({ searchParams, origin }: URL): string {
	const wanted = new URL(searchParams.get('next') ?? '/', origin);
	return wanted.origin === origin ? wanted.pathname + wanted.search : '/';
}
