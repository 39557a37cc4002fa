import { page } from '$app/state';
import { carried, changed } from '#lib/filters/address.ts';
import { pathTo } from '#lib/path-to.ts';
import { namedBy } from './touch.ts';

/**
 * Where a page of the publication is for a browser, narrowed as the page that is shown: every link inside
 * a publication goes through it, so that filters hold on the way, also over pages that have none. The page
 * of one topic, section or author is narrowed to it by itself. To say otherwise, a link has filters of its
 * own: they go before.
 *
 * @param path of the page below its publication, `/imports?import=3` or `/issues/5#item-7`
 */
export function onward(path: string): string {
	const [, pathname = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(path) ?? [];
	const own = new URLSearchParams(query);
	const named = namedBy(pathname, '');
	const kept = named
		? changed(page.url.searchParams, { [named.name]: null })
		: carried(page.url.searchParams);
	for (const [key, value] of new URLSearchParams(kept))
		if (!new URLSearchParams(query).has(key)) own.append(key, value);
	const asked = own.size ? `?${own}` : '';
	return pathTo(`/p/${page.params.publication}`) + pathname + asked + hash;
}
