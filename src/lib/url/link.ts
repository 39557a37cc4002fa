/** A web address cut into its raw parts: nothing decoded, nothing normalised but the host's case. */
export type Link = {
	/** lower-case, without user, password and port */
	host: string;
	path: string;
	/** without its `?`; empty where there is none */
	query: string;
};

const PARTS = /^https?:\/{2,}([^/?#]*)([^?#]*)(?:\?([^#]*))?/i;
/** No link is longer, and a hostile one must not cost anything. */
const LONGEST = 16_384;
/** Browsers drop them too. */
const CONTROL = /[\0-\x1f\x7f]+/g;
const ENTITY = /&(?:amp|lt|gt|quot|apos|commat|period|percnt|#\d{1,7}|#x[\da-f]{1,6});/gi;
const NAMED: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	// with which an address is hidden from whoever looks for it
	commat: '@',
	period: '.',
	percnt: '%'
};

/** Cuts a web address with plain string work, which is ten times cheaper than `new URL`; null for anything else. */
export function linkOf(url: string): Link | null {
	const match = PARTS.exec(url);
	if (!match) return null;

	const authority = match[1] ?? '';
	const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
	return { host: host.toLowerCase(), path: match[2] ?? '', query: match[3] ?? '' };
}

/**
 * Undoes what HTML and mail do to an address: entities, however often (`&amp;amp;`), broken lines, blanks
 * around it. Only entities with their semicolon count: `&lt=3` is a parameter.
 */
export function plain(url: string): string {
	let text = url.slice(0, LONGEST).replace(CONTROL, '').trim();
	for (let before = ''; before !== text && text.includes(';');) {
		before = text;
		text = text.replace(ENTITY, entity);
	}
	// browsers take either slash before the query
	if (text.includes('\\')) text = text.replace(/^[^?#]*/, (path) => path.replace(/\\/g, '/'));

	return text.trim();
}

/** Escapes of signs that mean the same with and without (RFC 3986, 6.2.2.2). */
const UNRESERVED = /%(?:2[de]|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/i;

/**
 * A link as browsers read it, whatever it is escaped with (RFC 3986, 6.2.2): entities and escapes that
 * change nothing are undone, also those that come of doing so, and other escapes are in capitals.
 *
 * @example asRead('https://example.org/%7Eana?q=%c3%a9') // => 'https://example.org/~ana?q=%C3%A9'
 */
export function asRead(url: string): string {
	let text = plain(url);
	for (let before = ''; before !== text && text.includes('%');) {
		before = text;
		text = plain(unescaped(text));
	}
	return text;
}

function unescaped(text: string): string {
	return text.replace(/%[\da-f]{2}/gi, (escape) =>
		UNRESERVED.test(escape)
			? String.fromCharCode(parseInt(escape.slice(1), 16))
			: escape.toUpperCase()
	);
}

function entity(written: string): string {
	const name = written.slice(1, -1).toLowerCase();
	if (!name.startsWith('#')) return NAMED[name] ?? written;

	const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
	return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** The value of a query parameter as written, whatever the case of its name; null where it is not there. */
export function parameter(query: string, name: string): string | null {
	for (const pair of query.split('&')) {
		const cut = pair.indexOf('=');
		if (cut > 0 && pair.slice(0, cut).toLowerCase() === name) return pair.slice(cut + 1);
	}
	return null;
}
