import { base64Text, percent } from './decode.ts';
import { plain } from './link.ts';
import { isReader, MAYBE_READER } from './parameters.ts';
import { unwrap } from './unwrap.ts';

const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const WEB = /^(https?:\/{2,})([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/is;

/** Path segments where what follows is the reader's own: nobody counts clicks on leaving by person. */
const LEAVING = String.raw`unsub(?:scribe)?|one-?click-?unsubscribe|opt-?out|(?:se-)?d(?:e|é|%C3%A9)s(?:abonner|abonnement|inscrire|inscription)`;
const LEAVE_PATH = new RegExp(`/(?:${LEAVING})(?=[/?#]|$)`, 'i');
const LEAVE_VALUE = new RegExp(`=(?:${LEAVING})$`, 'i');
/** A segment that no one wrote: an id, a hash, an address. */
const CODE = /\d|%40|[@=]/i;
/** listmonk: campaign, then subscriber */
const SUBSCRIPTION =
	/^(.*\/(?:subscription|campaign)\/[\da-f]{8}-[\da-f-]{27})\/[\da-f]{8}-[\da-f-]{27}/i;

/** What base64 of an address may look like: pages' own words are rarely of both cases and this long. */
const MAYBE_HIDDEN = /[/=.](?=[\w+-]*[a-z])(?=[\w+-]*[A-Z])[\w+-]{12,}(?:=|%3D)*(?=[/?&#.]|$)/;

const MAYBE_LEAVING =
	/unsub|opt-?out|d(?:e|é|%C3%A9)s(?:abonn|inscri)|\/subscription\/|\/campaign\//i;

/**
 * Takes from a link what identifies a reader (their part of a wrapper, secrets and addresses in
 * parameters), so that it can be stored. Wrappers that can be read are unwrapped on the way. Applied
 * again it changes nothing.
 *
 * @example withoutReader('https://example.org/a?id=7&mc_eid=f00') // => 'https://example.org/a?id=7'
 */
export function withoutReader(url: string): string {
	const text = plain(url);
	if (!/^https?:/i.test(text)) return text.replace(ADDRESS, '*');

	const shared = unwrap(text).shared.trim();
	// most links hold nothing of anybody: they leave here, as they came
	const maybe = MAYBE_READER.test(shared) || /@|%40/.test(shared) || MAYBE_LEAVING.test(shared);
	if (!maybe && !MAYBE_HIDDEN.test(shared)) return shared;
	return stripped(shared).trim();
}

function stripped(url: string): string {
	const [, scheme = '', authority = '', path = '', query = '', fragment = ''] = WEB.exec(url) ?? [];
	const host = authority.slice(authority.lastIndexOf('@') + 1);

	const leaving = LEAVE_PATH.exec(path);
	const pairs = query.slice(1).split('&').filter(Boolean);
	const left = pairs.filter((pair) => LEAVE_VALUE.test(pair));
	const kept = leaving || left.length ? left : pairs.filter((pair) => !isReaders(host, pair));

	return (
		scheme +
		host +
		(leaving ? leavingPath(path, leaving) : withoutAddresses(path.replace(SUBSCRIPTION, '$1'))) +
		(kept.length ? `?${kept.join('&')}` : '') +
		(isReaders(host, fragment.slice(1)) ? '' : fragment)
	);
}

function leavingPath(path: string, { 0: word, index }: RegExpExecArray): string {
	const end = index + word.length;
	const rest = path
		.slice(end)
		.split('/')
		.filter((part) => part.trim() !== '');
	return (
		path.slice(0, end) +
		rest
			.map((part) => (CODE.test(part.replace(/%(?!40)[\da-f]{2}/gi, '')) ? '' : `/${part}`))
			.join('')
	);
}

/** Segments that are an address, plainly or in base64, go. */
function withoutAddresses(path: string): string {
	return path
		.split('/')
		.filter((segment) => !holdsAddress(segment))
		.join('/');
}

function holdsAddress(text: string): boolean {
	const written = percent(text) ?? text;
	if (new RegExp(`^${ADDRESS.source}$`).test(written)) return true;
	return MAYBE_HIDDEN.test(`/${text}`) && (base64Text(text) ?? '').search(ADDRESS) >= 0;
}

function isReaders(host: string, pair: string): boolean {
	const name = pair.split('=', 1)[0] ?? '';
	if (isReader(host.toLowerCase().replace(/:\d*$/, ''), name)) return true;

	if (/@|%40/i.test(pair) && (percent(pair) ?? pair).search(ADDRESS) >= 0) return true;
	return holdsAddress(pair.slice(pair.indexOf('=') + 1));
}
