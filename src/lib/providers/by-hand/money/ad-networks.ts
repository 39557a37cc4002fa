import { stemOf } from '#lib/file-name.ts';
import type { FileFacts } from '../../recogniser.ts';
import { plainHeader } from '../words/header-words.ts';

/** Ad networks, each by what its files are called, and by columns that no other has. */
const NETWORKS: readonly [channel: string, names: RegExp, columns: RegExp][] = [
	['facebook', /\bfacebook\b|\bmeta ads\b/, /\bfacebook\b/],
	['google', /\bgoogle ads\b|\badwords\b/, /\bgoogle ads\b/],
	['linkedin', /\blinked ?in\b/, /\blinked ?in\b/],
	[
		'tiktok',
		/\btik ?tok\b/,
		/^(?:cpc|ctr|clicks?|clics?|klicks?|clic|cliques) destination$|^[26] second video views$|\btik ?tok\b/
	],
	['reddit', /\breddit\b/, /\breddit\b|^subreddits?$|^upvotes?$/],
	[
		'twitter',
		/\btwitter\b|\bx ads\b/,
		/^(?:tweet|post|promoted tweet) engagements?$|^retweets?$|\btwitter\b/
	],
	[
		'pinterest',
		/\bpinterest\b/,
		/^(?:(?:paid|earned|total) )?(?:outbound )?pin clicks?$|\bpromoted pins?\b|\bpin promotion\b|^spend in account currency$|\bpinterest\b/
	],
	['snapchat', /\bsnap(?:chat)?(?: ads)?\b/, /\bswipe ?ups?\b|^ecpsu$|\bad squad\b|\bsnapchat\b/],
	['taboola', /\btaboola\b/, /^vctr$|^actual cpc$|\btaboola\b/],
	['outbrain', /\boutbrain\b/, /\boutbrain\b|^promoted links?$/],
	[
		'apple',
		/\bapple (?:search )?ads\b/,
		/^taps$|^avg cpt$|^average cpt$|^local spend$|\bapple (?:search )?ads\b/
	],
	[
		'bing',
		/\bbing\b|\bmicrosoft (?:ads|advertising)\b/,
		/^gregorian date$|\bbing\b|\bmicrosoft (?:ads|advertising)\b/
	]
];

/** The ad network that a file of spend comes from, by its name or its columns; undefined where neither says, or several do. */
export function adNetwork({ name, table }: FileFacts): string | undefined {
	const called = plainHeader(`${stemOf(name)} ${table.title ?? ''}`);
	const byName = NETWORKS.filter(([, names]) => names.test(called));
	const headers = table.header.map(plainHeader);
	const byColumns = NETWORKS.filter(([, , columns]) => headers.some((one) => columns.test(one)));
	const found = byColumns.length > 0 ? byColumns : byName;
	return found.length === 1 ? found[0]![0] : undefined;
}
