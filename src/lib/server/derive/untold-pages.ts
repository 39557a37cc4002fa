import { pagesByTitle } from '#lib/join/pages-by-title.ts';
import { unwrap } from '#lib/url/unwrap.ts';
import type { ClickedUrl } from '../store/events/urls.ts';
import type { EditableReading } from './reading.ts';

// Letters saved from a mailbox have their service's links, and its exports the pages: no link of such a
// story says where it leads.

/**
 * A reading with the pages that were clicked in the items whose titles their addresses have: of items
 * without a link that says where it leads, and of all where no page that they link to was clicked.
 */
export function withPagesByTitle(
	reading: EditableReading,
	clicked: readonly ClickedUrl[]
): EditableReading {
	const { items, links } = reading;
	if (clicked.length === 0) return reading;
	const linked = new Set(links.flatMap(({ item, key }) => (item === null ? [] : [key])));
	const isAnyClicked = clicked.some(({ key }) => key !== null && linked.has(key));
	const told = new Set(
		isAnyClicked ? links.flatMap(({ item, url }) => (unwrap(url).resolved ? [item] : [])) : []
	);
	const untold = items.flatMap((_, i) => (told.has(i) ? [] : [i]));
	if (untold.length === 0) return reading;

	const known = new Set(links.map(({ key }) => key));
	const urls = new Map<string, string>();
	for (const { key, text } of clicked)
		if (key !== null && !known.has(key) && !urls.has(key)) urls.set(key, text);
	const titles = untold.map((item) => items[item]!.title);
	const found = [...pagesByTitle(titles, [...urls.keys()])].map(([key, i]) => {
		const item = untold[i]!;
		return { item, key, url: urls.get(key)!, text: '', role: items[item]!.role };
	});
	return { ...reading, links: [...links, ...found] };
}
