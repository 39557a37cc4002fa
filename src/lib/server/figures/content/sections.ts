import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { archiveOf, issuesIn } from '../archive.ts';
import type { Filters } from '../filters.ts';
import { clickersOf, editorialItems, groupAmounts } from './group-amounts.ts';
import { newest } from './items.ts';
import { estimateOf, leagueOf, unsaid } from './league.ts';
import { selectionOf } from './selection.ts';
import type { SectionRow } from './rows.ts';

export type SectionFigures = {
	sections: SectionRow[];
	totals: { issues: number; items: number; clickers: number };
	dataUpTo: number | null;
};

/** How sections did, with editorial items alone: a sponsor's clicks are not a section's. */
export async function sectionFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<SectionFigures> {
	const archive = await archiveOf(db, publication);
	const issues = issuesIn(archive, filters, publication.zone);
	const league = leagueOf(archive, 'editorial');
	const within = selectionOf(archive, issues, 'sections');
	const items = editorialItems(archive, issues);
	const allClickers = clickersOf(items);

	const ids = [...new Set(items.flatMap(({ sectionId }) => sectionId ?? []))].filter(
		(id) => filters.sections.length === 0 || filters.sections.includes(id)
	);
	const sections = ids.map((id): SectionRow => {
		const own = items.filter(({ sectionId }) => sectionId === id);
		return {
			...estimateOf(within.estimate(id) ?? unsaid('noModel')),
			...groupAmounts(own, issues, league, allClickers),
			id,
			section: own[0]!.section ?? ''
		};
	});
	return {
		sections: sections.sort((a, b) => b.clickers - a.clickers || a.id - b.id),
		totals: { issues: issues.length, items: items.length, clickers: allClickers },
		dataUpTo: newest(issues)
	};
}
