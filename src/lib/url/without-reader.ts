import { holdsAddress, percents, withoutAddresses } from './address.ts';
import { asRead, plain } from './link.ts';
import { isReader } from './parameters.ts';
import { unwrap } from './unwrap.ts';

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

/** What a link holds beside a host and plain words: only there can anybody be named. */
const MAYBE =
	/[?#;@&=%\\]|[^\0-\x7e]|[\w+-]{8}|unsub|opt-?out|d(?:e|é)s(?:abonn|inscri)|\/subscription\/|\/campaign\//i;
/** Signs with which an address is written, or escaped. */
const SIGN = /[@%&\\[(]|=[2-7][\dA-F]|[^\0-\x7e]|[\da-f]{12}/i;

/** Links within links: deeper ones go as a whole. */
const DEPTH = 4;

/**
 * Takes from a link what identifies a reader (their part of a wrapper, secrets, names and addresses in
 * the path and in parameters, also of links within the link), so that it can be stored. Wrappers that
 * can be read are unwrapped on the way. Applied again it changes nothing.
 *
 * @example withoutReader('https://example.org/a?id=7&mc_eid=f00') // => 'https://example.org/a?id=7'
 */
export function withoutReader(url: string): string {
	// an escape must not decide what is somebody's: browsers read `%2e` and `.` alike
	const clean = settled(url, 0);
	return clean === asRead(url) ? plain(url) : clean;
}

/** What is left may in turn read as another link, or as one of a reader's own. */
function settled(url: string, depth: number): string {
	let text = url;
	for (let before: string | null = null; before !== text;) {
		before = text;
		text = once(text, depth);
	}
	return text;
}

function once(url: string, depth: number): string {
	const text = asRead(url);
	if (!/^https?:/i.test(text)) return withoutAddresses(text, '*');

	const shared = unwrap(text).shared.trim();
	// most links hold nothing of anybody: they leave here, as they came
	return MAYBE.test(shared.slice(shared.indexOf('//') + 2))
		? stripped(shared, depth).trim()
		: shared;
}

function stripped(url: string, depth: number): string {
	const [, scheme = '', authority = '', path = '', query = '', fragment = ''] = WEB.exec(url) ?? [];
	const host = authority.slice(authority.lastIndexOf('@') + 1);
	const kept = (pair: string) => keptPair(host, pair, depth);

	const leaving = LEAVE_PATH.exec(path);
	const pairs = query.slice(1).split('&').filter(Boolean);
	const left = pairs.filter((pair) => LEAVE_VALUE.test(pair));
	const stay =
		leaving || left.length ? left.filter((pair) => !isHidden(pair)) : pairs.flatMap(kept);

	return (
		scheme +
		host +
		(leaving
			? leavingPath(path, leaving, kept)
			: cleanPath(path.replace(SUBSCRIPTION, '$1'), kept)) +
		(stay.length ? `?${stay.join('&')}` : '') +
		cleanFragment(fragment, kept)
	);
}

/** A place on the page, or a route with parameters of its own. */
function cleanFragment(fragment: string, kept: (pair: string) => string[]): string {
	if (!fragment) return '';
	const [route = '', ...queries] = fragment.slice(1).split('?');
	const head = route.split('&').flatMap(kept).join('&');
	const query = queries.flatMap((text) => text.split('&')).flatMap(kept);
	const clean = head + (query.length ? `?${query.join('&')}` : '');
	return clean || !queries.length === !route ? `#${clean}` : '';
}

function leavingPath(
	path: string,
	{ 0: word, index }: RegExpExecArray,
	kept: (pair: string) => string[]
): string {
	const end = index + word.length;
	const rest = path
		.slice(end)
		.split('/')
		.filter((part) => part.trim() !== '');
	return (
		cleanPath(path.slice(0, end), kept) +
		rest
			.map((part) =>
				CODE.test(part.replace(/%(?!40)[\da-f]{2}/gi, '')) || isHidden(part) ? '' : `/${part}`
			)
			.join('')
	);
}

/** Segments that hold an address go, and parameters within them that hold a person. */
function cleanPath(path: string, kept: (pair: string) => string[]): string {
	return path
		.split('/')
		.flatMap((segment) => {
			const [name = '', ...pairs] = segment.split(';');
			const stay = pairs.flatMap((pair) => (pair.includes('=') ? kept(pair) : [pair]));
			const clean = [name, ...stay].join(';');
			return isHidden(clean) ? [] : [nested(clean, 1) ?? clean];
		})
		.join('/');
}

/** A parameter, or what of it may stay: none where it holds a person, less where it holds a link that does. */
function keptPair(host: string, pair: string, depth: number): string[] {
	const cut = pair.indexOf('=');
	const name = percents(cut < 0 ? pair : pair.slice(0, cut));
	// the name alone is the mark of a wrapper that is read no further
	if (cut >= 0 && isReader(host.toLowerCase().replace(/:\d*$/, ''), name))
		return /^uid=$/i.test(pair) ? [pair] : [];

	const link = cut < 0 ? null : nested(pair.slice(cut + 1), depth + 1);
	const clean = link === null ? pair : pair.slice(0, cut + 1) + link;
	return isHidden(clean) ? [] : [clean];
}

/** A link within a link, without its reader; null for what is none. Its letters are escaped as before. */
function nested(value: string, depth: number): string | null {
	const escapes = /^https?(%(?:25)*3a|:)/i.exec(value)?.[1]?.length;
	if (!escapes) return null;
	if (depth > DEPTH) return '';

	let link = value;
	const rounds = escapes === 1 ? 0 : (escapes - 1) / 2;
	for (let round = 0; round < rounds; round++) link = percents(link);
	let clean = settled(link, depth);
	if (clean === asRead(link)) return value;
	for (let round = 0; round < rounds; round++) clean = encodeURIComponent(clean);
	return clean;
}

/** Whether a part holds an address: in signs, or in code of letters that no word mixes so. */
function isHidden(part: string): boolean {
	const isCode = /[\w+/-]{8}/.test(part) && /[a-z]/.test(part) && /[A-Z]/.test(part);
	return (isCode || SIGN.test(part)) && holdsAddress(part);
}
