import type { ItemDraft, LinkDraft } from '../store/content/items.ts';

/** A link before its page has an id. */
export type ReadLink = Omit<LinkDraft, 'pageId'> & {
	key: string;
	/** the place of the page to which it leads */
	anchor?: string;
};

export type ReadItem = Omit<ItemDraft, 'id' | 'sectionId'> & {
	section: string | null;
	/** what its title looks like, as other issues' titles may; null where that is not known */
	look?: string | null;
	/** what the heading it stands under looks like; null where that is not known */
	over?: string | null;
};

/** How an issue reads; a link's `item` is the index of its item. */
export type EditableReading = { items: ReadItem[]; links: ReadLink[] };

/** An item with its links, as it is moved about. */
export type Whole = ReadItem & { links: ReadLink[] };

/** A reading in pieces that can be changed, without touching the reading itself. */
export type Pieces = { items: Whole[]; others: ReadLink[] };

/** Takes a reading apart, so that its items can be changed. */
export function piecesOf({ items, links }: EditableReading): Pieces {
	const own = links.map((link) => ({ ...link }));
	return {
		items: items.map((item, i) => ({ ...item, links: own.filter((link) => link.item === i) })),
		others: own.filter(({ item }) => item === null)
	};
}

/** Puts a reading together again: positions count its items anew. */
export function putTogether({ items, others }: Pieces): EditableReading {
	return {
		items: items.map(({ links: _, ...item }, i) => ({
			...item,
			position: item.position === null ? null : i + 1
		})),
		links: [
			...items.flatMap(({ links }, item) => links.map((link) => ({ ...link, item }))),
			...others.map((link) => ({ ...link, item: null }))
		]
	};
}

/** Gives an item another role; a link that differs from its item goes on differing. */
export function setRole(item: Whole, role: ReadItem['role']) {
	for (const link of item.links) if (link.role === item.role) link.role = role;
	item.role = role;
}

/** Makes one item part of another. */
export function mergeInto({ items }: Pieces, item: Whole, into: Whole) {
	into.links.push(...item.links);
	into.text = [into.text, item.title, item.text].filter(Boolean).join(' ').slice(0, 2000);
	items.splice(items.indexOf(item), 1);
}

/**
 * Makes each page that an item leads to an item of its own, called as its link is; what stands for none
 * of them, "Briefly" above its links, goes. Links without words of their own stay with the page before.
 */
export function splitByPages({ items }: Pieces, item: Whole) {
	const pages: { key: string; title: string; links: ReadLink[] }[] = [];
	for (const link of item.links) {
		const known = pages.find(({ key }) => key === link.key);
		const title = link.text.trim();
		if (known) known.links.push(link);
		else if (title || pages.length === 0) pages.push({ key: link.key, title, links: [link] });
		else pages.at(-1)!.links.push(link);
	}
	if (pages.length < 2) return;
	const own = pages.map(({ title, links }, i) => ({
		...item,
		title: (title || item.title).slice(0, 300),
		text: i === 0 ? item.text : '',
		links
	}));
	items.splice(items.indexOf(item), 1, ...own);
}

/**
 * What was read as a heading is the title of one item, to which all belongs that stands under it. It
 * stands where the item above does.
 */
export function makeStory(pieces: Pieces, isUnder: (item: Whole) => boolean) {
	for (const first of [...pieces.items]) {
		const at = pieces.items.indexOf(first);
		if (at < 0 || first.section === null || !isUnder(first)) continue;
		const { section } = first;
		while (pieces.items[at + 1]?.section === section)
			mergeInto(pieces, pieces.items[at + 1]!, first);
		const text = [first.title, first.text].filter(Boolean).join(' ').slice(0, 2000);
		const above = pieces.items[at - 1];
		Object.assign(first, { title: section, text, section: above?.section ?? null });
		Object.assign(first, { look: first.over ?? null, over: above?.over ?? null });
	}
}

/** What was read as an item is none: its links are of the footer. */
export function dissolve({ items, others }: Pieces, item: Whole) {
	others.push(...item.links.map((link) => ({ ...link, role: 'footer' as const })));
	items.splice(items.indexOf(item), 1);
}

/**
 * What was read as an item is the heading of those below it, as far as they stand with it. One that
 * leads somewhere itself is called by its link from then on, and stands first.
 */
export function makeHeading({ items }: Pieces, item: Whole) {
	const { title, section, look = null } = item;
	const at = items.indexOf(item);
	for (let i = at; i < items.length && items[i]!.section === section; i++)
		Object.assign(items[i]!, { section: title, over: look });

	const [first] = item.links;
	if (!first) items.splice(at, 1);
	else if (first.text) item.title = first.text.slice(0, 300);
}
