import { percents } from '#lib/url/address.ts';
import { pageTitle } from '#lib/url/page-title.ts';
import { titleKey, keyWordCount } from './title.ts';

/** Fewer words may be in the addresses of several pages. */
const FEWEST = 4;

/** So many words of a title its address has where the rest is left out, or where it says more. */
const FEWEST_BEGUN = 5;

/**
 * Finds for stories of which no link says where it leads the pages that readers clicked, by their addresses:
 * `…/2026/why-the-harbour-closes` is the story with this title. A page that two titles fit, or of which a
 * part of the words differs, is of none.
 *
 * @returns indexes of titles, by page
 */
export function pagesByTitle(
	titles: readonly string[],
	pages: readonly string[]
): Map<string, number> {
	const keys = titles.map((title) => titleKey(title));
	const found = new Map<string, number>();
	for (const page of pages) {
		const fits = new Set(slugsOf(page).flatMap((words) => titled(keys, words)));
		if (fits.size === 1) found.set(page, [...fits][0]!);
	}
	return found;
}

function titled(keys: readonly string[], words: string): number[] {
	if (keyWordCount(words) < FEWEST) return [];
	const equal = placesOf(keys, (key) => key === words);
	if (equal.length || keyWordCount(words) < FEWEST_BEGUN) return equal;
	const begun = placesOf(keys, (key) => key.startsWith(`${words} `));
	if (begun.length) return begun;
	return placesOf(keys, (key) => keyWordCount(key) >= FEWEST_BEGUN && words.startsWith(`${key} `));
}

/** Words of an address that may be a title's, with and without the numbers of its article. */
function slugsOf(page: string): string[] {
	const inQuery = [...page.matchAll(/[?&][^=&#]*=([^&#]*)/g)].map(([, value]) => percents(value!));
	const slugs = [pageTitle(page), ...inQuery].map((slug) => titleKey(slug));
	return [...slugs, ...slugs.map((slug) => slug.replace(/^\d+ | \d+$/g, ''))];
}

function placesOf(keys: readonly string[], is: (key: string) => boolean): number[] {
	return keys.flatMap((key, i) => (is(key) ? [i] : []));
}
