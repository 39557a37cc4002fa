import {
	dissolve,
	makeHeading,
	makeStory,
	mergeInto,
	putTogether,
	setRole,
	takenApart,
	type Pieces,
	type ReadItem,
	type EditableReading,
	type ReadLink,
	type Whole
} from './reading.ts';
import { sectionKey } from './section-key.ts';
import type { TemplateRule } from './template-rule.ts';

/** An item as it was when it was corrected: a later reading has it under other ids. */
export type ItemAt = {
	title: string;
	/** the page that it leads to first */
	page: string | null;
	slot: number | null;
};

/** What an editor changes in how one issue reads. */
export type ReadingChange =
	| { kind: 'title'; item: ItemAt; title: string }
	/** who wrote it; nobody, where the list is empty */
	| { kind: 'authors'; item: ItemAt; authors: string[] }
	/** `footer`: it is no item at all */
	| { kind: 'role'; item: ItemAt; role: ReadItem['role'] | 'footer' }
	/** it is the heading of those below it */
	| { kind: 'heading'; item: ItemAt }
	/** the heading is the title of one item, to which all belongs that stands under it */
	| { kind: 'story'; from: string }
	/** another name for all that stands under a heading */
	| { kind: 'section'; from: string | null; to: string | null }
	| { kind: 'move'; item: ItemAt; section: string | null }
	| { kind: 'merge'; item: ItemAt; into: ItemAt }
	/** a link becomes an item of its own */
	| { kind: 'split'; item: ItemAt; page: string; title: string }
	/** to another item, or with null out of all of them */
	| { kind: 'link'; item: ItemAt; page: string; into: ItemAt | null };

/** A step in the work on one issue: a change of how it reads, or what went with it. */
export type Step =
	| ReadingChange
	/** what an item is about; null where nobody had said so */
	| { kind: 'topics'; item: ItemAt; before: number[] | null; after: number[] }
	/** a change made a rule, and the rules whose place it took */
	| { kind: 'rule'; rule: TemplateRule; replaced: TemplateRule[] };

/** A reading with an editor's changes, in their order; what a change spoke of and is gone is passed over. */
export function applyCorrections(
	reading: EditableReading,
	steps: readonly Step[]
): EditableReading {
	const changes = steps.filter(isChange);
	if (changes.length === 0) return reading;
	const pieces = takenApart(reading);
	for (const change of changes) applyOne(pieces, change);
	return putTogether(pieces);
}

/** Whether a step is of how the issue reads. */
export function isChange(step: Step): step is ReadingChange {
	return step.kind !== 'topics' && step.kind !== 'rule';
}

function applyOne(pieces: Pieces, change: ReadingChange) {
	const { items, others } = pieces;
	if (change.kind === 'section') {
		const from = keyOf(change.from);
		for (const item of items) if (keyOf(item.section) === from) item.section = change.to;
		return;
	}
	if (change.kind === 'story') {
		const from = keyOf(change.from);
		makeStory(pieces, (item) => keyOf(item.section) === from);
		return;
	}
	const item = matchingItem(items, change.item);
	if (!item) return;

	switch (change.kind) {
		case 'title':
			item.title = change.title;
			return;
		case 'authors':
			item.authors = change.authors;
			item.authorsSaid = true;
			return;
		case 'role':
			if (change.role === 'footer') dissolve(pieces, item);
			else setRole(item, change.role);
			return;
		case 'heading':
			makeHeading(pieces, item);
			return;
		case 'move':
			item.section = change.section;
			return;
		case 'merge': {
			const into = matchingItem(items, change.into);
			if (into && into !== item) mergeInto(pieces, item, into);
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
			const into = change.into && matchingItem(items, change.into);
			if (change.into && !into) return;
			const links = taken(item, change.page);
			if (into) into.links.push(...links);
			else others.push(...links.map((link) => ({ ...link, role: 'house' as const })));
		}
	}
}

/** The same heading may be typed otherwise in each issue, and is called as the latest has it. */
function keyOf(section: string | null): string | null {
	return section === null ? null : sectionKey(section);
}

/** Takes the links to a page out of an item. */
function taken(item: Whole, page: string): ReadLink[] {
	const links = item.links.filter(({ key }) => key === page);
	item.links = item.links.filter(({ key }) => key !== page);
	return links;
}

/** The item that is most like the one spoken of: the same page or title, the nearest slot. */
export function matchingItem<Item extends { title: string; links: readonly { key: string }[] }>(
	items: readonly Item[],
	{ title, page, slot }: ItemAt
): Item | undefined {
	const likeness = items.map((item, i) => {
		const samePage = page !== null && item.links.some(({ key }) => key === page);
		const score = (samePage ? 2 : 0) + (item.title === title ? 2 : 0);
		return { item, score, far: Math.abs(i + 1 - (slot ?? i + 1)) };
	});
	return likeness
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || a.far - b.far)[0]?.item;
}
