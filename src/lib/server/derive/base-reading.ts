import type { IssueDocument } from '#lib/issue/source/document.ts';
import { lookByKey, storyKey, type Trace } from '#lib/issue/template/trace.ts';
import { anchorOf } from '#lib/join/links-by-page.ts';
import { canonical } from '#lib/url/canonical.ts';
import { pageTitle } from '#lib/url/page-title.ts';
import type { ClickedUrl } from '../store/events/urls.ts';
import type { EditableReading, ReadLink } from './reading.ts';

/** How a document reads, by itself. @param trace what it says of its lines: how its items look */
export function readingOf(outline: IssueDocument, trace: Trace | null): EditableReading {
	const items: EditableReading['items'] = [];
	const links: ReadLink[] = [];
	const looks = trace ? lookByKey(trace) : new Map<string, string>();
	// where stories are signed one by one, whoever sends the whole did not write the others
	const bylines = outline.sections.some(({ items }) => items.some(({ authors }) => authors.length));
	const unsigned = bylines ? [] : outline.authors;

	for (const section of outline.sections) {
		const over = section.title === null ? null : (looks.get(storyKey(section.title)) ?? null);
		for (const { title, role, format, text, links: own, authors: byline } of section.items) {
			const authors = byline.length || role !== 'editorial' ? byline : unsigned;
			const item =
				items.push({
					section: section.title,
					position: items.length + 1,
					role,
					format,
					title,
					text,
					authors,
					authorsSaid: false,
					look: looks.get(storyKey(title)) ?? null,
					over
				}) - 1;
			for (const link of own) {
				const key = canonical(link.target);
				const anchor = anchorOf(link.target);
				if (key)
					links.push({
						item,
						key,
						anchor,
						url: link.url,
						text: link.text,
						role: link.role ?? role
					});
			}
		}
	}
	for (const { url, target, text, role } of outline.otherLinks) {
		const key = canonical(target);
		if (key) links.push({ item: null, key, anchor: anchorOf(target), url, text, role });
	}
	return { items, links };
}

/** Without a document one provisional item stands for each page that readers clicked. */
export function provisional(
	clicked: readonly ClickedUrl[],
	roles: ReadonlyMap<number, unknown>
): EditableReading {
	const items: EditableReading['items'] = [];
	const links: ReadLink[] = [];
	const met = new Set<number>();

	for (const { pageId, key, text } of clicked) {
		if (pageId === null || met.has(pageId) || roles.has(pageId)) continue;
		met.add(pageId);
		const title = pageTitle(key);
		const item =
			items.push({
				section: null,
				position: null,
				role: 'editorial',
				format: null,
				title,
				text: '',
				authors: [],
				authorsSaid: false
			}) - 1;
		links.push({ item, key, url: text, text: '', role: 'editorial' });
	}
	return { items, links };
}
