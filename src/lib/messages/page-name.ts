import type { Locale } from '#lib/locales.ts';
import { words } from './words.ts';

/** Pages that are called otherwise than `nav.` and their path, by their route. */
const CALLED: Readonly<Record<string, string>> = {
	'/account/audit': 'audit',
	'/account/tokens': 'tokens',
	'/p/new': 'publications.new',
	'/p/[publication]': 'nav.overview',
	'/p/[publication]/issues/[issue]/edit': 'edit',
	'/p/[publication]/rules': 'rules',
	'/p/[publication]/settings': 'nav.publication',
	'/p/[publication]/shares': 'shares.nav',
	'/p/[publication]/topics/manage': 'manageTopics',
	'/p/[publication]/topics/proposals': 'manageTopics'
};

/** The parts of a publication that the navigation names. */
const NAMED =
	'activity alerts annotations audience authors channels drafts editorial imports issues items ledger next privacy reports sections sponsors topics verdicts'.split(
		' '
	);

/**
 * What a page is called, by its route; what lies below a page of the navigation is called as that one.
 *
 * @example pageName('/p/[publication]/issues/[issue]', 'en') // => 'Issues'
 * @returns null of what is no page
 */
export function pageName(route: string, locale: Locale): string | null {
	const [, part] = /^\/p\/\[publication\]\/([a-z]+)/.exec(route) ?? [];
	const above = part === undefined ? route : `/p/[publication]/${part}`;
	const key = CALLED[route] ?? CALLED[above];
	if (key !== undefined) return words(key, {}, locale);
	return part !== undefined && NAMED.includes(part) ? words(`nav.${part}`, {}, locale) : null;
}
