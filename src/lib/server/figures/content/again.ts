import { issueLabel } from '#lib/issue-label.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { derived, type Archive } from '../archive.ts';

/** An item of another issue that links to a page of this one. */
export type Again = {
	item: number;
	issueId: number;
	/** number of the issue, else its title */
	issue: string;
};

/** Finds the items of other issues that link to a page of this one, latest first. */
export function againOf(
	db: Db,
	publication: Publication,
	archive: Archive
): (id: number, issueId: number) => Again[] {
	const byPage = derived(db, publication, 'again', () => itemsByPage(archive));

	const openings = derived(
		db,
		publication,
		'openings',
		() => new Set(archive.items.flatMap(({ id, format }) => (format === 'editorial' ? id : [])))
	);

	return (id, issueId) => {
		if (openings.has(id)) return [];
		const others = new Map<number, Again>();
		for (const page of archive.pagesOfItem.get(id) ?? [])
			for (const one of byPage.get(page) ?? [])
				if (one.issueId !== issueId) others.set(one.item, one);
		return [...others.values()];
	};
}

/**
 * Only pages that several items link to; most have one. The opening of an issue announces what is in it, so it
 * never counts as the opening, or a story, of another issue.
 */
function itemsByPage({ issues, items, pagesOfItem }: Archive): ReadonlyMap<number, Again[]> {
	const names = new Map(issues.map((issue) => [issue.id, issueLabel(issue)]));
	const byPage = new Map<number, Again[]>();
	// items are in order of sending
	for (const { id: item, issueId, format } of items.toReversed()) {
		if (format === 'editorial') continue;
		for (const page of pagesOfItem.get(item) ?? []) {
			const one = { item, issueId, issue: names.get(issueId) ?? '' };
			const known = byPage.get(page);
			if (known) known.push(one);
			else byPage.set(page, [one]);
		}
	}
	return new Map([...byPage].filter(([, known]) => known.length > 1));
}
