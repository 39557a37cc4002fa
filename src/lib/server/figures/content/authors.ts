import { nameKey } from '#lib/name-key.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { archiveOf, derived, type Archive } from '../archive.ts';
import { beside } from '../beside.ts';
import type { Compared } from '../comparison.ts';
import type { Filters } from '../filters.ts';
import type { KeyFigure } from '../key-figures.ts';
import { chosenBy, chosenOf, filtersNamed, type Chosen } from './chosen.ts';
import { comparedName, withChanges } from './group-changes.ts';
import { groupAmounts, knownClickers } from './group-amounts.ts';
import { groupsOfItems, itemsCompared, type ItemKeys } from './item-keys.ts';
import { newest } from './items.ts';
import { apartFromTopics, estimateWith, leagueOf } from './league.ts';
import { selectionOf } from './selection.ts';
import type { AuthorRow } from './rows.ts';

export type AuthorFigures = {
	/** those of most clickers first; none where the publication has fewer than two */
	authors: AuthorRow[];
	/** items of the period, and those of which it is known who wrote them */
	totals: { issues: number; items: number; signed: number };
	/** of the items asked for: how many are known to have written them, and what they got */
	keyFigures: { authors: KeyFigure } & ItemKeys;
	/** what the key figures are compared with */
	compared: Compared;
	dataUpTo: number | null;
};

/** How authors did, with what they write about, where it stood and the issue taken out. */
export const authorFigures = beside('authors', makeAuthorFigures);

async function makeAuthorFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<AuthorFigures> {
	const archive = await archiveOf(db, publication);
	const chosen = chosenBy(archive, filters, publication.zone, narrowedHere);
	const { issues, items } = chosen;
	const { groups, keys, compared, before } = itemsCompared(archive, filters, publication.zone);
	const other = chosenOf(archive, before.issues, filtersNamed(filters, narrowedHere));
	const rowsOf = (one: Chosen) =>
		derived(db, publication, `authors ${one.name}`, () => makeRows(archive, one));
	const periods = { now: chosen, before: other, compared };
	const rows = derived(db, publication, comparedName('authors', periods), () =>
		withChanges(archive, 'authors', periods, {
			rows: rowsOf(chosen),
			others: rowsOf(other),
			idOf: ({ author }) => archive.authors.findIndex(({ name }) => name === author),
			idsOf: ({ id }) => archive.authorsOfItem.get(id) ?? []
		})
	);
	const asked = filters.authors.map(nameKey);
	return {
		authors: rows.filter(({ author }) => asked.length === 0 || asked.includes(nameKey(author))),
		totals: {
			issues: issues.length,
			items: items.length,
			signed: items.filter(({ id }) => (archive.authorsOfItem.get(id) ?? []).length > 0).length
		},
		keyFigures: { authors: groups(groupsOfItems(archive, filters).authors), ...keys },
		compared,
		dataUpTo: newest(issues)
	};
}

const narrowedHere = ['sections', 'topics'] as const;

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
