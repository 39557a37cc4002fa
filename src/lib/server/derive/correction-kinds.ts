import type { LinkRole } from '#lib/item-roles.ts';
import {
	dissolve,
	makeHeading,
	makeStory,
	mergeInto,
	setRole,
	type Pieces,
	type ReadLink,
	type Whole
} from './reading.ts';
import { sectionKey } from './section-key.ts';

/** An item as it was when it was corrected: a later reading has it under other ids. */
export type ItemAt = {
	title: string;
	/** the page that it leads to first */
	page: string | null;
	position: number | null;
};

/** A part of a correction: as a page asks for it, as it is kept, and as it is met in a reading. */
type Part<Asked, Kept = Asked, Met = Kept> = { asked: Asked; kept: Kept; met: Met };

/** What a correction can be made of. */
type Parts = {
	item: Part<number, ItemAt, Whole>;
	/** another item, or none of them */
	otherItem: Part<number | null, ItemAt | null, Whole | null>;
	/** a page that an item leads to, by its key */
	page: Part<number, string>;
	title: Part<string>;
	heading: Part<string>;
	/** null: none */
	section: Part<string | null>;
	role: Part<LinkRole>;
	/** nobody, where the list is empty */
	authors: Part<string[]>;
};

export type CorrectionPart = keyof Parts;
type As<Of extends Record<string, CorrectionPart>, Way extends 'asked' | 'kept' | 'met'> = {
	[Name in keyof Of]: Parts[Of[Name]][Way];
};

/** What a correction can say of an item, as its page shows it. */
export type SaidOfItem = {
	title: string;
	authors: readonly string[];
	role: LinkRole;
	section: string | null;
};

/** All there is to know of one kind of correction. */
type CorrectionRecord<Of extends Record<string, CorrectionPart>> = {
	/** the fields of its form, and what each is */
	parts: Of;
	/** sections may be called otherwise after it */
	namesSections?: true;
	/** what it says of its item, as pages show it: two people may say it of one item at once */
	sets?: keyof SaidOfItem;
	apply(pieces: Pieces, met: As<Of, 'met'>): void;
};

function kind<const Of extends Record<string, CorrectionPart>>(record: CorrectionRecord<Of>) {
	return record;
}

/**
 * What an editor can change in how one issue reads: how its form is read, what is kept of it and what
 * it does to a reading follow from its record.
 */
export const correctionKinds = {
	title: kind({
		parts: { item: 'item', title: 'title' },
		sets: 'title',
		apply: (_, { item, title }) => void (item.title = title)
	}),
	authors: kind({
		parts: { item: 'item', authors: 'authors' },
		sets: 'authors',
		apply: (_, { item, authors }) => void Object.assign(item, { authors, authorsSaid: true })
	}),
	/** `footer`: it is no item at all */
	role: kind({
		parts: { item: 'item', role: 'role' },
		sets: 'role',
		apply: (pieces, { item, role }) =>
			role === 'footer' ? dissolve(pieces, item) : setRole(item, role)
	}),
	/** it is the heading of those below it */
	heading: kind({
		parts: { item: 'item' },
		apply: (pieces, { item }) => makeHeading(pieces, item)
	}),
	/** the heading is the title of one item, to which all belongs that stands under it */
	story: kind({
		parts: { from: 'heading' },
		apply: (pieces, { from }) => makeStory(pieces, isUnder(from))
	}),
	/** another name for all that stands under a heading */
	section: kind({
		parts: { from: 'section', to: 'section' },
		namesSections: true,
		apply({ items }, { from, to }) {
			for (const item of items.filter(isUnder(from))) item.section = to;
		}
	}),
	move: kind({
		parts: { item: 'item', section: 'section' },
		namesSections: true,
		sets: 'section',
		apply: (_, { item, section }) => void (item.section = section)
	}),
	merge: kind({
		parts: { item: 'item', into: 'item' },
		apply(pieces, { item, into }) {
			if (into !== item) mergeInto(pieces, item, into);
		}
	}),
	/** a link becomes an item of its own */
	split: kind({
		parts: { item: 'item', page: 'page', title: 'title' },
		apply({ items }, { item, page, title }) {
			const links = taken(item, page);
			if (links.length === 0) return;
			items.splice(items.indexOf(item) + 1, 0, { ...item, title, text: '', links });
		}
	}),
	/** to another item, or with null out of all of them */
	link: kind({
		parts: { item: 'item', page: 'page', into: 'otherItem' },
		apply({ others }, { item, page, into }) {
			const links = taken(item, page);
			if (into) into.links.push(...links);
			else others.push(...links.map((link) => ({ ...link, role: 'house' as const })));
		}
	})
};

type Kinds = typeof correctionKinds;
export type CorrectionKind = keyof Kinds;

/** A change as a page asks for it, by the ids that items and pages have now. */
export type CorrectionRequest = {
	[Kind in CorrectionKind]: { kind: Kind } & As<Kinds[Kind]['parts'], 'asked'>;
}[CorrectionKind];

/** What an editor changes in how one issue reads, as it is kept. */
export type ReadingChange = {
	[Kind in CorrectionKind]: { kind: Kind } & As<Kinds[Kind]['parts'], 'kept'>;
}[CorrectionKind];

/** What is known of a kind, whichever it is. */
export function correctionKind(
	name: CorrectionKind
): CorrectionRecord<Record<string, CorrectionPart>> {
	return correctionKinds[name] as CorrectionRecord<Record<string, CorrectionPart>>;
}

/** The same heading may be typed otherwise in each issue, and is called as the latest has it. */
function isUnder(heading: string | null): (item: Pick<Whole, 'section'>) => boolean {
	const key = (section: string | null) => (section === null ? null : sectionKey(section));
	return ({ section }) => key(section) === key(heading);
}

/** Takes the links to a page out of an item. */
function taken(item: Whole, page: string): ReadLink[] {
	const links = item.links.filter(({ key }) => key === page);
	item.links = item.links.filter(({ key }) => key !== page);
	return links;
}
