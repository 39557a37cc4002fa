import { base64Text, percent } from './decode.ts';
import { parameter, plain, type Link } from './link.ts';
import { destination, inParameter, inSegment, type Wrapper } from './wrapper.ts';

/** Run lengths in Proofpoint's third version: `A` stands for 2. */
const RUNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Second version: `-` stands for `%`, `_` for `/`. */
function proofpoint2({ query }: Link): string | null {
	const url = parameter(query, 'u');
	return url && destination(percent(plain(url.replace(/-/g, '%').replace(/_/g, '/'))));
}

/** Third version: each `*` is the next character of a list at the end, `**X` a run of them. */
function proofpoint3({ path, query }: Link): string | null {
	const whole = query ? `${path}?${query}` : path;
	const match = /^\/v3\/__(.+)__;([^!]{0,400})!/.exec(whole);
	if (!match) return null;

	const replaced = [...(base64Text(match[2] ?? '') ?? '')];
	let next = 0;
	const url = (match[1] ?? '').replace(/\*(?:\*([\w-]))?/g, (_star, run?: string) => {
		const length = run ? RUNS.indexOf(run) + 2 : 1;
		next += length;
		return replaced.slice(next - length, next).join('');
	});
	return destination(url);
}

/** What companies' mail gateways put around links that their people receive. */
export const gateways: Wrapper[] = [
	{
		name: 'safelinks',
		host: /(?:^|\.)safelinks\.protection\.(?:outlook\.com|office365\.us)$|^statics\.teams\.cdn\.office\.net$/,
		shape: /[?&]url=/i,
		open: inParameter('url')
	},
	{
		name: 'proofpoint',
		host: /^urldefense\.(?:proofpoint\.com|com|us)$/,
		shape: /^\/v1\//,
		open: inParameter('u')
	},
	{
		name: 'proofpoint',
		host: /^urldefense\.(?:proofpoint\.com|com|us)$/,
		shape: /^\/v2\//,
		open: proofpoint2
	},
	{
		name: 'proofpoint',
		host: /^urldefense\.(?:proofpoint\.com|com|us)$/,
		shape: /^\/v3\//,
		open: proofpoint3
	},
	{ name: 'proofpoint', host: /^urldefense\.(?:proofpoint\.com|com|us)$/ },
	{
		name: 'trendmicro',
		host: /(?:^|\.)trendmicro\.com$/,
		shape: /\/clicktime\/|\/wis\//,
		open: inParameter('url')
	},
	{ name: 'barracuda', host: /^linkprotect\.cudasvc\.com$/, open: inParameter('a') },
	{
		name: 'fireeye',
		host: /^protect\d*\.fireeye\.com$|^url\d*\.fireeye\.com$/,
		open: inParameter('u')
	},
	{ name: 'symantec', host: /^clicktime\.symantec\.com$/, open: inParameter('u') },
	{
		name: 'sophos',
		host: /(?:^|\.)protection\.sophos\.com$/,
		open: ({ query }) => destination(base64Text(percent(parameter(query, 'u') ?? '') ?? ''))
	},
	{
		name: 'avanan',
		host: /^url\.avanan\.click$/,
		// in later versions the letters of the destination are moved: those stay closed
		open: ({ path, query }) =>
			destination(
				/^\/v\d+\/(?:\w+\/)?___(.+?)___\./.exec(query ? `${path}?${query}` : path)?.[1] ?? null
			)
	},
	{ name: 'checkpoint', host: /(?:^|\.)url-protection\.com$/, open: inParameter('o') },
	{ name: 'postoffice', host: /^clicktime\.cloud\.postoffice\.net$/, open: inParameter('U', 'u') },
	{ name: 'cisco', host: /^secure-web\.cisco\.com$/, open: inSegment(-1, percent) },
	{ name: 'mimecast', host: /(?:^|\.)(?:mimecast|mimecastprotect)\.com$/, shape: /^\/[rs]\// }
];
