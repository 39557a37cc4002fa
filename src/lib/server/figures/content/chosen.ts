import { nameKey } from '#lib/name-key.ts';
import type { ArchiveIssue, ArchiveItem } from '../../store/rollups/archive.ts';
import { issuesIn, type Archive } from '../archive.ts';
import type { Filters } from '#lib/filters/filters.ts';

/** What narrows items, beside the period. */
export type Narrowing = Pick<Filters, 'sections' | 'topics' | 'authors'>;

/** The editorial items that a page is narrowed to: what is shown of topics, sections and authors is of them. */
export type Chosen = {
	/** the same for the same choice */
	name: string;
	issues: readonly ArchiveIssue[];
	items: ArchiveItem[];
	/** whether an item is of the sections, topics and authors asked for; null where none are */
	isAsked: ((item: ArchiveItem) => boolean) | null;
	/** of which section, topic or author an item is, whichever was asked for; below 0 of none */
	kindOf(item: ArchiveItem): number;
};

const nothing: Narrowing = { sections: [], topics: [], authors: [] };

/** Items of a period; by which of the filters they are narrowed as well is for the page to say. */
export function chosenBy(
	archive: Archive,
	filters: Filters,
	zone: string,
	by: readonly (keyof Narrowing)[]
): Chosen {
	return chosenOf(archive, issuesIn(archive, filters, zone), filtersNamed(filters, by));
}

/** The filters of these names; nothing by the others. */
export function filtersNamed(filters: Filters, by: readonly (keyof Narrowing)[]): Narrowing {
	const narrowing = { ...nothing };
	if (by.includes('sections')) narrowing.sections = filters.sections;
	if (by.includes('topics')) narrowing.topics = filters.topics;
	if (by.includes('authors')) narrowing.authors = filters.authors;
	return narrowing;
}

/** Editorial items of some issues, and of these of the sections, topics and authors asked for. */
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

/** Whether an item is of the sections, topics and authors asked for, of any of each kind. */
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
