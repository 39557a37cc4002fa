import type { ItemRole } from '#lib/item-roles.ts';

/** What a link outside items is there for. */
export type OtherRole = 'house' | 'footer';

/** How an item is presented: it decides, with its position, how many clickers are expected. */
export type ItemFormat = 'editorial' | 'lead' | 'brief';

export type ItemLink = {
	/** as in the document, entities decoded, what identifies a reader removed */
	url: string;
	/** where it leads, unwrapped as far as that can be done offline */
	target: string;
	/** the anchor's text, or an image's alternative text; empty when there is neither */
	text: string;
	/** only where it differs from its item's: a sponsor's link inside a story */
	role?: ItemRole;
};

export type Item = {
	title: string;
	role: ItemRole;
	format: ItemFormat;
	/** the item's own words, plain, at most 2,000 characters: for topics, and shown beneath the title */
	text: string;
	links: ItemLink[];
	/** who wrote it, where it says so; empty where nobody signs */
	authors: string[];
};

export type Section = {
	/** null where items stand under no heading */
	title: string | null;
	items: Item[];
};

export type OtherLink = { url: string; target: string; text: string; role: OtherRole };

/** An issue as an editor would read it: sections, items and links in reading order. */
export type IssueDocument = {
	title: string | null;
	/** 322 of "RnD Café #322" */
	number: number | null;
	/** local date of sending, YYYY-MM-DD, where the document, its subject or its file name says it */
	date: string | null;
	/** the author's own topics from front matter, for the whole issue */
	tags: string[];
	/** who wrote the whole, as front matter or markup names them */
	authors: string[];
	sections: Section[];
	otherLinks: OtherLink[];
};

/** The items of all sections, in reading order. */
export function itemsIn({ sections }: { sections: readonly Section[] }): Item[] {
	return sections.flatMap(({ items }) => items);
}

/** Every link, in reading order, those outside items last. */
export function linksIn(document: IssueDocument): (ItemLink | OtherLink)[] {
	return [...itemsIn(document).flatMap(({ links }) => links), ...document.otherLinks];
}

export type DocumentFormat = 'html' | 'eml' | 'markdown' | 'text' | 'org';

/** A document as it came: bytes are decoded by the reader, which knows about charsets in HTML and MIME. */
export type RawDocument = { name: string; bytes: Uint8Array };
