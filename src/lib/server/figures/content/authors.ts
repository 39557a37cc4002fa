import { nameKey } from '#lib/name-key.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import type { Archive } from '../archive.ts';
import { beside } from '../beside.ts';
import type { Compared } from '../comparison.ts';
import type { Filters } from '#lib/filters/filters.ts';
import type { KeyFigure } from '../key-figures.ts';
import type { Chosen } from './chosen.ts';
import { groupAmounts, knownClickers } from './group-amounts.ts';
import { groupFigures } from './group-figures.ts';
import type { ItemKeys } from './item-keys.ts';
import { newest } from './items.ts';
import { apartFromTopics, estimateWith, leagueOf } from './league.ts';
import { selectionOf } from './selection.ts';
import type { AuthorRow } from './rows.ts';

export type AuthorFigures = {
	/** those with the most clickers first; empty if the publication has fewer than two */
	authors: AuthorRow[];
	/** items of the period, and those with a known author */
	totals: { issues: number; items: number; signed: number };
	/** of the chosen items: how many authors they have, and what they got */
	keyFigures: { authors: KeyFigure } & ItemKeys;
	/** what the key figures are compared with */
	compared: Compared;
	dataUpTo: number | null;
};

/** How authors did, adjusted for what they write about, its position and the issue. */
export const authorFigures = beside('authors', makeAuthorFigures);

async function makeAuthorFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<AuthorFigures> {
	const groups = await groupFigures(db, publication, filters, {
		kind: 'authors',
		narrowedBy: ['sections', 'topics'],
		rowsOf: makeRows,
		idOf: ({ authors }, { author }) => authors.findIndex(({ name }) => name === author),
		idsOf: ({ authorsOfItem }, { id }) => authorsOfItem.get(id) ?? []
	});
	const { archive, chosen, rows, count, keys, compared } = groups;
	const { issues, items } = chosen;
	const asked = filters.authors.map(nameKey);
	return {
		authors: rows.filter(({ author }) => asked.length === 0 || asked.includes(nameKey(author))),
		totals: {
			issues: issues.length,
			items: items.length,
			signed: items.filter(({ id }) => (archive.authorsOfItem.get(id) ?? []).length > 0).length
		},
		keyFigures: { authors: count, ...keys },
		compared,
		dataUpTo: newest(issues)
	};
}

/** Those with the most clickers first; empty if the publication has fewer than two. */
function makeRows(archive: Archive, chosen: Chosen): AuthorRow[] {
	if (archive.authors.length < 2) return [];
	const { items } = chosen;
	const issues = new Map(chosen.issues.map((issue) => [issue.id, issue]));
	const league = leagueOf(archive, 'editorial');
	const within = selectionOf(archive, chosen, 'authors');
	const allClickers = knownClickers(items);
	const authors = archive.authors.flatMap(({ name }, place): AuthorRow[] => {
		const own = items.filter(({ id }) => archive.authorsOfItem.get(id)?.includes(place));
		if (own.length === 0) return [];
		return [
			{
				...apartFromTopics(estimateWith(within.estimate(place), own, league)),
				...groupAmounts('authors', own, issues, { archive, league }, allClickers),
				author: name
			}
		];
	});
	return authors.sort(
		(a, b) => (b.clickers ?? 0) - (a.clickers ?? 0) || (a.author < b.author ? -1 : 1)
	);
}
