import { canonical } from '#lib/url/canonical.ts';

/** A parameter that most links have, and at least so many, says nothing of any page. */
const WORN = { least: 2, share: 0.5 };

/** From so many characters on a link may have been cut off where an export's columns end. */
const CUT = 200;

/**
 * Makes what finds the page of a document that an exported link leads to where its service writes links
 * otherwise than the document does: with parameters of its own on all of them, or without the document's;
 * in small letters; cut off at a length. Undefined where several pages or none can be meant.
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
	const byLetters = grouped(pages, (page) => without(page, left).toLowerCase());
	const links = [...targets].map(([page, url]) => ({ page, url: bare(url) }));

	return (url) => {
		const page = canonical(url);
		if (page === null) return undefined;
		const own = without(page, added);
		return (
			only(byPage.get(own)) ??
			only(byLetters.get(own.toLowerCase())) ??
			(url.length >= CUT ? whole(url) : undefined)
		);
	};

	/** What a link was that ends in the middle of an address, or of a parameter's name. */
	function whole(url: string): string | undefined {
		const named = canonical(url.replace(/[?&][^?&=#]*$/, ''));
		if (named !== null && targets.has(named)) return named;
		const start = bare(url);
		return only(new Set(links.flatMap((link) => (link.url.startsWith(start) ? [link.page] : []))));
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

/** Names of parameters that most of these pages have and none of the others: of different paths, since they tell articles apart on one. */
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
