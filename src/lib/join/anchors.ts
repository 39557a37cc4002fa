import { itemsIn, type IssueDocument } from '#lib/issue/source/document.ts';
import { canonical } from '#lib/url/canonical.ts';
import { nameOfLink } from '../link-name.ts';
import { anchorOf, keysByPlace, linksByPage, pageOfPlace, placeKey } from './links-by-page.ts';
import { titleKey } from './title.ts';

// A digest on one page: its stories are places of it, and links to them differ by their fragment alone.

/**
 * The pages of an issue whose items lead to different places of them, where the clicks tell the places:
 * each link to them that readers clicked is one of the document's, fragment and all. Where an export
 * leaves fragments out, all items of a page share its clicks.
 *
 * @param clicked links that readers of the issue clicked, as stored
 */
export function pagesByPlace(
	document: IssueDocument,
	clicked: readonly string[]
): ReadonlySet<string> {
	const places = placesOf(document);
	if (places.size === 0) return new Set();
	const keyOf = keysByPlace(new Set(places.keys()));
	const { wrapped } = linksByPage(document, keyOf);
	const titled = pagesByTitle(document);
	const told = new Set<string>();
	const untold = new Set<string>();
	for (const url of clicked) {
		const name = nameOfLink(url);
		if (name !== null) {
			const page = titled.get(titleKey(name));
			if (page && places.has(page)) told.add(page);
			continue;
		}
		const sealed = wrapped.get(canonical(url) ?? '');
		// one that is told to lead to two places is told wrong once
		const [only] = sealed?.size === 1 ? sealed : [];
		const key = only ?? keyOf(url);
		const page = key === null ? null : (pageOfPlace(key) ?? key);
		const known = page === null ? undefined : places.get(page);
		if (!known) continue;
		if (!known.has(key!)) untold.add(page!);
		else if (key !== page) told.add(page!);
	}
	return new Set([...told].filter((page) => !untold.has(page)));
}

/** Pages to different places of which several items lead, with the keys of these places. */
function placesOf(document: IssueDocument): Map<string, Set<string>> {
	const places = new Map<string, Set<string>>();
	const owners = new Map<string, Set<number>>();
	itemsIn(document).forEach(({ links }, i) => {
		for (const { target } of links) {
			const page = canonical(target);
			if (page === null) continue;
			const key = placeKey(page, anchorOf(target));
			places.set(page, (places.get(page) ?? new Set()).add(key));
			owners.set(page, (owners.get(page) ?? new Set()).add(i));
		}
	});
	for (const [page, keys] of places)
		if (keys.size < 2 || owners.get(page)!.size < 2) places.delete(page);
	return places;
}

/** The page to which the item of each title alone leads, for exports that name links by what they say. */
function pagesByTitle(document: IssueDocument): Map<string, string | null> {
	const pages = new Map<string, string | null>();
	for (const { title, links } of itemsIn(document)) {
		const own = new Set(links.flatMap(({ target }) => canonical(target) ?? []));
		const [page] = own;
		const key = titleKey(title);
		pages.set(key, pages.has(key) || own.size !== 1 ? null : page!);
	}
	return pages;
}
