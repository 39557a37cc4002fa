import type { IssueDocument } from '#lib/issue/document.ts';
import { canonical } from '#lib/url/canonical.ts';
import { unwrap } from '#lib/url/unwrap.ts';
import { byPosition } from './by-position.ts';

/**
 * What an exported URL of a send is in the issue's document.
 * - `page`: a link of the document leads to the same page
 * - `text`: the document holds the same wrapped link, and its anchor or plain-text twin told the target
 * - `order`: the service numbers its links, and the numbers run along the document's pages one by one
 * - `unresolvable`: a wrapped link that nothing resolves; to be counted as such
 * - `none`: a page that the document does not link to
 */
export type Match =
	| { how: 'page' | 'text'; target: string; sure: 'certain' }
	| { how: 'order'; target: string; sure: 'likely' }
	| { how: 'unresolvable' | 'none' };

/**
 * Finds for each exported URL of one send the link of the issue's document that it is. Nothing is
 * guessed by likeness: a click on the wrong item is worse than one that waits in the inbox.
 *
 * @param urls as stored, without what identifies a reader
 */
export function matchPages(
	document: IssueDocument,
	urls: readonly { id: number; url: string }[]
): Map<number, Match> {
	const links = linksOf(document);
	const targets = new Map<string, string>();
	const wrapped = new Map<string, Set<string>>();
	for (const { url, target } of links) {
		const page = canonical(target);
		if (page === null) continue;
		if (!targets.has(page)) targets.set(page, target);

		const written = canonical(url);
		if (written !== null && written !== page) {
			wrapped.set(written, (wrapped.get(written) ?? new Set()).add(page));
		}
	}

	const matches = new Map<number, Match>();
	const left: { id: number; url: string }[] = [];
	for (const { id, url } of urls) {
		const page = canonical(url);
		const target = page === null ? undefined : targets.get(page);
		const told = page === null ? undefined : wrapped.get(page);
		// one wrapped link told to lead to two pages is told wrong once
		const [only] = told?.size === 1 ? told : [];

		if (only !== undefined) {
			matches.set(id, { how: 'text', target: targets.get(only) ?? only, sure: 'certain' });
		} else if (target !== undefined) matches.set(id, { how: 'page', target, sure: 'certain' });
		else if (unwrap(url).resolved) matches.set(id, { how: 'none' });
		else left.push({ id, url });
	}

	const placed = byPosition(left, [...targets.values()]);
	for (const { id } of left) {
		const target = placed.get(id);
		matches.set(id, target ? { how: 'order', target, sure: 'likely' } : { how: 'unresolvable' });
	}
	return matches;
}

/** Every link in reading order, those outside items last. */
function linksOf({ sections, otherLinks }: IssueDocument): { url: string; target: string }[] {
	const inItems = sections.flatMap(({ items }) => items.flatMap(({ links }) => links));
	return [...inItems, ...otherLinks];
}
