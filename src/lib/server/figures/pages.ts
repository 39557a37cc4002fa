import { issueLabel } from '#lib/issue-label.ts';
import { issuesOf } from '../store/content/issues.ts';
import { itemsOfIssue, linksOfIssue } from '../store/content/items.ts';
import type { Db } from '../store/sql/open.ts';
import { pagesWithoutPlace, placementsOf, rolesOfPages } from '../store/content/page-words.ts';
import type { Publication } from '../store/publications.ts';
import { pageKeys } from '../store/events/urls.ts';

/** A page that readers clicked but that has no place in its issue. */
export type LostPage = {
	pageId: number;
	page: string;
	clickers: number | null;
	clicks: number | null;
};

export type PageFigures = {
	/** newest issue first, most clicked page first */
	issues: {
		id: number;
		number: number | null;
		title: string;
		pages: LostPage[];
		items: { id: number; title: string }[];
		/** pages that its items link to */
		known: { id: number; page: string }[];
	}[];
	/** past answers, which can be taken back */
	said: {
		pages: { pageId: number; page: string; role: string; same: string | null }[];
		placements: { id: number; issue: string; page: string; item: string | null }[];
	};
};

/** More is too much for one sitting; answered pages make room for others. */
const mostPages = 200;

/** Pages without a place, with where they could belong, and past answers. */
export async function pageFigures(db: Db, { id }: Publication): Promise<PageFigures> {
	const issues = await issuesOf(db, id);
	const lost = await pagesWithoutPlace(db, id, mostPages);
	const roles = await rolesOfPages(db, id);
	const placements = await placementsOf(
		db,
		issues.map((issue) => issue.id)
	);

	const rows: PageFigures['issues'] = [];
	for (const issueId of new Set(lost.map((page) => page.issueId))) {
		const { number, title } = issues.find((issue) => issue.id === issueId)!;
		const links = (await linksOfIssue(db, issueId)).filter(({ itemId }) => itemId !== null);
		const keys = await pageKeys(db, [...new Set(links.map(({ pageId }) => pageId))]);
		rows.push({
			id: issueId,
			number,
			title,
			pages: lost
				.filter((page) => page.issueId === issueId)
				.map(({ pageId, page, clickers, clicks }) => ({ pageId, page, clickers, clicks })),
			items: (await itemsOfIssue(db, issueId)).map((item) => ({ id: item.id, title: item.title })),
			known: [...keys].map(([id, page]) => ({ id, page }))
		});
	}

	const keys = await pageKeys(
		db,
		roles.flatMap(({ pageId, samePageId }) => [pageId, ...(samePageId ? [samePageId] : [])])
	);
	const titles = new Map<number, string>();
	for (const issueId of new Set(placements.map((one) => one.issueId)))
		for (const item of await itemsOfIssue(db, issueId)) titles.set(item.id, item.title);

	return {
		issues: rows,
		said: {
			pages: roles.map(({ pageId, role, samePageId }) => ({
				pageId,
				page: keys.get(pageId) ?? '',
				role,
				same: samePageId === null ? null : (keys.get(samePageId) ?? '')
			})),
			placements: placements.map(({ id, issueId, page, item }) => {
				const { number, title } = issues.find((issue) => issue.id === issueId)!;
				const name = item === null ? null : (titles.get(item) ?? null);
				return { id, issue: issueLabel({ number, title }), page, item: name };
			})
		}
	};
}
