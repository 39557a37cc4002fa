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
import type { SectionRow } from './rows.ts';
import { issuesRead, type IssuesRead } from './issues-read.ts';

export type SectionFigures = {
	sections: SectionRow[];
	totals: { issues: number; items: number; clickers: number | null } & IssuesRead;
	/** of the items asked for: in how many sections they stand, and what they got */
	keyFigures: { sections: KeyFigure } & ItemKeys;
	/** what the key figures are compared with */
	compared: Compared;
	dataUpTo: number | null;
};

/** How sections did, with editorial items alone: a sponsor's clicks are not a section's. */
export const sectionFigures = beside('sections', makeSectionFigures);

async function makeSectionFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<SectionFigures> {
	const archive = await archiveOf(db, publication);
	const chosen = chosenBy(archive, filters, publication.zone, narrowedHere);
	const { issues, items } = chosen;
	const { groups, keys, compared, before } = itemsCompared(archive, filters, publication.zone);
	const other = chosenOf(archive, before.issues, filtersNamed(filters, narrowedHere));
	const rowsOf = (one: Chosen) =>
		derived(db, publication, `sections ${one.name}`, () => makeRows(archive, one));
	const periods = { now: chosen, before: other, compared };
	const sections = derived(db, publication, comparedName('sections', periods), () =>
		withChanges(archive, 'sections', periods, {
			rows: rowsOf(chosen),
			others: rowsOf(other),
			idOf: ({ id }) => id,
			idsOf: ({ sectionId }) => (sectionId === null ? [] : [sectionId])
		})
	);
	return {
		sections: sections.filter(
			({ id }) => filters.sections.length === 0 || filters.sections.includes(id)
		),
		totals: {
			issues: issues.length,
			items: items.length,
			clickers: knownClickers(items),
			...issuesRead(issues)
		},
		keyFigures: { sections: groups(groupsOfItems(archive, filters).sections), ...keys },
		compared,
		dataUpTo: newest(issues)
	};
}

const narrowedHere = ['topics', 'authors'] as const;

/** Those of most clickers first. */
function makeRows(archive: Archive, chosen: Chosen): SectionRow[] {
	const { items } = chosen;
	const issues = new Map(chosen.issues.map((issue) => [issue.id, issue]));
	const league = leagueOf(archive, 'editorial');
	const within = selectionOf(archive, chosen, 'sections');
	const allClickers = knownClickers(items);
	const ids = [...new Set(items.flatMap(({ sectionId }) => sectionId ?? []))];
	const sections = ids.map((id): SectionRow => {
		const own = items.filter(({ sectionId }) => sectionId === id);
		return {
			...apartFromTopics(estimateWith(within.estimate(id), own, league)),
			...groupAmounts('sections', own, issues, { archive, league }, allClickers),
			id,
			section: own[0]!.section ?? ''
		};
	});
	return sections.sort((a, b) => (b.clickers ?? 0) - (a.clickers ?? 0) || a.id - b.id);
}
