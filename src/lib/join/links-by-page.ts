import { linksIn, type IssueDocument } from '#lib/issue/source/document.ts';
import { canonical } from '#lib/url/canonical.ts';
import { asRead } from '#lib/url/link.ts';
import { unwrap } from '#lib/url/unwrap.ts';

// What clicks are counted under: a page, or a place of one where an issue's items are places of it.

/** The place of its page to which a link leads; empty where it names none, or where a script reads it. */
export function anchorOf(url: string): string {
	const [, fragment = ''] = /#(.*)$/s.exec(asRead(unwrap(url).target)) ?? [];
	if (/^(?:[!/]|:~:)/.test(fragment)) return '';
	return fragment.replace(/(?:[?&]|:~:).*$/s, '');
}

/** The key under which clicks on a place of a page are counted: the page's own where it has none. */
export function placeKey(page: string, anchor: string): string {
	return anchor === '' ? page : `${page}#${anchor}`;
}

/** The page of a key that is a place's; null for a page's own, also where a script reads its fragment. */
export function pageOfPlace(key: string): string | null {
	return /^([^#]*)#(?![!/])/.exec(key)?.[1] ?? null;
}

/** The key of each link: of pages of which places are told apart, the place's. */
export function keysByPlace(byPlace: ReadonlySet<string>) {
	return (url: string): string | null => {
		const page = canonical(url);
		return page !== null && byPlace.has(page) ? placeKey(page, anchorOf(url)) : page;
	};
}

/** The first link to each page, and the pages to which wrapped links are told to lead, by their keys. */
export function linksByPage(document: IssueDocument, keyOf: (url: string) => string | null) {
	const targets = new Map<string, string>();
	const wrapped = new Map<string, Set<string>>();
	for (const { url, target } of linksIn(document)) {
		const page = keyOf(target);
		if (page === null) continue;
		if (!targets.has(page)) targets.set(page, target);

		const written = canonical(url);
		if (written !== null && written !== canonical(target)) {
			wrapped.set(written, (wrapped.get(written) ?? new Set()).add(page));
		}
	}
	return { targets, wrapped };
}
