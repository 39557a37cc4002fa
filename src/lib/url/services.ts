import { base64Inflated, base64Json, base64Text, json, percent } from './decode.ts';
import { parameter, type Link } from './link.ts';
import { destination, inParameter, inSegment, tail, type Wrapper } from './wrapper.ts';

/** Keys under which services put the destination into the JSON of a link, ours to try in this order. */
const KEYS = ['href', 'url', 'e', 'TargetUrl', 'target', 'u', 'l', 'p'];

/** Looks for a destination in the JSON of a link, and in JSON inside that (Mandrill). */
function inJson(object: Record<string, unknown> | null): string | null {
	for (const key of KEYS) {
		const value = object?.[key];
		if (typeof value !== 'string') continue;

		const target = destination(value) ?? (value.startsWith('{') ? inJson(json(value)) : null);
		if (target) return target;
	}
	return null;
}

const jsonSegment = (segment: string) => inJson(base64Json(percent(segment) ?? segment));
const urlSegment = (segment: string) => base64Text(segment);

/** Mailgun: a deflated query string, with the destination beside the recipient's address. */
function mailgun(segment: string): string | null {
	const query = base64Inflated(segment);
	return query && new URLSearchParams(query).get('l');
}

/** Postmark writes the destination without its scheme, which the code before it tells. */
function postmark({ path }: Link): string | null {
	const [code, rest] = path.split('/').filter(Boolean);
	const target = rest && percent(rest);
	return target ? destination(`${code?.endsWith('s') ? 'https' : 'http'}://${target}`) : null;
}

/** Buttondown: address, subscriber and destination, side by side or joined by pipes in base64. */
function buttondown({ path, query }: Link): string | null {
	const plainly = /^\/c\/[^/]+\/[^/]+\/(https?(?::|%3a).*)$/i.exec(path)?.[1];
	if (plainly) return destination(percent(query ? `${plainly}?${query}` : plainly));

	const joined = base64Text(path.split('/')[2] ?? '') ?? '';
	return destination(joined.split('|').find((part) => /^https?:/i.test(part)) ?? null);
}

/** Dynamics: JSON in a parameter, its destination escaped once more. */
function dynamics({ query }: Link): string | null {
	return inJson(json(percent(parameter(query, 'target') ?? '')));
}

/** The Newsletter Plugin of WordPress: ids, destination and signature, joined by semicolons. */
function wordpress({ query }: Link): string | null {
	const joined = base64Text(parameter(query, 'nltr') ?? '') ?? '';
	return destination(joined.split(';').find((part) => /^https?:/i.test(part)) ?? null);
}

/** What hosts are called that do nothing but count clicks and send people on. */
const COUNTING = '(?:click|link|lnk|track|redirect)(?:s|ing|er)?|url|trk|trck|ct';

const TRACKER = new RegExp(
	`^(?:[\\w-]+\\.)?(?:${COUNTING})\\d*\\.|(?:^|[.-])(?:clicks?|tracking|tracker|trk|redirect(?:s|or)?)\\d*[.-]`
);

/** Names that mail services' redirects go by, too: only there does any segment that holds an address count. */
const MAILER = new RegExp(
	`^(?:[\\w-]+\\.)?(?:${COUNTING}|urls|go|e|em|emails?|mail|mailing|news|newsletter|nl|info|t|r|m|c)\\d*\\.`
);

/** A page whose name says that it sends people on, with where it leads in a parameter. */
const REDIRECT =
	/(?:^|\/)(?:clicks?|clicked|clic|clk|cl|c|l|r|u|go|goto|out|exit|away|link|links|lnk|lt|track(?:ing)?|trk|tl|redir(?:ect|ection)?|url|count|ct|rd|jump|visit|stats?)(?:\.(?:php\d?|aspx?|html?|cgi|do|jsp|ashx))?\/?\?(?:[^#]*&)?[\w.[\]-]{1,24}=https?(?::|%(?:25)*3a)/i;

/** Pages that take a link to do something with it, and lead to none: to share, to sign in first, to translate. */
const TAKES_LINK =
	/(?:share|submit|intent|tweet|sign-?in|log-?in|oauth|auth\b|subscri|translat|embed|proxy|image|img|thumb|archive|cache|screenshot|preview|bookmark|save|post\b|unsub)/i;

/** Parameters under which the destination stands, ours to try in this order. */
const PARAMETERS = [
	'url u link l href target to dest destination redirect redirect_url redirect_to redirecturl',
	'redirect_uri target_url targeturl goto go out r d p q t link_url linkurl page lien adresse ziel'
].flatMap((names) => names.split(' '));

const inAnyParameter = inParameter(...PARAMETERS);

/** The destination that a tracker of no known service names in a parameter. */
function tracked(link: Link): string | null {
	const isTracker = TRACKER.test(link.host) || REDIRECT.test(tail(link));
	return isTracker && !TAKES_LINK.test(link.path) ? inAnyParameter(link) : null;
}

/** The same in base64, under whatever name. */
function encoded({ host, query }: Link): string | null {
	if (!MAILER.test(host)) return null;
	for (const pair of query.split('&')) {
		const target = destination(base64Text(pair.slice(pair.indexOf('=') + 1)));
		if (target) return target;
	}
	return null;
}

/** Services whose links say where they lead. What else they hold is the reader's, and is dropped. */
export const openServices: Wrapper[] = [
	{
		name: 'substack',
		host: /(?:^|\.)substack\.com$/,
		shape: /^\/redirect\/2\//,
		open: inSegment(3, jsonSegment)
	},
	{ name: 'mailgun', shape: /^\/c\/eJ[\w-]{20,}/, open: inSegment(2, mailgun) },
	{
		name: 'kit',
		host: /(?:^|\.)(?:convertkit-mail|kit-mail)\d*\.com$/,
		open: inSegment(-1, urlSegment)
	},
	{ name: 'mailjet', shape: /\/lnk\/.{1,600}\/aHR0c[\w%=-]+/, open: inSegment(-1, urlSegment) },
	{ name: 'customerio', shape: /^\/e\/c\/eyJ/, open: inSegment(3, jsonSegment) },
	{
		name: 'mandrill',
		host: /(?:^|\.)mandrillapp\.com$/,
		shape: /^\/track\/click/,
		open: ({ query }) => jsonSegment(parameter(query, 'p') ?? '')
	},
	{
		name: 'buttondown',
		host: /(?:^|\.)buttondown\.(?:com|email)$/,
		shape: /^\/c\//,
		open: buttondown
	},
	{ name: 'postmark', host: /^(?:click|track)\.pstmrk\.it$/, open: postmark },
	{ name: 'ses', shape: /^\/C?L0\/https?(?::|%)/i, open: inSegment(2, percent) },
	{
		name: 'keila',
		shape: /^\/[cr]\/https?%3a/i,
		open: inSegment(2, (segment) => new URLSearchParams(`l=${segment}`).get('l'))
	},
	{ name: 'sailthru', shape: /^\/click\/[\d.]+\/aHR0c/, open: inSegment(3, urlSegment) },
	{
		name: 'govdelivery',
		host: /^links(?:-\d+)?\.govdelivery\.com$/,
		shape: /^\/track/,
		open: ({ query }) => destination(/&(https?:\/\/[^]*)/i.exec(query)?.[1] ?? null)
	},
	{ name: 'govdelivery', host: /^lnks\.gd$/, shape: /^\/l\//, open: inSegment(2, jsonSegment) },
	{ name: 'dynamics', host: /\.dynamics\.com$/, shape: /[?&]target=%7b/i, open: dynamics },
	{ name: 'newsletter-plugin', shape: /[?&]nltr=/, open: wordpress },
	{ name: 'other', host: MAILER, shape: /\/aHR0c[\w%=-]{8,}/, open: anySegment(urlSegment) },
	{ name: 'other', host: MAILER, shape: /\/eyJ[\w.%=-]{20,}/, open: anySegment(jsonSegment) }
];

/** The first segment from the end that holds a destination. */
function anySegment(read: (segment: string) => string | null) {
	return ({ path }: Link) => {
		for (const segment of path.split('/').reverse()) {
			const target = segment.length > 8 ? destination(read(segment)) : null;
			if (target) return target;
		}
		return null;
	};
}

/** Web sites that send people on through a page of their own. */
export const redirects: Wrapper[] = [
	{
		name: 'google',
		host: /^(?:www\.)?google\.[a-z.]{2,6}$/,
		shape: /^\/url\/?(?=\?|$)/,
		open: inParameter('q', 'url')
	},
	{ name: 'facebook', host: /^lm?\.facebook\.com$/, open: inParameter('u') },
	{ name: 'instagram', host: /^l\.instagram\.com$/, open: inParameter('u') },
	{
		name: 'linkedin',
		host: /(?:^|\.)linkedin\.com$/,
		shape: /^\/(?:redir\/redirect|safety\/go)/,
		open: inParameter('url')
	},
	{
		name: 'youtube',
		host: /^(?:www\.)?youtube\.com$/,
		shape: /^\/redirect\/?(?=\?|$)/,
		open: inParameter('q')
	},
	{ name: 'slack', host: /^slack-redir\.net$/, open: inParameter('url') },
	{ name: 'reddit', host: /^out\.reddit\.com$/, open: inParameter('url') },
	{ name: 'vk', host: /^(?:m\.)?vk\.com$/, shape: /^\/away\.php/, open: inParameter('to') },
	{ name: 'duckduckgo', host: /^duckduckgo\.com$/, shape: /^\/l\//, open: inParameter('uddg') },
	{ name: 'href.li', host: /^href\.li$/, open: ({ query }) => destination(query) }
];

/**
 * Trackers of no known service. They have no host, so that a page of which nothing is read stays one.
 */
export const anyTrackers: Wrapper[] = [
	{ name: 'other', shape: /[?&][\w-]{1,24}=aHR0c[\w%=+-]{8,}/, open: encoded },
	{ name: 'other', shape: /[?&][\w.[\]-]{1,24}=https?(?::|%)/i, open: tracked }
];
