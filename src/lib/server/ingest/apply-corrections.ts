import type { ItemDraft, LinkDraft } from '../store/items.ts';

/** A link before its page has an id. */
export type ReadLink = Omit<LinkDraft, 'pageId'> & { key: string };

type ReadItem = Omit<ItemDraft, 'id' | 'sectionId'> & { section: string | null };

/** How an issue reads; a link's `item` is the index of its item. */
export type Reading = { items: ReadItem[]; links: ReadLink[] };

/** An item as it was when it was corrected: a later reading has it under other ids. */
export type ItemAt = {
	title: string;
	/** the page that it leads to first */
	page: string | null;
	slot: number | null;
};

/** What an editor changes in how one issue reads. */
export type Change =
	| { kind: 'title'; item: ItemAt; title: string }
	| { kind: 'role'; item: ItemAt; role: ReadItem['role'] }
	/** another name for all that stands under a heading */
	| { kind: 'section'; from: string | null; to: string | null }
	| { kind: 'move'; item: ItemAt; section: string | null }
	| { kind: 'merge'; item: ItemAt; into: ItemAt }
	/** a link becomes an item of its own */
	| { kind: 'split'; item: ItemAt; page: string; title: string }
	/** to another item, or with null out of all of them */
	| { kind: 'link'; item: ItemAt; page: string; into: ItemAt | null };

type Whole = ReadItem & { links: ReadLink[] };

/** A reading with an editor's changes, in their order; what a change spoke of and is gone is passed over. */
export function applyCorrections(reading: Reading, changes: readonly Change[]): Reading {
	if (changes.length === 0) return reading;
	const items: Whole[] = reading.items.map((item, i) => ({
		...item,
		links: reading.links.filter((link) => link.item === i)
	}));
	const others = reading.links.filter(({ item }) => item === null);
	for (const change of changes) applyOne(items, others, change);

	return {
		items: items.map(({ links: _, ...item }, i) => ({
			...item,
			slot: item.slot === null ? null : i + 1
		})),
		links: [
			...items.flatMap(({ links }, item) => links.map((link) => ({ ...link, item }))),
			...others.map((link) => ({ ...link, item: null }))
		]
	};
}

function applyOne(items: Whole[], others: ReadLink[], change: Change) {
	if (change.kind === 'section') {
		for (const item of items) if (item.section === change.from) item.section = change.to;
		return;
	}
	const item = found(items, change.item);
	if (!item) return;

	switch (change.kind) {
		case 'title':
			item.title = change.title;
			return;
		case 'role':
			// a link that differs from its item goes on differing
			for (const link of item.links) if (link.role === item.role) link.role = change.role;
			item.role = change.role;
			return;
		case 'move':
			item.section = change.section;
			return;
		case 'merge': {
			const into = found(items, change.into);
			if (!into || into === item) return;
			into.links.push(...item.links);
			into.text = [into.text, item.title, item.text].filter(Boolean).join(' ').slice(0, 2000);
			items.splice(items.indexOf(item), 1);
			return;
		}
		case 'split': {
			const links = taken(item, change.page);
			if (links.length === 0) return;
			const own = { ...item, title: change.title, text: '', links };
			items.splice(items.indexOf(item) + 1, 0, own);
			return;
		}
		case 'link': {
			const into = change.into && found(items, change.into);
			if (change.into && !into) return;
			const links = taken(item, change.page);
			if (into) into.links.push(...links);
			else others.push(...links.map((link) => ({ ...link, role: 'house' as const })));
		}
	}
}

/** Takes the links to a page out of an item. */
function taken(item: Whole, page: string): ReadLink[] {
	const links = item.links.filter(({ key }) => key === page);
	item.links = item.links.filter(({ key }) => key !== page);
	return links;
}

/** The item that is most like the one spoken of: the same page or title, the nearest slot. */
function found(items: readonly Whole[], { title, page, slot }: ItemAt): Whole | undefined {
	const likeness = items.map((item, i) => {
		const samePage = page !== null && item.links.some(({ key }) => key === page);
		const score = (samePage ? 2 : 0) + (item.title === title ? 2 : 0);
		return { item, score, far: Math.abs(i + 1 - (slot ?? i + 1)) };
	});
	return likeness
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || a.far - b.far)[0]?.item;
}
