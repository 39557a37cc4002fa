import { nameKey } from '#lib/name-key.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { archiveOf, issuesIn } from '../archive.ts';
import type { Filters } from '../filters.ts';
import { clickersOf, editorialItems, groupAmounts } from './group-amounts.ts';
import { newest } from './items.ts';
import { estimateOf, leagueOf, unsaid } from './league.ts';
import { selectionOf } from './selection.ts';
import type { AuthorRow } from './rows.ts';

export type AuthorFigures = {
	/** those of most clickers first; none where the publication has fewer than two */
	authors: AuthorRow[];
	/** items of the period, and those of which it is known who wrote them */
	totals: { issues: number; items: number; signed: number };
	dataUpTo: number | null;
};

/** How authors did, with what they write about, where it stood and the issue taken out. */
export async function authorFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<AuthorFigures> {
	const archive = await archiveOf(db, publication);
	const issues = issuesIn(archive, filters, publication.zone);
	const league = leagueOf(archive, 'editorial');
	const within = selectionOf(archive, issues, 'authors');
	const items = editorialItems(archive, issues);
	const allClickers = clickersOf(items);

	const asked = filters.authors.map(nameKey);
	const authors = archive.authors.flatMap(({ key, name }, place): AuthorRow[] => {
		const own = items.filter(({ id }) => archive.authorsOfItem.get(id)?.includes(place));
		if (own.length === 0 || (asked.length > 0 && !asked.includes(key))) return [];
		return [
			{
				...estimateOf(within.estimate(place) ?? unsaid('noModel')),
				...groupAmounts(own, issues, league, allClickers),
				author: name
			}
		];
	});
	return {
		authors:
			archive.authors.length < 2
				? []
				: authors.sort((a, b) => b.clickers - a.clickers || (a.author < b.author ? -1 : 1)),
		totals: {
			issues: issues.length,
			items: items.length,
			signed: items.filter(({ id }) => archive.authorsOfItem.has(id)).length
		},
		dataUpTo: newest(issues)
	};
}
