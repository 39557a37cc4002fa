import type { Cookies } from '@sveltejs/kit';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { pathTo } from '#lib/path-to.ts';

export type Cookie = {
	name: string;
	value: string;
	/** seconds */
	maxAge: number;
	/** where it is sent; everywhere by default */
	path?: string;
};

/** The cookies that an answer of better-auth sets. */
export function cookiesOf(headers: Headers): Cookie[] {
	return headers.getSetCookie().flatMap((header) =>
		[...parseSetCookieHeader(header)].map(([name, attributes]) => ({
			name,
			value: attributes.value,
			maxAge: toCookieOptions(attributes).maxAge ?? 0
		}))
	);
}

/** Sets them in the browser: out of reach of scripts and other sites, for https alone where it is used. */
export function keep(cookies: readonly Cookie[], jar: Cookies, url: URL) {
	for (const { name, value, maxAge, path = '/' } of cookies) {
		jar.set(name, value, {
			path: pathTo(path),
			httpOnly: true,
			sameSite: 'lax',
			secure: url.protocol === 'https:',
			maxAge
		});
	}
}

/** What a request shows under a name; empty where it shows nothing. */
export function cookieIn(headers: Headers, name: string): string {
	const pairs = (headers.get('cookie') ?? '').split(/;\s*/);
	return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}
