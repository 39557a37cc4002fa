import { nameKey } from '#lib/name-key.ts';
import type { ArchiveIssue, ArchiveItem } from '../../store/rollups/archive.ts';
import { issuesIn, type Archive } from '../archive.ts';
import type { Filters } from '#lib/filters/filters.ts';

/** The filters that narrow items, besides the period. */
export type Narrowing = Pick<Filters, 'sections' | 'topics' | 'authors'>;

/** The editorial items to which a page is narrowed: its topics, sections and authors are about these. */
export type Chosen = {
	/** identifies the choice: equal for equal choices */
	name: string;
	issues: readonly ArchiveIssue[];
	items: ArchiveItem[];
	/** whether an item is in the chosen sections, topics and authors; null if none are chosen */
	isAsked: ((item: ArchiveItem) => boolean) | null;
	/** the section, topic or author of an item, of the kind that is filtered; below 0 for none */
	kindOf(item: ArchiveItem): number;
};

const nothing: Narrowing = { sections: [], topics: [], authors: [] };

/** Items of a period; `by` names the other filters that narrow them. */
export function chosenBy(
	archive: Archive,
	filters: Filters,
	zone: string,
	by: readonly (keyof Narrowing)[]
): Chosen {
	return chosenOf(archive, issuesIn(archive, filters, zone), filtersNamed(filters, by));
}

/** Keeps the filters with these names and clears the others. */
export function filtersNamed(filters: Filters, by: readonly (keyof Narrowing)[]): Narrowing {
	const narrowing = { ...nothing };
	if (by.includes('sections')) narrowing.sections = filters.sections;
	if (by.includes('topics')) narrowing.topics = filters.topics;
	if (by.includes('authors')) narrowing.authors = filters.authors;
	return narrowing;
}

/** Editorial items of some issues, narrowed to the chosen sections, topics and authors. */
export function chosenOf(
	archive: Archive,
	issues: readonly ArchiveIssue[],
	narrowing: Narrowing = nothing
): Chosen {
	const { sections, topics } = narrowing;
	const authors = narrowing.authors.map(nameKey);
	const isAsked =
		sections.length + topics.length + authors.length > 0 ? isSelected(archive, narrowing) : null;
	const ids = new Set(issues.map(({ id }) => id));
	const sorted = (some: number[]) => [...some].sort((a, b) => a - b);
	return {
		name: JSON.stringify([
			issues.map(({ id }) => id).join(','),
			sorted(sections),
			sorted(topics),
			authors.sort()
		]),
		issues,
		items: archive.items.filter(
			(item) => item.role === 'editorial' && ids.has(item.issueId) && (isAsked?.(item) ?? true)
		),
		isAsked,
		kindOf: ({ id, sectionId }) =>
			(sections.length
				? sectionId
				: (topics.length ? archive.topicsOfItem : archive.authorsOfItem).get(id)?.[0]) ?? -1
	};
}

/** The same choice in other issues. */
export function chosenIn(
	{ name, items, ...chosen }: Chosen,
	issues: readonly ArchiveIssue[]
): Chosen {
	const ids = new Set(issues.map(({ id }) => id));
	return {
		...chosen,
		name: JSON.stringify([name, issues.map(({ id }) => id).join(',')]),
		issues,
		items: items.filter(({ issueId }) => ids.has(issueId))
	};
}

/** Whether an item matches the chosen sections, topics and authors: one of each kind is enough. */
export function isSelected(
	archive: Archive,
	{ sections, topics, authors }: Narrowing
): (item: ArchiveItem) => boolean {
	const keys = authors.map(nameKey);
	const wrote = new Set(
		archive.authors.flatMap(({ key }, place) => (keys.includes(key) ? [place] : []))
	);
	return ({ id, sectionId }) =>
		(sections.length === 0 || (sectionId !== null && sections.includes(sectionId))) &&
		(topics.length === 0 ||
			(archive.topicsOfItem.get(id) ?? []).some((topic) => topics.includes(topic))) &&
		(keys.length === 0 ||
			(archive.authorsOfItem.get(id) ?? []).some((author) => wrote.has(author)));
}
