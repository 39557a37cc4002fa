import type { FilterName } from '#lib/filters/filters.ts';
import { itemRoles } from '#lib/item-roles.ts';
import { nameKey } from '#lib/name-key.ts';
import { m } from './compiled/messages.js';
import type { Formats } from './format.ts';

/** What a publication can be narrowed to. */
export type Choices = {
	sections: { id: number; name: string }[];
	topics: { id: number; name: string }[];
	/** those without items, which are called by their names where an address asks for them */
	empty: { sections: { id: number; name: string }[]; topics: { id: number; name: string }[] };
	authors: string[];
	/** where figures that can be narrowed to one are shown */
	channels?: readonly string[];
	/** the latest first */
	issues: { id: number; number: number | null; title: string; sentAt: number | null }[];
};

type Named = { id: number; name: string };

/** One of what may be chosen: as an address has it, and as people call it. */
export type Offer = { value: string | number; label: string };

const namedOffers = (choices: readonly Named[]) =>
	choices.map(({ id, name }): Offer => ({ value: id, label: name }));
const textOffers = (names: readonly string[]) =>
	names.map((name): Offer => ({ value: name, label: name }));

/** What may be chosen of each filter that has a list of it, in the order in which the lists are offered. */
const offers: { [Name in FilterName]?: (choices: Choices, formats: Formats) => Offer[] } = {
	section: ({ sections }) => namedOffers(sections),
	topic: ({ topics }) => namedOffers(topics),
	author: ({ authors }) => textOffers(authors),
	role: (_, { locale }) =>
		itemRoles.map((role) => ({ value: role, label: m[`role.${role}`]({}, { locale }) })),
	channel: ({ channels = [] }) => textOffers(channels),
	issue: (choices, formats) => namedOffers(issueNames(choices, formats))
};

/** The filters of which something may be chosen from a list. */
export const offered = Object.keys(offers) as FilterName[];

/** What may be chosen of a filter. */
export function offersOf(key: FilterName, choices: Choices, formats: Formats): Offer[] {
	return offers[key]?.(choices, formats) ?? [];
}

/** Those that no item has, which are not offered: an older address may ask for them. */
export function offersWithoutItems(key: FilterName, { empty }: Choices): Offer[] {
	if (key === 'section') return namedOffers(empty.sections);
	return key === 'topic' ? namedOffers(empty.topics) : [];
}

/** Whether two values of a filter are the same one: a name in whichever spelling. */
export function isSameValue(one: string | number, other: string | number): boolean {
	const isText = typeof one === 'string' && typeof other === 'string';
	return isText ? nameKey(one) === nameKey(other) : one === other;
}

/** Issues by their number where they have one, else by their title; with its day where another one is called the same. */
export function issueNames({ issues }: Choices, formats: Formats): Named[] {
	const nameOf = ({ number, title }: Choices['issues'][number]) =>
		number === null ? title : formats.issue(number);
	const names = issues.map(nameOf);
	const once = new Set<string>();
	const twice = new Set(names.filter((name) => once.size === once.add(name).size));
	return issues.map(({ id, sentAt }, i) => {
		const name = names[i]!;
		const isTold = sentAt === null || !twice.has(name);
		return { id, name: isTold ? name : `${name} (${formats.day(sentAt)})` };
	});
}
