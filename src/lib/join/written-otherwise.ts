import { canonical } from '#lib/url/canonical.ts';

/** A parameter that most links have, and at least so many, says nothing of any page. */
const WORN = { least: 2, share: 0.5 };

/** The end of a path that is a reader's own: letters among which are digits or capitals, or a UUID. */
const TOKEN =
	/\/((?=\w*[A-Za-z])(?=\w*[\dA-Z])\w{6,}|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/;

/** So many readers' links that differ by it alone are one link. */
const READERS = 3;

/** From so many characters on a link may have been cut off where an export's columns end. */
const CUT = 200;

/** "https://example.org/quays/re…": what an export puts where it shows no more of a link. */
const SHORTENED = /(?:\.{3}|…|%E2%80%A6)$/i;

/**
 * Makes what finds the page of a document that an exported link leads to where its service writes links
 * otherwise than the document does: with parameters of its own on all of them, or without the document's;
 * in small letters; escaped once more; shown shortened, or cut off at a length; with each reader's own code at its end.
 * Undefined where several pages or none can be meant.
 *
 * @param targets page → a link of the document to it
 * @param exported the exported links of the send
 */
export function writtenOtherwise(
	targets: ReadonlyMap<string, string>,
	exported: readonly string[]
): (url: string) => string | undefined {
	const pages = [...targets.keys()];
	const clicked = [...new Set(exported.flatMap((url) => canonical(url) ?? []))];
	const [added, left] = [wornBy(clicked, pages), wornBy(pages, clicked)];

	const byPage = grouped(pages, (page) => without(page, left));
	const byLetters = grouped(pages, (page) => inSmall(without(page, left)));
	const byReader = personal(
		pages,
		clicked.filter((page) => !targets.has(page))
	);
	const links = [...targets].map(([page, url]) => ({ page, url: bare(url) }));

	return (url) => {
		const page = canonical(url);
		if (page === null) return undefined;
		const own = without(page, added);
		const once = url.includes('%25') ? canonical(url.replace(/%25(?=[\dA-F]{2})/gi, '%')) : null;
		return (
			only(byPage.get(own)) ??
			only(byLetters.get(inSmall(own))) ??
			only(byPage.get(once === null ? '' : without(once, added))) ??
			byReader(own) ??
			cutOff(url)
		);
	};

	/** What a link was that an export shows the beginning of, or cut off. */
	function cutOff(url: string): string | undefined {
		const shown = url.replace(SHORTENED, '');
		if (shown !== url) return beginningOf(shown);
		return url.length >= CUT ? whole(url) : undefined;
	}

	function beginningOf(url: string): string | undefined {
		const start = bare(url);
		return only(new Set(links.flatMap((link) => (link.url.startsWith(start) ? [link.page] : []))));
	}

	/** What a link was that ends in the middle of an address, or of a parameter's name. */
	function whole(url: string): string | undefined {
		const named = canonical(url.replace(/[?&][^?&=#]*$/, ''));
		if (named !== null && targets.has(named)) return named;
		return beginningOf(url);
	}
}

/**
 * Makes what takes from pages that were clicked the parameters of their service, and what takes from pages
 * of letters those that the letters have on most links: either is on none of the others.
 */
export function withoutWorn(clicked: readonly string[], linked: readonly string[]) {
	const [added, left] = [wornBy(clicked, linked), wornBy(linked, clicked)];
	const taking = (names: ReadonlySet<string>) => (pages: Iterable<string>) =>
		new Set([...pages].map((page) => without(page, names)));
	return { ofClicked: taking(added), ofLinked: taking(left) };
}

/**
 * Names of parameters that most of these pages have and none of the others: of different paths, since they
 * tell articles apart on one.
 */
function wornBy(pages: readonly string[], others: readonly string[]): ReadonlySet<string> {
	const foreign = new Set(others.flatMap(namesIn));
	const paths = new Set<string>();
	const wearing = new Map<string, Set<string>>();
	for (const page of pages) {
		const [path = ''] = page.split('?', 1);
		paths.add(path);
		for (const name of namesIn(page))
			if (!foreign.has(name)) wearing.set(name, (wearing.get(name) ?? new Set()).add(path));
	}
	const most = Math.max(WORN.least, paths.size * WORN.share);
	return new Set([...wearing].flatMap(([name, { size }]) => (size >= most ? [name] : [])));
}

const QUERY = /\?([^#]*)/;

function namesIn(page: string): string[] {
	const query = QUERY.exec(page)?.[1];
	return query ? query.split('&').map((pair) => pair.split('=', 1)[0]!) : [];
}

function without(page: string, names: ReadonlySet<string>): string {
	if (names.size === 0) return page;
	return page.replace(QUERY, (_, query: string) => {
		const kept = query.split('&').filter((pair) => !names.has(pair.split('=', 1)[0]!));
		return kept.length ? `?${kept.join('&')}` : '';
	});
}

/** A page in small letters, its parameters in the order that they then have. */
function inSmall(page: string): string {
	return page
		.toLowerCase()
		.replace(QUERY, (_, query: string) => `?${query.split('&').sort().join('&')}`);
}

/**
 * Makes what finds the one page of a document of which every reader has a link of their own: it ends in a
 * code, and several that were clicked are the same but for a code of that length.
 */
function personal(pages: readonly string[], clicked: readonly string[]) {
	const ends = (page: string) => TOKEN.exec(page)?.[1]?.length ?? 0;
	const start = (page: string) => page.replace(TOKEN, `/${ends(page)}`);
	const known = grouped(pages.filter(ends), start);
	const own = grouped(clicked.filter(ends), start);
	return (page: string) => {
		if (!ends(page) || !/^https:\/\/[^/]+\/[^/]+\//.test(page)) return undefined;
		const key = start(page);
		return (own.get(key)?.size ?? 0) >= READERS ? only(known.get(key)) : undefined;
	};
}

/** A link as two exports may write it, but for how the host is reached. */
function bare(url: string): string {
	const written = URL.canParse(url) ? new URL(url).href : url;
	return written.replace(/^https?:\/\/(?:www\.)?/i, '');
}

function grouped(pages: readonly string[], keyOf: (page: string) => string) {
	const groups = new Map<string, Set<string>>();
	for (const page of pages)
		groups.set(keyOf(page), (groups.get(keyOf(page)) ?? new Set()).add(page));
	return groups;
}

function only(pages: ReadonlySet<string> | undefined): string | undefined {
	return pages?.size === 1 ? [...pages][0] : undefined;
}
