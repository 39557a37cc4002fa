import { asRead } from './link.ts';
import { isArrival, isReader } from './parameters.ts';
import { unwrap } from './unwrap.ts';
import { withoutReader } from './without-reader.ts';

/** Rises with every change of wrappers, parameters, places of pages or this file: stored pages are then derived anew. */
export const RULES_VERSION = 8;

/**
 * Reduces a link to the page it leads to, in the form under which clicks on the same page are counted
 * together. It is a key, not an address to open: the scheme is always https.
 *
 * Null for what is no page: `mailto:`, merge tags, and links of which each reader has one of their own.
 *
 * @example canonical('http://www.Example.org/a/?utm_source=x&b=2&a=1#top')
 * // => 'https://example.org/a?a=1&b=2'
 */
export function canonical(url: string): string | null {
	let page = pageOf(url);
	// what is left may in turn read as a link to another page, or as one of a reader's own
	for (let before: string | null = null; page !== null && page !== before;) {
		before = page;
		page = pageOf(page);
	}
	return page;
}

function pageOf(url: string): string | null {
	const written = asRead(url);
	if (!URL.canParse(written)) return null;
	// dots and escapes are settled first: they could hide a wrapper
	const address = asRead(withoutReader(new URL(written).href));
	// what is a wrapper may show only without the reader's own part
	const { resolved, opaque } = unwrap(address);
	if (opaque || !/^https?:/i.test(address) || !URL.canParse(address)) return null;

	const { hostname, port, pathname, search, hash } = new URL(address);
	const host = hostname.replace(/\.$/, '').replace(/^(?:www\.)+(?=[^.]+\.)/, '');
	const authority = port && port !== '80' && port !== '443' ? `${host}:${port}` : host;
	const path = composed(pathname).replace(/(?<!\/)\/+$/, '');
	const query = composed(queryOf(search, host, resolved));
	// routes of applications that run in the browser: other fragments are places on the same page
	const route = /^#[!/]./.test(hash) ? hash : '';

	return samePage(`https://${authority}${path}${query}${route}`);
}

/** The parameters that tell pages apart, in one order; of a link that could not be read all that are not the reader's. */
function queryOf(search: string, host: string, resolved: boolean): string {
	const isKept = (pair: string) =>
		resolved
			? !isArrival(host, nameOf(pair)) && !isReader(host, nameOf(pair))
			: !pair.endsWith('=');
	const kept = search
		.slice(1)
		.split('&')
		.filter(isKept)
		.map((pair) => pair.replace(/\+/g, '%20').replace(/^([^=]*)=+$/, '$1'))
		.filter(Boolean)
		.sort((a, b) => compare(nameOf(a), nameOf(b)));
	return kept.length ? `?${kept.join('&')}` : '';
}

/** One page under two names that its own service gives out. */
function samePage(page: string): string {
	return page.replace(
		/^https:\/\/open\.substack\.com\/pub\/([\w-]+)(?=\/p\/)/,
		'https://$1.substack.com'
	);
}

/** Letters and their accents as one sign each: file systems and exports write `é` as `e` and its accent. */
function composed(text: string): string {
	if (!/%C[CD]%/.test(text)) return text;
	return text.replace(/[A-Za-z](?:%(?:CC|CD)%[89AB][\dA-F])+/g, (letter) =>
		encodeURIComponent(decodeURIComponent(letter).normalize('NFC'))
	);
}

function nameOf(pair: string): string {
	return pair.split('=', 1)[0] ?? '';
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
