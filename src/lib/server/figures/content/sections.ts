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
import type { SectionRow } from './rows.ts';
import { issuesRead, type IssuesRead } from './issues-read.ts';

export type SectionFigures = {
	sections: SectionRow[];
	totals: { issues: number; items: number; clickers: number | null } & IssuesRead;
	/** of the chosen items: how many sections they are in, and what they got */
	keyFigures: { sections: KeyFigure } & ItemKeys;
	/** what the key figures are compared with */
	compared: Compared;
	dataUpTo: number | null;
};

/** How sections did, by editorial items alone: a sponsor's clicks are not the section's. */
export const sectionFigures = beside('sections', makeSectionFigures);

async function makeSectionFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<SectionFigures> {
	const { chosen, rows, count, keys, compared } = await groupFigures(db, publication, filters, {
		kind: 'sections',
		narrowedBy: ['topics', 'authors'],
		rowsOf: makeRows,
		idOf: (_, { id }) => id,
		idsOf: (_, { sectionId }) => (sectionId === null ? [] : [sectionId])
	});
	const { issues, items } = chosen;
	return {
		sections: rows.filter(
			({ id }) => filters.sections.length === 0 || filters.sections.includes(id)
		),
		totals: {
			issues: issues.length,
			items: items.length,
			clickers: knownClickers(items),
			...issuesRead(issues)
		},
		keyFigures: { sections: count, ...keys },
		compared,
		dataUpTo: newest(issues)
	};
}

/** Those with the most clickers first. */
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
