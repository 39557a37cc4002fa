import { percent } from './decode.ts';
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
	if (!MAYBE_READER.test(shared) && !/@|%40/.test(shared) && !MAYBE_LEAVING.test(shared)) {
		return shared;
	}
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
		(leaving ? leavingPath(path, leaving) : path.replace(SUBSCRIPTION, '$1')) +
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

function isReaders(host: string, pair: string): boolean {
	const name = pair.split('=', 1)[0] ?? '';
	if (isReader(host.toLowerCase().replace(/:\d*$/, ''), name)) return true;

	return /@|%40/i.test(pair) && (percent(pair) ?? pair).search(ADDRESS) >= 0;
}
