import { itemsIn, linksIn, type IssueDocument } from '#lib/issue/source/document.ts';
import { canonical } from '#lib/url/canonical.ts';
import { unwrap } from '#lib/url/unwrap.ts';
import { nameOfLink } from '../link-name.ts';
import { keysByPlace, linksByPage } from './links-by-page.ts';
import { byPosition } from './by-position.ts';
import { titleKey } from './title.ts';
import { writtenOtherwise } from './written-otherwise.ts';

/**
 * What an exported URL of a send is in the issue's document.
 * - `page`: a link of the document leads to the same page
 * - `text`: the document holds the same wrapped link, and its anchor or plain-text part told the target;
 *   or one link of it has the words by which the export names it, or is the same but for how it is written
 * - `order`: the service numbers its links, and the numbers run along the document's pages one by one
 * - `unresolvable`: a wrapped link that nothing resolves; to be counted as such
 * - `none`: a page that the document does not link to
 */
export type Match =
	| { how: 'page' | 'text'; target: string; page: string; sure: 'certain' }
	| { how: 'order'; target: string; page: string; sure: 'likely' }
	| { how: 'unresolvable' | 'none' };

/**
 * Finds for each exported URL of one send the link of the issue's document that it is. Nothing is
 * guessed by likeness: a click on the wrong item is worse than one that waits in the inbox.
 *
 * @param urls as stored, without what identifies a reader
 * @param byPlace pages of which places are told apart, as `pagesByPlace` finds them
 */
export function matchPages(
	document: IssueDocument,
	urls: readonly { id: number; url: string }[],
	byPlace: ReadonlySet<string> = new Set()
): Map<number, Match> {
	const keyOf = keysByPlace(byPlace);
	const { targets, wrapped } = linksByPage(document, keyOf);
	const named = byWords(document, keyOf);
	const otherwise = writtenOtherwise(
		targets,
		urls.map(({ url }) => url)
	);
	const matches = new Map<number, Match>();
	const left: { id: number; url: string }[] = [];
	const found = (id: number, how: 'page' | 'text', page: string) =>
		matches.set(id, { how, target: targets.get(page) ?? page, page, sure: 'certain' });
	for (const { id, url } of urls) {
		const name = nameOfLink(url);
		if (name !== null) {
			const page = named(name);
			if (page !== undefined) found(id, 'text', page);
			else left.push({ id, url });
			continue;
		}
		const written = canonical(url);
		const page = keyOf(url);
		const unwrapped = written === null ? undefined : wrapped.get(written);
		// one wrapped link told to lead to two pages is told wrong once
		const [only] = unwrapped?.size === 1 ? unwrapped : [];

		if (only !== undefined) found(id, 'text', only);
		// which place of the page it is, the document tells
		else if (page !== null && targets.has(page))
			found(id, page === written ? 'page' : 'text', page);
		else if (!unwrap(url).resolved) left.push({ id, url });
		else {
			const alike = otherwise(url);
			if (alike !== undefined && targets.has(alike)) found(id, 'text', alike);
			else matches.set(id, { how: 'none' });
		}
	}

	const pages = new Map([...targets].map(([page, target]) => [target, page]));
	const placed = byPosition(left, [...targets.values()]);
	for (const { id } of left) {
		const target = placed.get(id);
		const page = pages.get(target ?? '');
		matches.set(
			id,
			target !== undefined && page !== undefined
				? { how: 'order', target, page, sure: 'likely' }
				: { how: 'unresolvable' }
		);
	}
	return matches;
}

/**
 * Finds the one page of a document whose links have these words, or that the item with this title alone
 * leads to; undefined for none or several.
 */
function byWords(
	document: IssueDocument,
	keyOf: (target: string) => string | null
): (name: string) => string | undefined {
	const pagesOf = (links: readonly { target: string }[]) =>
		new Set(links.flatMap(({ target }) => keyOf(target) ?? []));
	const items = itemsIn(document);
	const itemsOf = new Map<string, number>();
	for (const { links } of items)
		for (const page of pagesOf(links)) itemsOf.set(page, (itemsOf.get(page) ?? 0) + 1);

	const byText = new Map<string, Set<string>>();
	const byTitle = new Map<string, Set<string>>();
	for (const { text, target } of linksIn(document))
		for (const page of pagesOf([{ target }])) add(byText, text, page);
	for (const { title, links } of items)
		for (const page of pagesOf(links)) if (itemsOf.get(page) === 1) add(byTitle, title ?? '', page);

	return (name) => {
		const key = titleKey(name);
		const match = byText.get(key) ?? byTitle.get(key);
		return match?.size === 1 ? [...match][0] : undefined;
	};
}

function add(pages: Map<string, Set<string>>, words: string, page: string) {
	const key = titleKey(words);
	if (key !== '') pages.set(key, (pages.get(key) ?? new Set()).add(page));
}
