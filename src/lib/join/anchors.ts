import { itemsIn, linksIn, type IssueDocument } from '#lib/issue/source/document.ts';
import { canonical } from '#lib/url/canonical.ts';
import { asRead } from '#lib/url/link.ts';
import { unwrap } from '#lib/url/unwrap.ts';
import { nameOfLink } from '../link-name.ts';
import { titleKey } from './title.ts';

// A digest on one page: its stories are places of it, and links to them differ by their fragment alone.

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
	const sealed = sealedLinks(document);
	const titled = placesByTitle(document);
	const told = new Set<string>();
	const untold = new Set<string>();
	for (const url of clicked) {
		const name = nameOfLink(url);
		const page = name === null ? canonical(url) : (titled.get(titleKey(name))?.page ?? null);
		if (name !== null) {
			if (page !== null && places.has(page)) told.add(page);
			continue;
		}
		const [written] = page === null ? [] : (sealed.get(page) ?? []);
		const place = written ?? { page, anchor: anchorOf(url) };
		const known = places.get(place.page ?? '');
		if (!known) continue;
		if (!known.has(place.anchor)) untold.add(place.page!);
		else if (place.anchor) told.add(place.page!);
	}
	return new Set([...told].filter((page) => !untold.has(page)));
}

/** Pages to different places of which several items lead, with these places. */
function placesOf(document: IssueDocument): Map<string, Set<string>> {
	const places = new Map<string, Set<string>>();
	const owners = new Map<string, Set<number>>();
	itemsIn(document).forEach(({ links }, i) => {
		for (const { target } of links) {
			const page = canonical(target);
			if (page === null) continue;
			places.set(page, (places.get(page) ?? new Set()).add(anchorOf(target)));
			owners.set(page, (owners.get(page) ?? new Set()).add(i));
		}
	});
	for (const [page, anchors] of places)
		if (anchors.size < 2 || owners.get(page)!.size < 2) places.delete(page);
	return places;
}

/** The place to which the item of each title alone leads, for exports that name links by what they say. */
function placesByTitle(document: IssueDocument): Map<string, { page: string } | null> {
	const places = new Map<string, { page: string } | null>();
	for (const { title, links } of itemsIn(document)) {
		const pages = new Set(links.flatMap(({ target }) => canonical(target) ?? []));
		const [page] = pages;
		const key = titleKey(title);
		places.set(key, places.has(key) || pages.size !== 1 ? null : { page: page! });
	}
	return places;
}

/** Links as their service wraps them, with the one place to which each is told to lead. */
function sealedLinks(document: IssueDocument) {
	const sealed = new Map<string, { page: string; anchor: string }[]>();
	for (const { url, target } of linksIn(document)) {
		const [written, page] = [canonical(url), canonical(target)];
		if (written === null || page === null || written === page) continue;
		const known = sealed.get(written) ?? [];
		const place = { page, anchor: anchorOf(target) };
		if (!known.some((one) => one.page === page && one.anchor === place.anchor)) known.push(place);
		sealed.set(written, known);
	}
	// one that is told to lead to two places is told wrong once
	return new Map([...sealed].filter(([, told]) => told.length === 1));
}
